package io.portcullis.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The format in a directive as it stands in a server's configuration: {@code log_format main '…' '…';}. */
final class FormatDirective {

    private static final Pattern NGINX = Pattern.compile("\\s*log_format\\s+|\\s*(?=')");
    private static final Pattern APACHE = Pattern.compile("\\s*(?i:LogFormat)\\s+");
    private static final Pattern ANOTHER = Pattern.compile(
            "\\s*((?i:CustomLog|TransferLog|ErrorLogFormat)|access_log|error_log)\\s.*", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("(?:\\s|\\\\\\R|(?<=^|\\s|;)#[^\\n]*)*");
    private static final Pattern WORD = Pattern.compile(
            "'(?<single>(?:[^'\\\\]|\\\\.)*+)'|\"(?<double>(?:[^\"\\\\]|\\\\.)*+)\"|(?<bare>[^\\s;'\"][^\\s;]*)",
            Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(['\"\\\\])");

    private final String text;
    private final List<String> quoted = new ArrayList<>();
    private final List<String> bare = new ArrayList<>();

    private FormatDirective(String text) {
        this.text = text;
    }

    /**
     * The format in a text that is one directive; any other text is a format itself.
     *
     * @throws IllegalArgumentException when the directive has no end or no format; the message is the user's
     */
    static String format(String text) {
        Matcher another = ANOTHER.matcher(text);
        if (another.matches()) {
            throw new IllegalArgumentException(another.group(1)
                    + " is no format: give the log_format of nginx or the LogFormat of Apache httpd that it names");
        }
        Matcher nginx = NGINX.matcher(text);
        if (nginx.lookingAt()) {
            FormatDirective directive = new FormatDirective(text).read(nginx.end());
            directive.require("log_format NAME 'FORMAT' 'MORE OF IT';", 2);
            return String.join("", directive.quoted);
        }
        Matcher apache = APACHE.matcher(text);
        if (apache.lookingAt()) {
            FormatDirective directive = new FormatDirective(text).read(apache.end());
            directive.require("LogFormat \"FORMAT\" NAME", 1);
            return directive.quoted.get(0);
        }
        return text;
    }

    /** @param mostBare how many words may stand without quotes, such as the name and escape=json */
    private void require(String form, int mostBare) {
        if (quoted.isEmpty() || bare.size() > mostBare) {
            throw new IllegalArgumentException("the directive must be one, written " + form);
        }
    }

    private FormatDirective read(int start) {
        Matcher blank = BLANK.matcher(text);
        Matcher word = WORD.matcher(text);
        int at = skip(blank, start);
        while (at < text.length() && text.charAt(at) != ';') {
            if (!word.find(at) || word.start() != at) {
                throw new IllegalArgumentException(
                        "the quote " + text.charAt(at) + " before \"" + excerpt(at + 1) + "\" is not closed");
            }
            if (word.group("bare") != null) {
                bare.add(word.group("bare"));
            } else {
                String inside = word.group("single") != null ? word.group("single") : word.group("double");
                quoted.add(ESCAPED.matcher(inside).replaceAll("$1"));
            }
            at = skip(blank, word.end());
        }
        int rest = at < text.length() ? skip(blank, at + 1) : at;
        if (rest < text.length()) {
            throw new IllegalArgumentException(
                    "one directive is asked for, and after its ; follows \"" + excerpt(rest) + "\"");
        }
        return this;
    }

    private static int skip(Matcher blank, int at) {
        return blank.find(at) ? blank.end() : at;
    }

    private String excerpt(int from) {
        String line = text.substring(from).lines().findFirst().orElse("");
        return line.length() <= 30 ? line : line.substring(0, 30) + "…";
    }
}
