package io.portcullis.domain.entity;

/** One entity: its kind and its opaque identifier. */
public record EntityRef(EntityKind kind, String id) {}
