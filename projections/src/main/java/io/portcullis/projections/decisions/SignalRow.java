package io.portcullis.projections.decisions;

import io.portcullis.domain.event.Decided;

/** That a signal is among the reasons of a decision. */
record SignalRow(String signal, Decided decided) {}
