package io.portcullis.domain.activity;

import java.util.List;

/**
 * Activities that came together.
 *
 * @param activities the valid ones, in the order in which they came
 * @param rejections the others
 */
public record Batch(List<Activity> activities, List<Rejection> rejections) {}
