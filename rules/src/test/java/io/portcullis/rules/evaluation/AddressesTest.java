package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.language.Asked;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final String RULE = """
            rule "A"
                @signal("a") @threat("OAT-001") @score(10) @entity("ip")
            when
                ApiRequest( ip.count("request", "10m") > 5, ip.count("request", "1h") > ip.age(),
                            account.isNew("device", "1h"), account.count("request", "10m") > 5,
                            account.peers("request", "1h") > 2.5 )
            then
                risk.raise();
            end
            """;

    @Test
    void questionsOfAnEntityAreCompiledToTheirSlots_andThoseOfAnotherToItsOwn() {
        Diagnostics diagnostics = new Diagnostics();
        ParsedRule rule = new RuleReader(diagnostics)
                .read(List.of(new Source("a.drl", RULE)))
                .get(0);
        assertThat(diagnostics.isEmpty()).isTrue();
        Schema schema = new Schema(
                Map.of(EntityKind.IP, asked(rule, EntityKind.IP), EntityKind.ACCOUNT, asked(rule, EntityKind.ACCOUNT)));
        int tenMinutes = slot(schema, EntityKind.IP, "10m");
        int hour = slot(schema, EntityKind.IP, "1h");
        int ofAccount = slot(schema, EntityKind.ACCOUNT, "10m");
        int device = schema.slot(EntityKind.ACCOUNT, new Question(Question.Function.IS_NEW, "device", "", "1h"))
                .orElseThrow();
        int ofPeers = schema.slot(EntityKind.ACCOUNT, new Question(Question.Function.PEERS, "", "request", "1h"))
                .orElseThrow();
        assertThat(new Addresses(schema).of(rule).patterns().toList().get(0).constraints())
                .containsExactly(
                        "ip.count(" + tenMinutes + ") > 5",
                        "ip.count(" + hour + ") > ip.age()",
                        "account.isNew(" + device + ")",
                        "account.count(" + ofAccount + ") > 5",
                        "account.peers(" + ofPeers + ") > 2.5");
        assertThat(tenMinutes).isNotEqualTo(hour);
    }

    private static int slot(Schema schema, EntityKind kind, String window) {
        return schema.slot(kind, new Question(Question.Function.COUNT, "", "request", window))
                .orElseThrow();
    }

    private static List<Question> asked(ParsedRule rule, EntityKind kind) {
        return rule.asked().stream()
                .filter(each -> each.kind() == kind)
                .map(Asked::question)
                .toList();
    }
}
