package io.portcullis.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sees of an activity.
 *
 * @param evidence the answers to its questions, and the properties that it looks at; null when it is about another type
 *     of activity
 */
public record Sight(Rule rule, @Nullable Map<String, Object> evidence) {}
