package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.Mailbox;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.entity.Entities;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Dimension;
import io.portcullis.rules.memory.Hashing;
import io.portcullis.rules.memory.Keys;
import io.portcullis.rules.memory.Observation;
import io.portcullis.rules.memory.Place;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.memory.SumField;
import io.portcullis.rules.reference.AddressProfile;
import io.portcullis.rules.reference.CanonicalPath;
import io.portcullis.rules.reference.Country;
import io.portcullis.rules.reference.Lists;
import io.portcullis.rules.reference.Location;
import io.portcullis.rules.reference.ReferenceData;
import io.portcullis.rules.reference.ResourceName;
import io.portcullis.rules.vocabulary.Background;
import io.portcullis.rules.vocabulary.ClientProfile;
import io.portcullis.rules.vocabulary.EndpointProfile;
import io.portcullis.rules.vocabulary.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out about an activity what does not need memory. Safe for use by several threads. */
final class Preparation {

    private static final EntityKind[] KINDS = EntityKind.values();
    private static final int IP = EntityKind.IP.ordinal();
    private static final int API_KEY = EntityKind.API_KEY.ordinal();
    private static final int DEVICE = EntityKind.DEVICE.ordinal();
    private static final int SESSION = EntityKind.SESSION.ordinal();

    /** Of entities that are on no list. */
    private static final Map<EntityKind, Set<String>> NOWHERE = Map.of();

    /** A million of them still add up. */
    private static final long LARGEST_SUM = Long.MAX_VALUE / 1_000_000;

    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(LARGEST_SUM);

    private final ReferenceData reference;
    private final TallyMarks marks;
    private final Schema schema;
    private final boolean templates;
    private final Hashing hashing = new Hashing();

    Preparation(RuleSet rules) {
        this.reference = rules.reference();
        this.marks = new TallyMarks(rules.schema());
        this.schema = rules.schema();
        this.templates = schema.counts("template");
    }

    Prepared prepare(Activity activity) {
        Envelope envelope = activity.envelope();
        Entities entities = activity.entities();
        AddressProfile address = reference.addresses().find(entities.ip());
        Network network = address.complete(Country.in(envelope.network()));
        ClientProfile client = reference.clients().find(envelope.userAgent(), envelope.app());
        String path = activity instanceof ApiRequest request && request.path() != null
                ? CanonicalPath.of(request.path())
                : "";
        EndpointProfile endpoint = activity instanceof ApiRequest request && !path.isEmpty()
                ? reference.endpoints().findCanonical(request.method(), path)
                : EndpointProfile.NONE;
        String resource = activity instanceof ApiRequest request ? resource(request, path, endpoint) : null;
        String probe =
                activity instanceof ApiRequest request ? reference.probes().find(request.path(), request.status()) : "";
        @Nullable String[] ids = ids(entities, network, client, endpoint);
        Setting setting = new Setting(
                activity,
                activity instanceof ApiRequest request ? StandsFor.event(request, endpoint.purpose()) : null,
                endpoint,
                client,
                reference.inspection().inspect(client, envelope, method(activity), address),
                address,
                network,
                background(activity, resource),
                listed(ids),
                Arrays.asList(ids));
        long[] hashes = new long[Dimension.COUNT + schema.attributes().size()];
        hash(activity, network, path, resource, hashes);
        Keys keys = keys(ids, hashes);
        Observation observation = new Observation(
                activity.occurredAt().toEpochMilli(),
                ids,
                keys,
                hashes,
                sums(activity),
                ResourceNumber.of(resource),
                place(activity, address.location()),
                marks.of(activity, endpoint, probe));
        return new Prepared(setting, observation);
    }

    private static @Nullable String method(Activity activity) {
        return activity instanceof ApiRequest request ? request.method() : null;
    }

    private Map<EntityKind, Set<String>> listed(@Nullable String[] ids) {
        Map<EntityKind, Set<String>> listed = NOWHERE;
        for (EntityKind kind : KINDS) {
            String id = ids[kind.ordinal()];
            Set<String> lists = id == null ? Set.of() : reference.lists().of(kind, id);
            if (!lists.isEmpty()) {
                listed = listed.isEmpty() ? new EnumMap<>(EntityKind.class) : listed;
                listed.put(kind, lists);
            }
        }
        return listed;
    }

    private Background background(Activity activity, @Nullable String resource) {
        App app = activity.envelope().app();
        String email = activity instanceof Signup signup ? signup.email() : null;
        if (app == null && email == null) {
            return resource == null ? Background.NONE : Background.NONE.of(resource);
        }
        return new Background(
                reference.apps().isUnknown(app),
                reference.apps().isOutdated(app),
                email == null ? Listing.NOWHERE : mail(email),
                true,
                resource == null ? "" : resource);
    }

    /** The lists that an address is on, as it is written or as the mailbox that it reaches. */
    private Listing mail(String email) {
        String mailbox = Mailbox.of(email);
        Lists lists = reference.lists();
        return list -> lists.holdsMail(list, email.strip()) || mailbox != null && lists.holdsMail(list, mailbox);
    }

    private static @Nullable String[] ids(
            Entities entities, @Nullable Network network, ClientProfile client, EndpointProfile endpoint) {
        @Nullable String[] ids = new String[KINDS.length];
        for (EntityKind kind : KINDS) {
            ids[kind.ordinal()] = switch (kind) {
                case NETWORK -> NetworkName.of(network, entities.ip());
                case CLIENT -> orNull(client.id());
                case ENDPOINT -> orNull(endpoint.id());
                default -> entities.id(kind);
            };
        }
        return ids;
    }

