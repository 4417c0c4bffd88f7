package io.portcullis.rules.reference;

import io.portcullis.domain.activity.App;
import io.portcullis.rules.Diagnostic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code apps.yaml}: the versions of the operator's own apps, so that one that never existed is found out. */
public final class AppReleases {

    private static final Set<String> PLATFORMS = Set.of("ios", "android", "web", "server");

    private final Map<String, Releases> byPlatform;

    /** @param outdated those that are no longer supported */
    private record Releases(Set<String> versions, Set<String> outdated) {}

    private AppReleases(Map<String, Releases> byPlatform) {
        this.byPlatform = Map.copyOf(byPlatform);
    }

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static AppReleases read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Map<String, Releases> apps = new HashMap<>();
        for (YamlNode node : yaml.items(yaml.read(text, Set.of("apps")).get("apps"))) {
            Map<String, YamlNode> fields = yaml.fields(node, Set.of("platform", "versions", "oldest"));
            String platform = yaml.choice(node, fields, "platform", PLATFORMS);
            if (apps.put(platform, releases(yaml, node, fields)) != null) {
                yaml.error(node, "the platform " + platform + " stands here twice");
            }
        }
        return new AppReleases(apps);
    }

    private static Releases releases(YamlFile yaml, YamlNode node, Map<String, YamlNode> fields) {
        List<String> versions = yaml.items(fields.get("versions")).stream()
                .map(version -> String.valueOf(version.value()))
                .toList();
        if (versions.isEmpty()) {
            yaml.error(node, "\"versions\" is missing: those that were released, the oldest first");
        }
        YamlNode oldest = fields.get("oldest");
        int supported = oldest == null ? 0 : versions.indexOf(String.valueOf(oldest.value()));
        if (oldest != null && supported < 0) {
            yaml.error(oldest, "\"" + oldest.value() + "\" is none of the versions");
        }
        return new Releases(
                Set.copyOf(new HashSet<>(versions)), Set.copyOf(versions.subList(0, Math.max(0, supported))));
    }

    /** Whether its platform is listed and its version is not. */
    public boolean isUnknown(@Nullable App app) {
        Releases releases = releases(app);
        return releases != null
                && app != null
                && app.version() != null
                && !releases.versions().contains(app.version());
    }

    public boolean isOutdated(@Nullable App app) {
        Releases releases = releases(app);
        return releases != null
                && app != null
                && app.version() != null
                && releases.outdated().contains(app.version());
    }

    private @Nullable Releases releases(@Nullable App app) {
        return app == null || app.platform() == null ? null : byPlatform.get(app.platform());
    }
}
