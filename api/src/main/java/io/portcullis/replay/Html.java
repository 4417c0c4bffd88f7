package io.portcullis.replay;

import java.util.Locale;

/** A page as it is written: what comes from history is escaped, always. */
final class Html {

    private final StringBuilder page = new StringBuilder(1 << 14);

    /** Adds markup, with values put in for {@code %s} as text and for {@code %d} as numbers. */
    Html add(String markup, Object... values) {
        Object[] safe = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            safe[i] = values[i] instanceof Number ? values[i] : escape(String.valueOf(values[i]));
        }
        page.append(String.format(Locale.ROOT, markup, safe)).append('\n');
        return this;
    }

    /** Adds the program's own text as it is. */
    Html raw(String text) {
        page.append(text);
        return this;
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(character) ? '\uFFFD' : character);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
