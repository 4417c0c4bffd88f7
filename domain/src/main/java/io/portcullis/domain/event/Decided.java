package io.portcullis.domain.event;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** An activity of the log with its decision. */
public record Decided(Activity activity, Decision decision) {

    /**
     * The one Axon stream that holds the log. An activity's sequence number is its position, which makes the store
     * itself refuse a second writer.
     */
    public static final String LOG = "log";

    /** Metadata: the rule set of a plain ALLOW, which has no decision of its own stored. */
    static final String RULE_SET = "ruleSet";

    /** Metadata: the decision, where it is more than a plain ALLOW. */
    static final String DECISION = "decision";

    /** The event to append. */
    public DomainEventMessage<Activity> toEvent() {
        MetaData decided = decision.isPlainAllow()
                ? MetaData.with(RULE_SET, decision.ruleSet())
                : MetaData.with(DECISION, decision);
        return new GenericDomainEventMessage<>(LOG, LOG, decision.position(), activity, decided);
    }

    /** The reasons of its decision, of an event of the log. */
    public static List<Reason> reasons(EventMessage<?> event) {
        return event.getMetaData().get(DECISION) instanceof Decision decision ? decision.reasons() : List.of();
    }

    /** Reads an event of the log back; its position is the sequence number. */
    public static Decided of(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> stored) || !(event.getPayload() instanceof Activity activity)) {
            throw new IllegalArgumentException("not an activity of the log: " + event.getPayloadType());
        }
        if (event.getMetaData().get(DECISION) instanceof Decision decision) {
            return new Decided(activity, decision);
        }
        String ruleSet = String.valueOf(event.getMetaData().get(RULE_SET));
        return new Decided(
                activity,
                new Decision(
                        activity.id(),
                        activity.type(),
                        activity.occurredAt(),
                        Action.ALLOW,
                        0,
                        List.of(),
                        ruleSet,
                        stored.getSequenceNumber(),
                        null));
    }
}
