package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyMarksTest {

    private static final String REQUEST = "'type':'api-request','ip':'192.0.2.1','method':'%s'";

    @TempDir
    Path folder;

    @Test
    void givenWordsThatSomeoneMakesUp_thenNoneOfThemIsKept() throws InvalidActivity {
        TallyMarks marks = new TallyMarks(new Schema(Map.of()));
        for (int i = 0; i < 100; i++) {
            for (String made : List.of(
                    REQUEST.formatted("M" + i),
                    "'type':'login','ip':'192.0.2.1','outcome':'failed','reason':'r%d','method':'m%d'"
                            .formatted(i, i))) {
                marks.of(activity(made), EndpointProfile.NONE, "");
            }
        }

        assertThat(marks.kept()).isEqualTo(2);
    }

    @Test
    void givenAMethodThatNoRuleCanAskFor_thenItCountsAmongAllMethods() throws Exception {
        RuleFolder given = new RuleFolder(folder)
                .rule("Methods", 50, "ApiRequest( ip.count(\"request.method\", \"1h\") == 3 )")
                .rule("Gets", 50, "ApiRequest( ip.count(\"request.method.get\", \"1h\") == 1 )");
        try (Story story = given.story()) {
            story.at("10:00:00", REQUEST.formatted("BREW"));
            story.at("10:00:01", REQUEST.formatted("get"));

            assertThat(Story.rules(story.at("10:00:02", REQUEST.formatted("WHEN"))))
                    .containsExactly("Gets", "Methods");
        }
    }

    private static Activity activity(String fields) throws InvalidActivity {
        String json =
                "{'occurredAt':'2026-01-02T03:04:05Z',%s}".formatted(fields).replace('\'', '"');
        return new ActivityReader(() -> "made-up").read(json.getBytes(StandardCharsets.UTF_8));
    }
}
