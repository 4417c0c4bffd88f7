-- How far each view has read the log, for Axon's streaming processors.
CREATE TABLE view_token (
    processor_name VARCHAR(100) NOT NULL,
    segment        INTEGER      NOT NULL,
    token          BYTEA,
    token_type     VARCHAR(255),
    stored_at      VARCHAR(40),
    owner          VARCHAR(255),
    PRIMARY KEY (processor_name, segment)
);

-- Which generation of each view answers, which one is being built anew, and which one is being removed.
CREATE TABLE view_generation (
    view_name VARCHAR(64) NOT NULL PRIMARY KEY,
    answering INTEGER     NOT NULL,
    building  INTEGER,
    retiring  INTEGER
);
