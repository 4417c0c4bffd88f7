-- Every decision that is more than a plain ALLOW, as JSON. Times are microseconds since 1970, by event time.
CREATE TABLE decision (
    generation  INTEGER     NOT NULL,
    position    BIGINT      NOT NULL,
    occurred_at BIGINT      NOT NULL,
    action      VARCHAR(16) NOT NULL,
    account     VARCHAR(256),
    device      VARCHAR(256),
    decision    BYTEA       NOT NULL,
    PRIMARY KEY (position, generation)
);
CREATE INDEX decision_newest ON decision (generation, occurred_at, position);
CREATE INDEX decision_by_action ON decision (generation, action, occurred_at, position);
CREATE INDEX decision_by_account ON decision (generation, account, occurred_at, position);
CREATE INDEX decision_by_device ON decision (generation, device, occurred_at, position);

-- One row a signal of a decision, with what else can be asked for, so that no listing needs a join.
CREATE TABLE decision_signal (
    generation  INTEGER      NOT NULL,
    signal      VARCHAR(256) NOT NULL,
    occurred_at BIGINT       NOT NULL,
    position    BIGINT       NOT NULL,
    action      VARCHAR(16)  NOT NULL,
    account     VARCHAR(256),
    device      VARCHAR(256),
    PRIMARY KEY (generation, signal, occurred_at, position)
);

-- Where in the log each activity is, by a hash of its id. The ids are random to us, and an index over random keys grows
-- out of memory; so it is ordered by stretch of the log first, and only the newest stretch is ever written to.
CREATE TABLE activity_position (
    generation INTEGER NOT NULL,
    stretch    INTEGER NOT NULL,
    id_hash    BIGINT  NOT NULL,
    position   BIGINT  NOT NULL,
    PRIMARY KEY (generation, stretch, id_hash, position)
);
