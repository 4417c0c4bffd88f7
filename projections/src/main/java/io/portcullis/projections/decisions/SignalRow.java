package io.portcullis.projections.decisions;

import io.portcullis.domain.decision.Decision;
import io.portcullis.projections.table.EventTime;

/** That a signal is among the reasons of a decision. */
record SignalRow(String signal, long occurredAt, long position) {

    static SignalRow of(String signal, Decision decision) {
        return new SignalRow(signal, EventTime.micros(decision.occurredAt()), decision.position());
    }
}
