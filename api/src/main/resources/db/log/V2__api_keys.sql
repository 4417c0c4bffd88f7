-- Keys of clients. The key itself is never stored: it has 256 random bits, so its bare SHA-256 gives nothing away.
CREATE TABLE api_key (
    id         VARCHAR(36) PRIMARY KEY,
    name       VARCHAR(100) NOT NULL,
    roles      VARCHAR(100) NOT NULL,
    key_hash   ${bytes} NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    revoked_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT uq_api_key_hash UNIQUE (key_hash)
);