    private static @Nullable String orNull(String id) {
        return id.isEmpty() ? null : id;
    }

    /** How the entities are remembered; their hashes are those that are counted, too. */
    private Keys keys(@Nullable String[] ids, long[] hashes) {
        Keys keys = new Keys(KINDS.length);
        for (int kind = 0; kind < ids.length; kind++) {
            String id = ids[kind];
            if (id != null) {
                set(keys, kind, kind == IP ? SourceName.of(id) : id);
                hashes[kind] = keys.hash(kind);
            }
        }
        String source = keys.name(IP);
        // What has a key is a program, which needs no session.
        if (source != null && ids[API_KEY] == null && ids[DEVICE] == null && ids[SESSION] == null) {
            StandIn.of(source, hashes[Dimension.USER_AGENT]).ifPresent(name -> set(keys, SESSION, name));
        }
        return keys;
    }

    private void set(Keys keys, int kind, String name) {
        byte[] bytes = Hashing.bytes(name);
        keys.set(kind, name, hashing.hash(bytes), hashing.tag(bytes));
    }

    /** Of the dimensions that are no entities. */
    private void hash(
            Activity activity, @Nullable Network network, String path, @Nullable String resource, long[] hashes) {
        hashes[Dimension.COUNTRY] = hash(network == null ? null : network.country());
        hashes[Dimension.HOUR] = 1 + Math.floorDiv(activity.occurredAt().getEpochSecond(), 3600);
        hashes[Dimension.USER_AGENT] = hash(activity.envelope().userAgent());
        hashes[Dimension.REFERRER] = hash(activity.envelope().referrer());
        if (activity instanceof ApiRequest request) {
            hashes[Dimension.METHOD] = hash(request.method());
            hashes[Dimension.RESOURCE] = hash(resource);
            hashes[Dimension.URL] = hash(request.path());
            hashes[Dimension.PATH] = path.isEmpty() ? 0 : hash(path);
            hashes[Dimension.TEMPLATE] = path.isEmpty() || !templates ? 0 : hash(ResourceName.template(path));
        } else if (activity instanceof Signup signup) {
            String email = signup.email();
            String mailbox = signup.mail();
            hashes[Dimension.EMAIL] = hash(email == null ? null : email.strip().toLowerCase(Locale.ROOT));
            hashes[Dimension.MAILBOX] = hash(mailbox);
            hashes[Dimension.EMAIL_DOMAIN] = hash(mailbox == null ? null : Mailbox.domain(mailbox));
            hashes[Dimension.PHONE] = hash(Meaning.phone(signup.phone()));
            hashes[Dimension.EMAIL_PATTERN] = hash(EmailPattern.of(signup.email()));
            hashes[Dimension.PROMO] = hash(signup.promo());
        } else if (activity instanceof Payment payment) {
            hashes[Dimension.PROMO] = hash(payment.promo());
            hashes[Dimension.DECLINE_CODE] = hash(payment.declineCode());
            hashes[Dimension.CARD_BIN] =
                    hash(Meaning.cardBin(activity.envelope().attributes()));
            hashes[Dimension.CURRENCY] = hash(Meaning.currency(payment.currency()));
        }
        for (int i = 0; i < schema.attributes().size(); i++) {
            hashes[Dimension.COUNT + i] = hash(Meaning.attribute(
                    activity.envelope().attributes(), schema.attributes().get(i)));
        }
    }

    /** What the producer names, else what the path does. */
    private static @Nullable String resource(ApiRequest request, String path, EndpointProfile endpoint) {
        String raw = request.path();
        return request.resource() != null || raw == null || path.isEmpty()
                ? request.resource()
                : ResourceName.of(path, raw, endpoint);
    }

    /** Where the producer says that it is, else where its address is said to be. */
    private static Place place(Activity activity, @Nullable Location known) {
        Map<String, Object> attributes = activity.envelope().attributes();
        if (!attributes.isEmpty()
                && attributes.get("latitude") instanceof Number latitude
                && attributes.get("longitude") instanceof Number longitude) {
            Place place = Place.of(latitude.doubleValue(), longitude.doubleValue());
            if (place.isKnown()) {
                return place;
            }
        }
        return known == null ? Place.UNKNOWN : Place.of(known.latitude(), known.longitude());
    }

    private long hash(@Nullable String value) {
        return value == null ? 0 : hashing.hash(value);
    }

    private static long[] sums(Activity activity) {
        long[] sums = new long[SumField.values().length];
        if (activity instanceof ApiRequest request) {
            sums[SumField.BYTES.ordinal()] = bounded(request.bytes());
            sums[SumField.DURATION_MS.ordinal()] = bounded(request.durationMs());
        } else if (activity instanceof Payment payment && payment.amount() != null) {
            sums[SumField.AMOUNT.ordinal()] = payment.amount()
                    .multiply(BigDecimal.valueOf(SumField.AMOUNT.scale()))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .min(LARGEST_AMOUNT)
                    .max(LARGEST_AMOUNT.negate())
                    .longValue();
        }
        return sums;
    }

    private static long bounded(@Nullable Long value) {
        return value == null ? 0 : Math.min(value, LARGEST_SUM);
    }
}
