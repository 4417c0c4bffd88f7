package io.portcullis.projections.decisions;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.processing.Changes;
import io.portcullis.projections.table.RowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A batch's rows of the decision log, written in the order of their keys. */
final class DecisionChanges implements Changes {

    private final int generation;
    private final DecisionTables tables;
    private final List<ActivityPosition> positions = new ArrayList<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final List<SignalRow> signals = new ArrayList<>();

    DecisionChanges(int generation, DecisionTables tables) {
        this.generation = generation;
        this.tables = tables;
    }

    @Override
    public void add(Decided decided) {
        Decision decision = decided.decision();
        positions.add(new ActivityPosition(
                ActivityPosition.stretchOf(decision.position()),
                RowKey.hash(decided.activity().id()),
                decision.position()));
        if (!decision.isPlainAllow()) {
            decisions.add(decided);
            decision.reasons().stream()
                    .map(reason -> RowKey.of(reason.signal()))
                    .distinct()
                    .forEach(signal -> signals.add(new SignalRow(signal, decided)));
        }
    }

    @Override
    public void flush() {
        positions.sort(Comparator.comparing(ActivityPosition::stretch).thenComparing(ActivityPosition::idHash));
        tables.insertPositions(generation, positions);
        tables.insertDecisions(generation, decisions);
        tables.insertSignals(generation, signals);
    }
}
