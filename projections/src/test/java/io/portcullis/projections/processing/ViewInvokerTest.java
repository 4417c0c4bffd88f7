package io.portcullis.projections.processing;

import static io.portcullis.projections.Samples.failedLogin;
import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.event.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

/** Each activity is folded once, however pages are cut when a view goes on where it was. */
class ViewInvokerTest {

    private final List<String> folded = new ArrayList<>();
    private long stored = 5;
    private final ViewInvoker invoker =
            new ViewInvoker(new Recording(), 1, segment -> new GlobalSequenceTrackingToken(stored));

    @Test
    void givenAPageThatBeginsBeforeWhatIsStored_thenWhatWasFoldedIsLeftOut() {
        batch(page(3, 8));
        assertThat(folded).containsExactly("a-6", "a-7", "a-8");
    }

    @Test
    void givenPagesThatOverlapInABatch_thenEachActivityIsFoldedOnce() {
        batch(page(6, 8), page(7, 10));
        assertThat(folded).containsExactly("a-6", "a-7", "a-8", "a-9", "a-10");
    }

    @Test
    void givenTheNextBatch_thenItGoesOnFromWhatIsStoredThen() {
        batch(page(6, 8));
        stored = 8;
        batch(page(6, 9));
        assertThat(folded).containsExactly("a-6", "a-7", "a-8", "a-9");
    }

    private void batch(LogPage... pages) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        for (LogPage page : pages) {
            TrackedEventMessage<?> message = page.toMessage();
            invoker.handle(message, Segment.ROOT_SEGMENT);
        }
        unitOfWork.commit();
    }

    private static LogPage page(long from, long to) {
        List<LogPage.Entry> entries = LongStream.rangeClosed(from, to)
                .mapToObj(ViewInvokerTest::entry)
                .toList();
        return new LogPage(entries, null, new GlobalSequenceTrackingToken(to), false);
    }

    private static LogPage.Entry entry(long position) {
        Activity activity = failedLogin("a-" + position, "2026-11-22T12:00:00Z", "ann", "10.0.0.1");
        Decision decision = new Decision(
                activity.id(),
                activity.type(),
                activity.occurredAt(),
                Action.ALLOW,
                0,
                List.of(),
                "rules",
                position,
                null);
        return new LogPage.Entry(new Decided(activity, decision), new GlobalSequenceTrackingToken(position));
    }

    /** Notes what is written in the end. */
    private final class Recording implements View, Changes {

        private final List<String> open = new ArrayList<>();

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public Object key(Activity activity, List<Reason> reasons) {
            return activity.id();
        }

        @Override
        public Changes changes(int generation) {
            open.clear();
            return this;
        }

        @Override
        public void add(Decided decided) {
            open.add(decided.activity().id());
        }

        @Override
        public void flush() {
            folded.addAll(open);
        }

        @Override
        public boolean remove(int generation) {
            return false;
        }
    }
}
