-- Sign-ins that were ended before their cookie would: kept until it would have ended by itself.
CREATE TABLE ended_sign_in (
    session_hash nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    until        bigint       NOT NULL,
    CONSTRAINT ended_sign_in_key PRIMARY KEY (session_hash)
);

-- One-time links for a new password. Only their hashes are kept, and one for each account.
CREATE TABLE reset_link (
    account    nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    token_hash nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    until      bigint       NOT NULL,
    CONSTRAINT reset_link_key PRIMARY KEY (account),
    CONSTRAINT reset_link_token UNIQUE (token_hash)
);
