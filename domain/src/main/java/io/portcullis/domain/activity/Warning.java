package io.portcullis.domain.activity;

/**
 * What a producer should mend in an activity that was accepted.
 *
 * @param index its place among those that came together, from 0
 * @param field the field in question
 */
public record Warning(int index, String field, String reason) {}
