//! The tables. Times are Unix seconds; `…_hash` columns hold SHA-256 of a random secret, never the secret.

/// How SQLite is to work: no full sync on every commit, since a development server may lose the last second.
pub(super) const PRAGMAS: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 2000;
";

/// Every table, made when it is not there.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS keys (
    kid         TEXT PRIMARY KEY,
    algorithm   TEXT NOT NULL,
    private_der BLOB NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS users (
    id             TEXT PRIMARY KEY,
    connection     TEXT NOT NULL,
    email          TEXT,
    email_verified INTEGER NOT NULL,
    username       TEXT,
    phone          TEXT,
    password_hash  TEXT,
    blocked        INTEGER NOT NULL,
    profile        TEXT NOT NULL,
    user_metadata  TEXT NOT NULL,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS users_email    ON users (connection, email);
CREATE UNIQUE INDEX IF NOT EXISTS users_username ON users (connection, username COLLATE NOCASE);
CREATE UNIQUE INDEX IF NOT EXISTS users_phone    ON users (connection, phone);

CREATE TABLE IF NOT EXISTS former_passwords (
    user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    password_hash TEXT NOT NULL,
    at            INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS former_passwords_user ON former_passwords (user_id, at);

CREATE TABLE IF NOT EXISTS sessions (
    secret_hash TEXT PRIMARY KEY,
    sid         TEXT NOT NULL UNIQUE,
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    connection  TEXT NOT NULL,
    auth_time   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sessions_user ON sessions (user_id);

CREATE TABLE IF NOT EXISTS requests (
    id          TEXT PRIMARY KEY,
    client_id   TEXT NOT NULL,
    device_hash TEXT NOT NULL,
    parameters  TEXT NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS tickets (
    secret_hash TEXT PRIMARY KEY,
    client_id   TEXT NOT NULL,
    origin      TEXT NOT NULL,
    device_hash TEXT NOT NULL,
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    realm       TEXT NOT NULL,
    auth_time   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS grants (
    id         TEXT PRIMARY KEY,
    client_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sid        TEXT NOT NULL,
    scope      TEXT NOT NULL,
    audience   TEXT,
    nonce      TEXT,
    auth_time  INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS grants_user ON grants (user_id);

CREATE TABLE IF NOT EXISTS codes (
    secret_hash  TEXT PRIMARY KEY,
    grant_id     TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    client_id    TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    challenge    TEXT,
    expires_at   INTEGER NOT NULL,
    used_at      INTEGER
) STRICT;

CREATE TABLE IF NOT EXISTS refresh_tokens (
    secret_hash TEXT PRIMARY KEY,
    grant_id    TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    client_id   TEXT NOT NULL,
    expires_at  INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    rotated_at  INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS refresh_tokens_grant ON refresh_tokens (grant_id);

CREATE TABLE IF NOT EXISTS otp (
    connection  TEXT NOT NULL,
    identifier  TEXT NOT NULL,
    client_id   TEXT NOT NULL,
    code_hash   TEXT NOT NULL,
    tries_left  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    PRIMARY KEY (connection, identifier)
) STRICT;

CREATE TABLE IF NOT EXISTS once (
    secret_hash TEXT PRIMARY KEY,
    purpose     TEXT NOT NULL,
    payload     TEXT NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS attempts (
    identifier TEXT NOT NULL,
    ip         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_who ON attempts (identifier, ip, at);

CREATE TABLE IF NOT EXISTS outbox (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL,
    to_whom TEXT NOT NULL,
    subject TEXT,
    text    TEXT NOT NULL,
    links   TEXT NOT NULL,
    code    TEXT,
    at      INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS marks (
    what       TEXT NOT NULL,
    id_hash    TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (what, id_hash)
) STRICT;

CREATE TABLE IF NOT EXISTS nonces (
    value      TEXT PRIMARY KEY,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS consents (
    user_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    audience  TEXT NOT NULL,
    scope     TEXT NOT NULL,
    PRIMARY KEY (user_id, client_id, audience)
) STRICT;

CREATE TABLE IF NOT EXISTS members (
    org_id  TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (org_id, user_id)
) STRICT;
";

/// Columns that came later than their tables, in the order in which they stand at the tables' ends. A database of
/// an older version gets them when it is opened.
pub(super) const ADDED: &[(&str, &str, &str)] = &[
    ("sessions", "amr", "TEXT NOT NULL DEFAULT ''"),
    ("sessions", "second_step", "INTEGER NOT NULL DEFAULT 0"),
    ("requests", "sid", "TEXT"),
    ("requests", "recipient", "TEXT"),
    ("grants", "acr", "TEXT"),
    ("grants", "amr", "TEXT NOT NULL DEFAULT ''"),
    ("grants", "org_id", "TEXT"),
    ("grants", "jkt", "TEXT"),
    ("codes", "jkt", "TEXT"),
];
