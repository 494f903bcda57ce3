-- Times are Unix time in milliseconds, hashes of the log are 32 bytes, all other hashes 64 hex digits in lower case.
-- Keys are compared byte by byte, as SQLite compares them; what people wrote has no length of its own here.

-- One row. Each migration sets it to the oldest release that can still use the database.
CREATE TABLE schema_info (
    oldest_release nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL
);

INSERT INTO schema_info (oldest_release) VALUES (N'0.1.0');

-- The events are bytes: the hash is over exactly these.
CREATE TABLE log (
    workshop  nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    seq       bigint         NOT NULL,
    v         int            NOT NULL,
    command   nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    actor     nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
    at        bigint         NOT NULL,
    body_hash varbinary(32)  NOT NULL,
    events    varbinary(max) NOT NULL,
    hash      varbinary(32)  NOT NULL,
    CONSTRAINT log_key PRIMARY KEY (workshop, seq),
    CONSTRAINT log_command UNIQUE (workshop, command)
);

-- What identifies people, outside the chain of hashes. seq is the commit that wrote or overwrote the row: tails find it by that.
CREATE TABLE person (
    workshop nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    person   nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    version  int            NOT NULL,
    seq      bigint         NOT NULL,
    salt     varbinary(64)  NOT NULL,
    data     varbinary(max),
    CONSTRAINT person_key PRIMARY KEY (workshop, person, version)
);

CREATE INDEX person_by_seq ON person (workshop, seq);

-- Sealed boxes. No column, row number or order may ever tell whose item it is or when it came: the key of an item is random, and
-- there is no identity, no rowversion, no other index. A box is named workshop/activity.
CREATE TABLE box (
    box    nvarchar(129) COLLATE Latin1_General_BIN2 NOT NULL,
    [open] bit NOT NULL,
    CONSTRAINT box_key PRIMARY KEY (box)
);

CREATE TABLE roll (
    box    nvarchar(129) COLLATE Latin1_General_BIN2 NOT NULL,
    person nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    voted  bit NOT NULL,
    CONSTRAINT roll_key PRIMARY KEY (box, person)
);

CREATE TABLE item (
    id        nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    box       nvarchar(129) COLLATE Latin1_General_BIN2 NOT NULL,
    payload   varbinary(max) NOT NULL,
    edit_hash nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT item_key PRIMARY KEY (box, id)
);

-- Outcomes for reporting tools, computed from the log.
CREATE TABLE outcome_priority (
    workshop  nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    rank      int           NOT NULL,
    item      nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    name      nvarchar(max) NOT NULL,
    language  nvarchar(64)  NOT NULL,
    dots      int           NOT NULL,
    voters    int           NOT NULL,
    objective nvarchar(max),
    CONSTRAINT outcome_priority_key PRIMARY KEY (workshop, item)
);

CREATE TABLE outcome_objective (
    workshop      nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    line          nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    number        nvarchar(64)  NOT NULL,
    text          nvarchar(max) NOT NULL,
    language      nvarchar(64)  NOT NULL,
    priority_rank int,
    CONSTRAINT outcome_objective_key PRIMARY KEY (workshop, line)
);

CREATE TABLE outcome_action (
    workshop  nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    line      nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    objective nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    number    nvarchar(64)  NOT NULL,
    text      nvarchar(max) NOT NULL,
    language  nvarchar(64)  NOT NULL,
    CONSTRAINT outcome_action_key PRIMARY KEY (workshop, line)
);

-- Who may come in.
CREATE TABLE account (
    id               nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    login            nvarchar(256) NOT NULL,
    normalized_login nvarchar(256) COLLATE Latin1_General_BIN2 NOT NULL,
    display_name     nvarchar(max) NOT NULL,
    language         nvarchar(64)  NOT NULL,
    password_hash    nvarchar(max),
    security_stamp   nvarchar(128) COLLATE Latin1_General_BIN2 NOT NULL,
    failures         bigint        NOT NULL CONSTRAINT account_failures DEFAULT 0,
    delayed_until    bigint,
    version          bigint        NOT NULL,
    created_at       bigint        NOT NULL,
    CONSTRAINT account_key PRIMARY KEY (id),
    CONSTRAINT account_login UNIQUE (normalized_login)
);

CREATE TABLE setup_link (
    token_hash nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    created_at bigint       NOT NULL,
    CONSTRAINT setup_link_key PRIMARY KEY (token_hash)
);

CREATE TABLE membership (
    account  nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    workshop nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    person   nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT membership_key PRIMARY KEY (account, workshop)
);

CREATE TABLE door (
    workshop nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    code     nvarchar(16) COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT door_key PRIMARY KEY (workshop),
    CONSTRAINT door_code UNIQUE (code)
);

CREATE TABLE participant_session (
    token_hash    nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    workshop      nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    person        nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    join_key_hash nvarchar(64) COLLATE Latin1_General_BIN2,
    created_at    bigint       NOT NULL,
    CONSTRAINT participant_session_key PRIMARY KEY (token_hash)
);

CREATE INDEX participant_session_by_person ON participant_session (workshop, person);

-- Who is connected where. Each node writes its own rows anew every few seconds, in a range of the key that is its own.
CREATE TABLE presence (
    workshop nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    person   nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    node     nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    at       bigint       NOT NULL,
    CONSTRAINT presence_key PRIMARY KEY (node, workshop, person)
);

CREATE TABLE data_protection_key (
    name nvarchar(256) COLLATE Latin1_General_BIN2 NOT NULL,
    xml  nvarchar(max) NOT NULL,
    CONSTRAINT data_protection_key_key PRIMARY KEY (name)
);
