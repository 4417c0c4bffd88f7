package io.portcullis.history;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.InvalidActivity;

/** Reads the activity that a line tells. */
@FunctionalInterface
public interface LineParser {

    Activity parse(byte[] line, int offset, int length) throws InvalidActivity;
}
