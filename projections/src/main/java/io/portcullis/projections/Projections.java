package io.portcullis.projections;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.decisions.DecisionLog;
import io.portcullis.projections.decisions.DecisionLogView;
import io.portcullis.projections.links.Links;
import io.portcullis.projections.processing.Progress;
import io.portcullis.projections.processing.View;
import io.portcullis.projections.processing.Views;
import io.portcullis.projections.risk.EntityRisk;
import io.portcullis.projections.risk.RiskViews;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The views of one log: kept up to date while this is open, and asked through it. Their tables are made by the Flyway
 * migrations in this module's {@code db/views}.
 */
public final class Projections implements AutoCloseable {

    private final Views views;
    private final RiskViews risk;
    private final DecisionLog decisions;
    private final Links links;

    private Projections(Views views, RiskViews risk, DecisionLog decisions) {
        this.views = views;
        this.risk = risk;
        this.decisions = decisions;
        this.links = new Links(risk);
    }

    /** Starts the risk views of all kinds and the decision log. */
    public static Projections start(EventStore log, DataSource dataSource, PlatformTransactionManager transactions) {
        return start(log, dataSource, transactions, CompletableFuture.completedFuture(null));
    }

    /**
     * Starts the risk views of all kinds and the decision log, each from where it left off.
     *
     * @param dataSource holds the views' tables; need not hold the log
     * @param transactions of that data source
     * @param after what has to be done first; until then, views answer as they were left
     */
    public static Projections start(
            EventStore log,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            CompletableFuture<?> after) {
        Set<EntityKind> kinds = EnumSet.allOf(EntityKind.class);
        List<View> views = new ArrayList<>();
        kinds.stream().sorted().forEach(kind -> views.add(new EntityRisk(kind, dataSource)));
        views.add(new DecisionLogView(dataSource));
        return new Projections(
                Views.start(views, log, dataSource, transactions, after),
                new RiskViews(dataSource, kinds),
                new DecisionLog(dataSource, log));
    }

    /** How far the views have read, and their rebuilding. */
    public Views views() {
        return views;
    }

    /** How many activities of the log the risk views of a kind have yet to read. */
    public long behind(EntityKind kind) {
        return views.progress().stream()
                .filter(progress -> progress.answers() && progress.view().equals(EntityRisk.nameOf(kind)))
                .mapToLong(Progress::behind)
                .findFirst()
                .orElse(0);
    }

    public RiskViews risk() {
        return risk;
    }

    public DecisionLog decisions() {
        return decisions;
    }

    public Links links() {
        return links;
    }

    /** Stops to read; what has been read stays read. Neither the log nor the data source is closed. */
    @Override
    public void close() {
        views.close();
    }
}
