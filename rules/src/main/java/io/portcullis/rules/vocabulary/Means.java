package io.portcullis.rules.vocabulary;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a rule set gives its facts to answer with, beside their entities.
 *
 * @param patterns the regular expressions of its rules
 * @param zone in which they see the hour and the weekday
 */
public record Means(Patterns patterns, ZoneId zone) {

    public static final Means NONE = new Means(Patterns.NONE, ZoneOffset.UTC);
}
