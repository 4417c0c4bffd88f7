package io.portcullis.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A parameter that is one of a few words, in upper or lower case. */
final class Choice {

    private Choice() {}

    /** @throws IllegalArgumentException listing the choices, when it is none of them */
    static <E extends Enum<E>> @Nullable E of(Class<E> choices, String name, @Nullable String word) {
        if (word == null) {
            return null;
        }
        E[] all = choices.getEnumConstants();
        return Arrays.stream(all)
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of "
                        + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
