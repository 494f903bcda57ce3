-- Sign-ins that were ended before their cookie would: kept until it would have ended by itself.
CREATE TABLE ended_sign_in (
    session_hash TEXT    NOT NULL PRIMARY KEY,
    until        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One-time links for a new password. Only their hashes are kept, and one for each account.
CREATE TABLE reset_link (
    account    TEXT    NOT NULL PRIMARY KEY,
    token_hash TEXT    NOT NULL UNIQUE,
    until      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
