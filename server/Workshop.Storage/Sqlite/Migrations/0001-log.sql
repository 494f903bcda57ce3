-- Times are Unix time in milliseconds, hashes of the log are 32 bytes, all other hashes 64 hex digits in lower case.

-- One row. Each migration sets it to the oldest release that can still use the database.
CREATE TABLE schema_info (
    oldest_release TEXT NOT NULL
) STRICT;

INSERT INTO schema_info (oldest_release) VALUES ('0.1.0');

-- With a rowid: rows are appended whatever the workshop, and many logs that grow side by side split no pages. It takes as much room.
CREATE TABLE log (
    workshop  TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    v         INTEGER NOT NULL,
    command   TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    body_hash BLOB    NOT NULL,
    events    BLOB    NOT NULL,
    hash      BLOB    NOT NULL,
    PRIMARY KEY (workshop, seq),
    UNIQUE (workshop, command)
) STRICT;

-- What identifies people, outside the chain of hashes. seq is the commit that wrote or overwrote the row: tails find it by that.
CREATE TABLE person (
    workshop TEXT    NOT NULL,
    person   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    salt     BLOB    NOT NULL,
    data     BLOB,
    PRIMARY KEY (workshop, person, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_by_seq ON person (workshop, seq);

-- Sealed boxes. No column, row number or order may ever tell whose item it is or when it came. A box is named workshop/activity.
CREATE TABLE box (
    box  TEXT    NOT NULL PRIMARY KEY,
    open INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE roll (
    box    TEXT    NOT NULL,
    person TEXT    NOT NULL,
    voted  INTEGER NOT NULL,
    PRIMARY KEY (box, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
    id        TEXT NOT NULL,
    box       TEXT NOT NULL,
    payload   BLOB NOT NULL,
    edit_hash TEXT NOT NULL,
    PRIMARY KEY (box, id)
) STRICT, WITHOUT ROWID;

-- Outcomes for reporting tools, computed from the log.
CREATE TABLE outcome_priority (
    workshop  TEXT    NOT NULL,
    rank      INTEGER NOT NULL,
    item      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    language  TEXT    NOT NULL,
    dots      INTEGER NOT NULL,
    voters    INTEGER NOT NULL,
    objective TEXT,
    PRIMARY KEY (workshop, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome_objective (
    workshop      TEXT NOT NULL,
    line          TEXT NOT NULL,
    number        TEXT NOT NULL,
    text          TEXT NOT NULL,
    language      TEXT NOT NULL,
    priority_rank INTEGER,
    PRIMARY KEY (workshop, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome_action (
    workshop  TEXT NOT NULL,
    line      TEXT NOT NULL,
    objective TEXT NOT NULL,
    number    TEXT NOT NULL,
    text      TEXT NOT NULL,
    language  TEXT NOT NULL,
    PRIMARY KEY (workshop, line)
) STRICT, WITHOUT ROWID;

-- Who may come in.
CREATE TABLE account (
    id               TEXT    NOT NULL PRIMARY KEY,
    login            TEXT    NOT NULL,
    normalized_login TEXT    NOT NULL UNIQUE,
    display_name     TEXT    NOT NULL,
    language         TEXT    NOT NULL,
    password_hash    TEXT,
    security_stamp   TEXT    NOT NULL,
    failures         INTEGER NOT NULL DEFAULT 0,
    delayed_until    INTEGER,
    version          INTEGER NOT NULL,
    created_at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setup_link (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    account  TEXT NOT NULL,
    workshop TEXT NOT NULL,
    person   TEXT NOT NULL,
    PRIMARY KEY (account, workshop)
) STRICT, WITHOUT ROWID;

CREATE TABLE door (
    workshop TEXT NOT NULL PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE participant_session (
    token_hash    TEXT    NOT NULL PRIMARY KEY,
    workshop      TEXT    NOT NULL,
    person        TEXT    NOT NULL,
    join_key_hash TEXT,
    created_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX participant_session_by_person ON participant_session (workshop, person);

-- Who is connected where. Each node writes its own rows anew every few seconds.
CREATE TABLE presence (
    workshop TEXT    NOT NULL,
    person   TEXT    NOT NULL,
    node     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (workshop, person, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_protection_key (
    name TEXT NOT NULL PRIMARY KEY,
    xml  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
