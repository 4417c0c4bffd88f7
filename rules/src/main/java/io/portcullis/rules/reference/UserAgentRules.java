package io.portcullis.rules.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.OS;
import ua_parser.OSParser;
import ua_parser.UserAgent;
import ua_parser.UserAgentParser;

/**
 * Reads user agents as the ua-parser project does, whose regular expressions come with its library. To try the more
 * than five hundred of them takes a millisecond, which attackers who make up user agents would gladly have us spend: so
 * only those are tried that can match, by the sequences of three characters that they require. Immutable.
 */
final class UserAgentRules {

    /** What is longer is no user agent; most are half as long. */
    static final int LONGEST_READ = 512;

    private static final String REGEXES = "/ua_parser/regexes.yaml";
    private static final Pattern LINE = Pattern.compile("(?:  - |    )([a-z0-9_]+): '(.*)'");
    private static final Pattern SECTION = Pattern.compile("([a-z_]+):");

    private final List<Rule<UserAgent>> programs;
    private final List<Rule<OS>> systems;

    /** One regular expression. */
    private record Rule<T>(List<int[]> required, Function<String, T> match) {

        boolean canMatch(Trigrams trigrams) {
            if (required.isEmpty()) {
                return true;
            }
            for (int[] text : required) {
                if (trigrams.hasAll(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What a user agent says.
     *
     * @param family the program's; empty when it is not known
     * @param major version; 0 when it is not known
     * @param system the operating system's family; empty when it is not known
     */
    record Reading(String family, int major, String system) {}

    private UserAgentRules(String regexes) {
        Map<String, List<Map<String, String>>> sections = sections(regexes);
        this.programs = rules(
                sections.getOrDefault("user_agent_parsers", List.of()),
                one -> UserAgentParser.fromList(List.of(one))::parse);
        this.systems =
                rules(sections.getOrDefault("os_parsers", List.of()), one -> OSParser.fromList(List.of(one))::parse);
    }

    /** Made when it is first needed: many commands never read a user agent. */
    private static final class Library {
        static final UserAgentRules RULES = new UserAgentRules(UserAgentRules.text());
    }

    static UserAgentRules library() {
        return Library.RULES;
    }

    /** The regular expressions, by which a decision may come out otherwise in another version of the library. */
    static String text() {
        try (InputStream regexes = UserAgentParser.class.getResourceAsStream(REGEXES)) {
            if (regexes == null) {
                throw new IOException("this build of Portcullis has no " + REGEXES);
            }
            return new String(regexes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file keeps to so small a part of YAML that reading it as such takes 5 ms instead of 700. */
    private static Map<String, List<Map<String, String>>> sections(String regexes) {
        Map<String, List<Map<String, String>>> sections = new HashMap<>();
        List<Map<String, String>> section = new ArrayList<>();
        for (String line : regexes.lines().toList()) {
            Matcher entry = LINE.matcher(line);
            Matcher beginning = SECTION.matcher(line);
            if (beginning.matches()) {
                section = sections.computeIfAbsent(beginning.group(1), name -> new ArrayList<>());
            } else if (entry.matches()) {
                if (line.charAt(2) == '-') {
                    section.add(new HashMap<>());
                }
                section.get(section.size() - 1)
                        .put(entry.group(1), entry.group(2).replace("''", "'"));
            } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                throw new IllegalStateException("not understood in " + REGEXES + ": " + line);
            }
        }
        return sections;
    }

    private static <T> List<Rule<T>> rules(
            List<Map<String, String>> section, Function<Map<String, String>, Function<String, T>> compile) {
        return section.stream()
                .map(one -> new Rule<>(
                        Trigrams.ofEach(RequiredTexts.of(one.getOrDefault("regex", ""))), compile.apply(one)))
                .toList();
    }

    Reading read(String userAgent) {
        String read = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_READ));
        Trigrams trigrams = new Trigrams(read.toLowerCase(Locale.ROOT));
        UserAgent program = first(programs, read, trigrams, UserAgent.OTHER);
        OS system = first(systems, read, trigrams, OS.OTHER);
        return new Reading(known(program.family), number(program.major), known(system.family));
    }

    private static <T> T first(List<Rule<T>> rules, String userAgent, Trigrams trigrams, T none) {
        for (Rule<T> rule : rules) {
            if (rule.canMatch(trigrams)) {
                T found = rule.match.apply(userAgent);
                if (!none.equals(found)) {
                    return found;
                }
            }
        }
        return none;
    }

    private static String known(@Nullable String family) {
        return family == null || family.equals("Other") ? "" : family;
    }

    /** Of at most four digits; 0 where there is none. */
    static int number(@Nullable String text) {
        int number = 0;
        for (int i = 0; text != null && i < Math.min(4, text.length()); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }
}
