package io.portcullis.rules.reference;

/** Degrees north and east. */
public record Location(double latitude, double longitude) {}
