package io.portcullis.rules.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The nodes of a YAML text, with its aliases and merge keys resolved. */
final class YamlNodes {

    private static final int LARGEST = 64 << 20;

    /** That a field stands there twice, this class says itself, with its place. Aliases share what they stand for. */
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(LARGEST)
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .setSchema(new CoreSchema())
            .build();

    private final YamlFile file;

    /** By what it was made from: an alias is the same node, so that aliases of aliases do not multiply. */
    private final IdentityHashMap<Node, Optional<YamlNode>> known = new IdentityHashMap<>();

    /** Those that are being made: one that stands within itself leads back to one of them. */
    private final Set<Node> begun = Collections.newSetFromMap(new IdentityHashMap<>());

    YamlNodes(YamlFile file) {
        this.file = file;
    }

    /** The first document; null when there is none, or nothing in it. */
    @Nullable
    YamlNode first(String text) {
        Iterator<Node> documents =
                new Compose(SETTINGS).composeAllFromString(text).iterator();
        return documents.hasNext() ? node(documents.next()) : null;
    }

    private @Nullable YamlNode node(Node node) {
        Optional<YamlNode> found = known.get(node);
        if (found != null) {
            return found.orElse(null);
        }
        if (!begun.add(node)) {
            file.error(at(node, ""), "this stands within itself");
            return null;
        }
        YamlNode made = node instanceof ScalarNode scalar
                ? scalar.getTag().equals(Tag.NULL) ? null : at(node, scalar.getValue())
                : at(node, node instanceof MappingNode mapping ? fields(mapping) : items((SequenceNode) node));
        known.put(node, Optional.ofNullable(made));
        return made;
    }

    private static YamlNode at(Node node, Object value) {
        Mark mark = node.getStartMark().orElse(null);
        return mark == null ? new YamlNode(value, 1, 1) : new YamlNode(value, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Map<String, YamlNode> fields(MappingNode mapping) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                file.error(at(tuple.getKeyNode(), ""), "a field's name must be a text");
                continue;
            }
            YamlNode value = node(tuple.getValueNode());
            YamlNode field = value == null ? missing(key, tuple.getValueNode()) : value;
            if (!names.add(key.getValue())) {
                file.error(field, "\"" + key.getValue() + "\" stands here twice");
            }
            fields.put(key.getValue(), field);
        }
        return fields;
    }

    /** A null that is not written stands nowhere. */
    private static YamlNode missing(Node key, Node value) {
        return at(value instanceof ScalarNode scalar && scalar.getValue().isEmpty() ? key : value, "");
    }

    private List<YamlNode> items(SequenceNode sequence) {
        List<YamlNode> items = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            YamlNode item = node(node);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }
}
