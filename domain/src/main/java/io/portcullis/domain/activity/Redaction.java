package io.portcullis.domain.activity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an activity what must not be stored: numbers of cards are masked, credentials replaced by a fingerprint
 * under a key, and values dropped whose name says that they are secret. The same input always gives the same result under
 * the same key, and a result is its own redaction.
 *
 * <p>An identifier stays apart from others: a fingerprint follows what is left of a card's number.
 */
public final class Redaction {

    /**
     * Under a key that everybody knows, for history that is read and not stored: replayed twice it has the same
     * identifiers.
     */
    public static final Redaction OFFLINE = new Redaction("offline".getBytes(StandardCharsets.US_ASCII));

    private static final String MASKED = "a card's number was masked";
    private static final String REPLACED = "a credential was replaced by a fingerprint";
    private static final String DROPPED = "was dropped: what it holds is secret by its name";

    private static final int FEWEST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    private final Fingerprint fingerprint;

    private Redaction(byte[] key) {
        this.fingerprint = new Fingerprint(key);
    }

    /** @param key secret, of 16 bytes or more */
    public static Redaction keyed(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key has 16 bytes or more");
        }
        return new Redaction(key);
    }

    /** An identifier as it is stored. */
    public String identifier(String id) {
        return identifier(id, "", remark -> {});
    }

    String identifier(String id, String field, Consumer<Remark> remarks) {
        String masked = CardNumbers.mask(id);
        if (masked.equals(id)) {
            return credentials(id, field, remarks);
        }
        remarks.accept(new Remark(field, MASKED));
        return credentials(masked, field, remarks) + Credentials.MARK + fingerprint.of(id);
    }

    String text(String text, String field, Consumer<Remark> remarks) {
        String masked = CardNumbers.mask(text);
        if (!masked.equals(text)) {
            remarks.accept(new Remark(field, MASKED));
        }
        return credentials(masked, field, remarks);
    }

    /** A path or an address of a page, with its query. */
    String url(String url, String field, Consumer<Remark> remarks) {
        String masked = SecretParameters.mask(url);
        if (!masked.equals(url)) {
            remarks.accept(new Remark(field, "a secret parameter was masked"));
        }
        return text(masked, field, remarks);
    }

    private String credentials(String text, String field, Consumer<Remark> remarks) {
        String replaced = Credentials.replace(text, fingerprint);
        if (!replaced.equals(text)) {
            remarks.accept(new Remark(field, REPLACED));
        }
        return replaced;
    }

    /** The value itself where nothing of it has to go. */
    @Nullable
    Object value(@Nullable Object value, String field, Consumer<Remark> remarks) {
        if (value instanceof String text) {
            return text(text, field, remarks);
        }
        if (value instanceof BigDecimal number) {
            return number(number, field, remarks);
        }
        if (value instanceof List<?> list) {
            return list(list, field, remarks);
        }
        if (value instanceof Map<?, ?> map) {
            return attributes(map, field + ".", remarks);
        }
        return value;
    }

    private List<?> list(List<?> list, String field, Consumer<Remark> remarks) {
        List<@Nullable Object> redacted = null;
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            Object kept = value(item, field, remarks);
            if (kept != item && redacted == null) {
                redacted = new ArrayList<>(list);
            }
            if (redacted != null) {
                redacted.set(i, kept);
            }
        }
        return redacted == null ? list : redacted;
    }

    /** @param prefix of the names in remarks */
    Map<?, ?> attributes(Map<?, ?> attributes, String prefix, Consumer<Remark> remarks) {
        Map<Object, @Nullable Object> redacted = null;
        for (Map.Entry<?, ?> entry : attributes.entrySet()) {
            String name = (String) entry.getKey();
            String keptName = identifier(name, prefix + "…", remarks);
            String field = prefix + keptName;
            boolean secret = SecretNames.contains(name);
            Object kept = secret ? null : value(entry.getValue(), field, remarks);
            if (secret) {
                remarks.accept(new Remark(field, DROPPED));
            }
            if (redacted == null && (secret || kept != entry.getValue() || !keptName.equals(name))) {
                redacted = new TreeMap<>(attributes);
            }
            if (redacted != null) {
                redacted.remove(name);
                if (!secret) {
                    redacted.put(keptName, kept);
                }
            }
        }
        return redacted == null ? attributes : redacted;
    }

    private static Object number(BigDecimal number, String field, Consumer<Remark> remarks) {
        int digits = number.precision() - number.scale();
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            return number;
        }
        String text = number.toPlainString();
        String masked = CardNumbers.mask(text);
        if (masked.equals(text)) {
            return number;
        }
        remarks.accept(new Remark(field, MASKED));
        return masked;
    }
}
