package io.portcullis.scenarios;

import io.portcullis.scenarios.Node.Entry;
import io.portcullis.scenarios.Node.Mapping;
import io.portcullis.scenarios.Node.Scalar;
import io.portcullis.scenarios.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the values of a mapping's keys, and says where one is not what it must be. */
final class Keys {

    private final String file;
    private final Mapping mapping;

    private Keys(String file, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    static Keys of(String file, Node node, String what) throws InvalidScenario {
        if (node instanceof Mapping mapping) {
            return new Keys(file, mapping);
        }
        throw new InvalidScenario(file, node.place(), what + " must be a mapping of keys to values");
    }

    Keys allow(Set<String> known) throws InvalidScenario {
        for (var entry : mapping.entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new InvalidScenario(
                        file,
                        entry.getValue().place(),
                        "unknown key \"" + entry.getKey() + "\"; known here: "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    Place place() {
        return mapping.place();
    }

    Mapping mapping() {
        return mapping;
    }

    @Nullable
    Node node(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    Node required(String key) throws InvalidScenario {
        Node node = node(key);
        if (node == null) {
            throw new InvalidScenario(file, place(), "\"" + key + "\" is missing");
        }
        return node;
    }

    @Nullable
    String text(String key) throws InvalidScenario {
        Node node = node(key);
        return node == null ? null : text(node, "\"" + key + "\"");
    }

    String text(Node node, String what) throws InvalidScenario {
        if (node instanceof Scalar scalar && scalar.value() != null) {
            return scalar.value().toString();
        }
        throw new InvalidScenario(file, node.place(), what + " must be a text");
    }

    int count(String key, int otherwise) throws InvalidScenario {
        Node node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Scalar scalar
                && scalar.value() instanceof Long number
                && number >= 1
                && number <= 100_000) {
            return number.intValue();
        }
        throw new InvalidScenario(file, node.place(), "\"" + key + "\" must be a number from 1 to 100000");
    }

    @Nullable
    Boolean bool(String key) throws InvalidScenario {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar && scalar.value() instanceof Boolean bool) {
            return bool;
        }
        throw new InvalidScenario(file, node.place(), "\"" + key + "\" must be true or false");
    }

    List<Node> list(String key) throws InvalidScenario {
        if (required(key) instanceof Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        throw new InvalidScenario(file, required(key).place(), "\"" + key + "\" must be a list of at least one");
    }

    /** One text, or a list of them; empty when the key is not there. */
    List<Scalar> texts(String key) throws InvalidScenario {
        Node node = node(key);
        List<Scalar> texts = new ArrayList<>();
        List<Node> items =
                node == null ? List.of() : node instanceof Sequence sequence ? sequence.items() : List.of(node);
        for (Node item : items) {
            texts.add(new Scalar(item.place(), text(item, "each of \"" + key + "\"")));
        }
        return texts;
    }

    InvalidScenario invalid(String key, String message) {
        Node node = node(key);
        return new InvalidScenario(file, node == null ? place() : node.place(), message);
    }
}
