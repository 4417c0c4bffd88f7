-- One table a kind of entity, all alike. Times are microseconds since 1970, by event time. The state is the rest of the
-- row's view in a form of our own; id is a digest where the identifier is too long or odd for a key.
CREATE TABLE user_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX user_risk_riskiest ON user_risk (generation, score, id);

CREATE TABLE account_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX account_risk_riskiest ON account_risk (generation, score, id);

CREATE TABLE organization_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX organization_risk_riskiest ON organization_risk (generation, score, id);

CREATE TABLE device_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX device_risk_riskiest ON device_risk (generation, score, id);

CREATE TABLE ip_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX ip_risk_riskiest ON ip_risk (generation, score, id);

CREATE TABLE api_key_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX api_key_risk_riskiest ON api_key_risk (generation, score, id);

CREATE TABLE token_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX token_risk_riskiest ON token_risk (generation, score, id);

CREATE TABLE session_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX session_risk_riskiest ON session_risk (generation, score, id);

CREATE TABLE card_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX card_risk_riskiest ON card_risk (generation, score, id);
