package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;

/** An activity with all that is known of it without memory. */
public record Prepared(Activity activity) {}
