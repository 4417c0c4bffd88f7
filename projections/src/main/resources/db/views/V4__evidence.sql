-- Views of the three kinds that are derived from activities. And since the state of a row holds evidence now, all risk
-- views are made anew from the log.
CREATE TABLE network_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX network_risk_riskiest ON network_risk (generation, score, id);

CREATE TABLE client_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX client_risk_riskiest ON client_risk (generation, score, id);

CREATE TABLE endpoint_risk (
    generation INTEGER      NOT NULL,
    id         VARCHAR(256) NOT NULL,
    score      INTEGER      NOT NULL,
    first_seen BIGINT       NOT NULL,
    last_seen  BIGINT       NOT NULL,
    activities BIGINT       NOT NULL,
    state      BYTEA        NOT NULL,
    PRIMARY KEY (id, generation)
);
CREATE INDEX endpoint_risk_riskiest ON endpoint_risk (generation, score, id);

DELETE FROM user_risk;
DELETE FROM account_risk;
DELETE FROM organization_risk;
DELETE FROM device_risk;
DELETE FROM ip_risk;
DELETE FROM api_key_risk;
DELETE FROM token_risk;
DELETE FROM session_risk;
DELETE FROM card_risk;
DELETE FROM view_token WHERE processor_name LIKE '%-risk%';
