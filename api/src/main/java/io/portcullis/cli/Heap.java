package io.portcullis.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size of Java's heap. The launcher gives it to Java, which cannot change it once it runs.
 *
 * @param text such as {@code 512m} or {@code 4g}
 */
record Heap(String text, long bytes) {

    static final class Converter implements ITypeConverter<Heap> {
        @Override
        public Heap convert(String text) {
            if (!text.matches("[1-9][0-9]{0,8}[mMgG]")) {
                throw new TypeConversionException("takes a size such as 512m or 4g, not \"" + text + '"');
            }
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return new Heap(text, text.toLowerCase(Locale.ROOT).endsWith("g") ? number << 30 : number << 20);
        }
    }

    /** Whether Java has it. Some collectors keep up to a tenth of it back. */
    boolean isGiven() {
        return Runtime.getRuntime().maxMemory() >= bytes / 10 * 9;
    }

    @Override
    public String toString() {
        return text;
    }
}
