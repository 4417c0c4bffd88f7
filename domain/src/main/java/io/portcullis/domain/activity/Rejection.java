package io.portcullis.domain.activity;

/**
 * Why an activity was not accepted.
 *
 * @param index its place among those that came together, from 0
 * @param field the field at fault; empty when it is the activity as a whole
 */
public record Rejection(int index, String field, String reason) {}
