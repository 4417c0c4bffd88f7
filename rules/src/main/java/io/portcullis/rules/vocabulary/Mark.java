package io.portcullis.rules.vocabulary;

/**
 * What a rule found out about the activity for others to build on, {@code Mark( "few people behind the address" )}. It
 * lives as long as the evaluation of its activity.
 */
public record Mark(String name) {}
