package io.portcullis.security;

/** The only admin key cannot be revoked: make another one first. */
final class LastAdminKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LastAdminKey() {
        super("this is the only admin key: make another one first");
    }
}
