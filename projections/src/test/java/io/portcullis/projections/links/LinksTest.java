package io.portcullis.projections.links;

import static io.portcullis.projections.Samples.activity;
import static io.portcullis.projections.Samples.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.Projections;
import io.portcullis.projections.TestLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    @TempDir
    Path folder;

    private TestLog log;
    private Projections projections;

    @BeforeEach
    void start() {
        log = new TestLog(folder);
        projections = Projections.start(log.store(), log.dataSource(), log.transactions());
    }

    @AfterEach
    void stop() {
        projections.close();
        log.close();
    }

    private void login(String account, String device, String card) {
        log.allow(activity(("{'id':'x','type':'login','occurredAt':'2026-11-22T12:00:00Z','account':'%s','device':'%s',"
                        + "'card':'%s','outcome':'failed'}")
                .formatted(account, device, card)));
    }

    private LinkGraph graph(int depth) throws Exception {
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));
        return projections.links().of(EntityKind.ACCOUNT, "a-1", depth).orElseThrow();
    }

    @Test
    void givenAccountsThatShareADevice_whenWalked_thenEachIsFoundThroughIt() throws Exception {
        login("a-1", "d-1", "c-1");
        login("a-2", "d-1", "c-2");
        login("a-2", "d-2", "c-2");
        log.decide(
                activity("{'id':'y','type':'login','occurredAt':'2026-11-22T12:00:00Z','account':'a-3','device':'d-2',"
                        + "'outcome':'failed'}"),
                Action.BLOCK,
                90,
                reason("spraying", 90, EntityKind.DEVICE, "d-2"));

        assertThat(graph(1).entities())
                .extracting(LinkedEntity::kind, LinkedEntity::id, LinkedEntity::distance, LinkedEntity::score)
                .containsExactly(tuple("card", "c-1", 1, 0), tuple("device", "d-1", 1, 0));
        assertThat(graph(2).entities())
                .extracting(LinkedEntity::id, LinkedEntity::distance, LinkedEntity::through)
                .contains(tuple("a-2", 2, List.of(new Entity("device", "d-1"))));
        assertThat(graph(3).entities())
                .extracting(LinkedEntity::id, LinkedEntity::distance, LinkedEntity::score)
                .contains(tuple("d-2", 3, 90));
        assertThat(graph(3).truncated()).isFalse();
    }

    @Test
    void givenACrowd_whenWalked_thenTheWalkIsBounded() throws Exception {
        for (int device = 0; device < 30; device++) {
            login("a-1", "d-" + device, "c-" + device);
            for (int account = 0; account < 30; account++) {
                login("a-" + device + "-" + account, "d-" + device, "c-" + account);
            }
        }

        LinkGraph graph = graph(3);
        assertThat(graph.entities()).hasSize(Links.MAX_ENTITIES);
        assertThat(graph.truncated()).isTrue();
    }

    @Test
    void givenAnUnknownEntityOrDepth_whenAsked_thenItSaysSo() {
        assertThat(projections.links().of(EntityKind.ACCOUNT, "nobody", 1)).isEmpty();
        assertThatThrownBy(() -> projections.links().of(EntityKind.ACCOUNT, "a-1", 4))
                .hasMessage("depth must be 1 to 3");
    }
}
