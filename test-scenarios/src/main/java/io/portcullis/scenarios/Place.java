package io.portcullis.scenarios;

/** Where something is written in a file; both numbers from 1. */
record Place(int line, int column) {}
