package io.portcullis.projections.processing;

/**
 * How far a view has read the log.
 *
 * @param view the view's name
 * @param generation which making of the view
 * @param answers whether queries see this generation; false while it is being built
 * @param behind events in the log that it has yet to read
 */
public record Progress(String view, int generation, boolean answers, long behind) {}
