/** Scenarios: given activities, expect decisions; written by analysts in YAML, run against any set of rules. */
@NullMarked
package io.portcullis.scenarios;

import org.jspecify.annotations.NullMarked;
