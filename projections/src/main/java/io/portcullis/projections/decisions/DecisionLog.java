package io.portcullis.projections.decisions;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionReader;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.table.Cursor;
import io.portcullis.projections.table.EventTime;
import io.portcullis.projections.table.Generation;
import io.portcullis.projections.table.Page;
import io.portcullis.projections.table.RowKey;
import io.portcullis.projections.table.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the decision log. Answers lag behind the log by what the view has yet to read. */
public final class DecisionLog {

    private static final String ORDER = "newest";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final EventStore log;
    private final DecisionReader json = new DecisionReader();

    public DecisionLog(DataSource dataSource, EventStore log) {
        this.template = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(template);
        this.log = log;
    }

    /** The decision on an activity, plain ALLOW included; the newest, should the id have been used again. */
    public Optional<Decision> find(String activity) {
        return positions(RowKey.hash(activity))
                .mapToObj(this::at)
                .flatMap(Optional::stream)
                .map(Decided::decision)
                .filter(decision -> decision.activity().equals(activity))
                .findFirst();
    }

    /** One probe a stretch of the log, the newest first. */
    private LongStream positions(long idHash) {
        long newest = log.lastSequenceNumberFor(Decided.LOG).orElse(-1L);
        return IntStream.rangeClosed(0, ActivityPosition.stretchOf(newest))
                .map(back -> ActivityPosition.stretchOf(newest) - back)
                .boxed()
                .flatMap(stretch -> positions(stretch, idHash).stream())
                .mapToLong(Long::longValue);
    }

    private List<Long> positions(int stretch, long idHash) {
        return jdbc.sql("SELECT position FROM activity_position WHERE " + Rows.ANSWERING
                        + " AND stretch = :stretch AND id_hash = :hash ORDER BY position DESC")
                .param("view", DecisionLogView.NAME)
                .param("stretch", stretch)
                .param("hash", idHash)
                .query(Long.class)
                .list();
    }

    private Optional<Decided> at(long position) {
        DomainEventStream events = log.readEvents(Decided.LOG, position);
        if (!events.hasNext()) {
            return Optional.empty();
        }
        DomainEventMessage<?> event = events.next();
        return event.getSequenceNumber() == position ? Optional.of(Decided.of(event)) : Optional.empty();
    }

    /**
     * Decisions that are more than a plain ALLOW, newest first by event time.
     *
     * @throws IllegalArgumentException when the cursor is not of this listing
     */
    public Page<Decision> list(DecisionQuery query) {
        Listing listing = new Listing(query);
        if (query.cursor() != null) {
            listing.after(Cursor.of(query.cursor(), ORDER));
        }
        List<Long> positions = jdbc.sql(listing.sql())
                .params(listing.params())
                .query(Long.class)
                .list();
        return Page.of(decisions(positions), query.limit(), decision -> decision, DecisionLog::cursor);
    }

    private List<Decision> decisions(List<Long> positions) {
        Map<Long, Decision> found = new HashMap<>();
        Rows.lookUp(
                template,
                "decision",
                "position",
                "bigint",
                positions,
                "decision",
                Generation.answering(DecisionLogView.NAME),
                row -> {
                    found.put(row.getLong(1), json.read(row.getBytes(2)));
                });
        return positions.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Cursor cursor(Decision last) {
        return new Cursor(ORDER, EventTime.micros(last.occurredAt()), Long.toString(last.position()));
    }
}
