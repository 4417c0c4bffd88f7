package io.portcullis.rules.reference;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** {@code lists.yaml}, as it is written: which lists there are, of what, and in which file. */
public record ListsFile(List<Named> lists) {

    static final String EMAIL_DOMAIN = "emailDomain";
    static final String USER_AGENT = "userAgent";

    private static final Set<String> SUBJECTS = subjects();
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Relative, and not out of the folder. */
    private static final Pattern PATH = Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[\\w.-]+(/[\\w.-]+)*");

    /** A list, which may stand in several files. */
    record Named(String name, String of, String file, YamlNode at) {}

    private static Set<String> subjects() {
        Set<String> subjects = new TreeSet<>(Set.of(EMAIL_DOMAIN, USER_AGENT));
        Arrays.stream(EntityKind.values()).map(EntityKind::label).forEach(subjects::add);
        return Set.copyOf(subjects);
    }

    /** The files that the text names, in the folder of rules. What is wrong with it shows when it is read in earnest. */
    public static Set<String> files(String text) {
        Set<String> files = new TreeSet<>();
        read("", text, diagnostic -> {}).lists().stream()
                .map(Named::file)
                .filter(file -> PATH.matcher(file).matches())
                .forEach(files::add);
        return files;
    }

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static ListsFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Set<String> names = new HashSet<>();
        List<Named> lists = new ArrayList<>();
        for (YamlNode node : yaml.items(yaml.read(text, Set.of("lists")).get("lists"))) {
            Named list = named(yaml, node);
            if (!names.add(list.name())) {
                yaml.error(node, "there is a list \"" + list.name() + "\" already");
            }
            lists.add(list);
        }
        return new ListsFile(lists);
    }

    private static Named named(YamlFile yaml, YamlNode node) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("name", "of", "file"));
        String name = yaml.text(node, fields, "name");
        String file = yaml.text(node, fields, "file");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            yaml.error(fields.getOrDefault("name", node), "a list's name is lower-case words with dashes");
        }
        YamlNode at = fields.getOrDefault("file", node);
        if (!file.isEmpty() && !PATH.matcher(file).matches()) {
            yaml.error(at, "\"" + file + "\" is no path within the folder of rules, such as lists/" + name + ".txt");
        }
        return new Named(name, yaml.choice(node, fields, "of", SUBJECTS), file, at);
    }
}
