package io.portcullis.rules.reference;

/**
 * A value of a YAML file, with its place.
 *
 * @param value a String, a {@code List<YamlNode>} or a {@code Map<String, YamlNode>}
 * @param line from 1
 * @param column from 1
 */
public record YamlNode(Object value, int line, int column) {

    /** Empty when it is no text. */
    public String text() {
        return value instanceof String text ? text : "";
    }
}
