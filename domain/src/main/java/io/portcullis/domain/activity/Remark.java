package io.portcullis.domain.activity;

/**
 * What is to be said of one field of an activity.
 *
 * @param field {@code app.platform} for a nested one; empty when it is the activity as a whole
 * @param reason safe to show to the producer
 */
public record Remark(String field, String reason) {}
