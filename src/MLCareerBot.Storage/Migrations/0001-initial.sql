-- One text for SQLite and PostgreSQL. Instants are milliseconds since 1970 (UTC), dates are 2026-11-26, times are 08:30.

CREATE TABLE subscription (
    id            TEXT    NOT NULL PRIMARY KEY,
    platform      TEXT    NOT NULL,
    workspace     TEXT,
    conversation  TEXT    NOT NULL,
    thread        TEXT,
    owner         TEXT,
    zone          TEXT    NOT NULL,
    local_time    TEXT    NOT NULL,
    days          INTEGER NOT NULL,
    topic         TEXT,
    cohort_start  TEXT,
    paused_until  TEXT,
    state         INTEGER NOT NULL,
    state_since   BIGINT  NOT NULL,
    strikes       INTEGER NOT NULL,
    last_strike   TEXT,
    round_from    TEXT,
    last_date     TEXT,
    next_date     TEXT    NOT NULL,
    next_due      BIGINT  NOT NULL,
    zone_version  TEXT    NOT NULL,
    created       BIGINT  NOT NULL,
    lease_until   BIGINT,
    lease_owner   TEXT,
    fence         BIGINT  NOT NULL,
    version       BIGINT  NOT NULL
);

CREATE UNIQUE INDEX subscription_place ON subscription (platform, conversation, COALESCE(thread, ''), COALESCE(topic, ''));
CREATE INDEX subscription_due ON subscription (platform, state, next_due);
CREATE INDEX subscription_owner ON subscription (platform, owner);
CREATE INDEX subscription_workspace ON subscription (platform, workspace);

CREATE TABLE delivery (
    subscription  TEXT    NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    local_date    TEXT    NOT NULL,
    delivery_key  TEXT    NOT NULL,
    state         INTEGER NOT NULL,
    tip           TEXT,
    attempts      INTEGER NOT NULL,
    message       TEXT,
    reserved_at   BIGINT  NOT NULL,
    ended_at      BIGINT,
    PRIMARY KEY (subscription, local_date)
);

CREATE TABLE progress (
    platform  TEXT    NOT NULL,
    person    TEXT    NOT NULL,
    step      TEXT    NOT NULL,
    status    INTEGER NOT NULL,
    set_at    BIGINT  NOT NULL,
    PRIMARY KEY (platform, person, step)
);

CREATE TABLE remark (
    id         TEXT   NOT NULL PRIMARY KEY,
    platform   TEXT   NOT NULL,
    workspace  TEXT,
    topic      TEXT,
    words      TEXT   NOT NULL,
    made_at    BIGINT NOT NULL
);

CREATE INDEX remark_tenant ON remark (platform, workspace, made_at);

CREATE TABLE rating (
    platform   TEXT   NOT NULL,
    workspace  TEXT   NOT NULL, -- empty where there is none
    topic      TEXT   NOT NULL,
    good       BIGINT NOT NULL,
    poor       BIGINT NOT NULL,
    PRIMARY KEY (platform, workspace, topic)
);

CREATE TABLE vain_form (
    platform   TEXT    NOT NULL,
    workspace  TEXT    NOT NULL, -- empty where there is none
    form       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    state      INTEGER NOT NULL, -- 0 open, 1 answered, 2 ignored
    asked      BIGINT  NOT NULL,
    latest     BIGINT  NOT NULL,
    PRIMARY KEY (platform, workspace, form)
);

CREATE TABLE vain_text (
    platform   TEXT   NOT NULL,
    workspace  TEXT   NOT NULL,
    form       TEXT   NOT NULL,
    words      TEXT   NOT NULL,
    asked_at   BIGINT NOT NULL,
    PRIMARY KEY (platform, workspace, form, words)
);

CREATE TABLE inbox (
    platform     TEXT    NOT NULL,
    event_key    TEXT    NOT NULL,
    main_key     TEXT    NOT NULL, -- the event's first key; rows of its other keys have no more than this
    state        INTEGER NOT NULL, -- 0 kept, 1 being answered, 2 done
    person       TEXT,             -- gone once done
    contents     TEXT,             -- gone once done
    received_at  BIGINT  NOT NULL,
    lease_until  BIGINT,
    fence        BIGINT  NOT NULL,
    PRIMARY KEY (platform, event_key)
);

CREATE INDEX inbox_open ON inbox (platform, state, lease_until);
CREATE INDEX inbox_age ON inbox (received_at);
CREATE INDEX inbox_person ON inbox (platform, person);

CREATE TABLE departure (
    platform   TEXT   NOT NULL,
    workspace  TEXT   NOT NULL,
    left_at    BIGINT NOT NULL,
    PRIMARY KEY (platform, workspace)
);

CREATE TABLE notice (
    notice_key  TEXT   NOT NULL PRIMARY KEY,
    begun_at    BIGINT NOT NULL
);

CREATE TABLE quarantine (
    tip    TEXT   NOT NULL PRIMARY KEY,
    since  BIGINT NOT NULL
);

-- Keyed hashes of people whose data was deleted, for backups that are restored within the month.
CREATE TABLE tombstone (
    person_hash  TEXT   NOT NULL PRIMARY KEY,
    deleted_at   BIGINT NOT NULL
);

CREATE TABLE setting (
    name   TEXT NOT NULL PRIMARY KEY,
    value  TEXT NOT NULL
);
