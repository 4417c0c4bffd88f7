package io.portcullis.store;

import java.util.List;

/**
 * What was saved of a damaged log.
 *
 * @param kept how many events the new log has
 * @param lost the positions of the old log whose events it lacks
 * @param notes what else the operator should know
 */
public record Salvaged(long kept, Positions lost, List<String> notes) {}
