package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code distinct} can count: the kinds of entity, and a few properties of the activity. */
public final class Dimension {

    /** Those that are no entity, behind the entities' ordinals. */
    private static final List<String> PROPERTIES = List.of("resource", "path", "country", "email");

    /** All of them, in the order of {@link #index}. */
    public static final List<String> LABELS = labels();

    /** The index of the first that is no entity. */
    public static final int RESOURCE = EntityKind.values().length;

    public static final int PATH = RESOURCE + 1;
    public static final int COUNTRY = RESOURCE + 2;
    public static final int EMAIL = RESOURCE + 3;

    /** How many there are. */
    public static final int COUNT = LABELS.size();

    private Dimension() {}

    private static List<String> labels() {
        List<String> labels = new ArrayList<>(
                Arrays.stream(EntityKind.values()).map(EntityKind::label).toList());
        labels.addAll(PROPERTIES);
        return List.copyOf(labels);
    }

    static int index(String label) {
        return LABELS.indexOf(label);
    }
}
