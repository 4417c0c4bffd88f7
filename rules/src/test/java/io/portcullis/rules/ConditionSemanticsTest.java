package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.decision.Decision;
import io.portcullis.rules.reference.CanonicalPath;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compiled rule holds exactly when its text says so: random conditions against their own evaluation. */
class ConditionSemanticsTest {

    /**
     * @param calls how many there were so far, itself included
     * @param paths how many of their paths differ
     */
    private record Request(int status, long durationMs, String path, boolean session, long calls, long paths) {

        String fields() {
            return "'type':'api-request','ip':'192.0.2.1','status':%d,'durationMs':%d,'path':'%s'%s"
                    .formatted(status, durationMs, path, session ? ",'session':'s'" : "");
        }
    }

    private record Truth(String text, Predicate<Request> value) {}

    private record Amount(String text, ToLongFunction<Request> value) {}

    private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/login", "/v1/é", "/a//b", "/b a");

    private final Random random = new Random(42);

    @TempDir
    Path folder;

    @Test
    void givenRandomConditions_thenTheyHoldWhereTheySay() throws Exception {
        Map<String, Truth> conditions = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            conditions.put("random " + i, either(2));
        }
        // many constraints on one property
        for (int i = 0; i < 14; i++) {
            int bound = 200 + i;
            int duration = i;
            String path = PATHS.get(i % PATHS.size());
            conditions.put("equal " + i, new Truth("status == " + bound, request -> request.status() == bound));
            conditions.put("above " + i, new Truth("status > " + bound, request -> request.status() > bound));
            conditions.put("below " + i, new Truth("durationMs <= " + i, request -> request.durationMs() <= duration));
            conditions.put("text " + i, new Truth("path == \"" + path + "\"", request -> request.path()
                    .equals(path)));
        }
        givenRules(conditions);
    }

    /** Rules that say several things, many of them alike: they are looked at in another order, with more between. */
    @Test
    void givenRulesThatAreAlikeInPart_andAskTheMemory_thenTheyHoldWhereTheySay() throws Exception {
        List<Truth> parts = Stream.concat(
                        IntStream.of(2, 9, 23, 41)
                                .boxed()
                                .flatMap(bound -> Stream.of(
                                        new Truth(
                                                "ip.count(\"request\", \"10m\") >= " + bound,
                                                request -> request.calls() >= bound),
                                        new Truth(
                                                "ip.count(\"request\", \"10m\") <= " + bound,
                                                request -> request.calls() <= bound),
                                        new Truth(
                                                "status == " + (200 + bound % 7),
                                                request -> request.status() == 200 + bound % 7),
                                        both(1))),
                        Stream.of(
                                new Truth(
                                        "ip.distinct(\"path\", \"10m\") >= 4 || status == 209",
                                        request -> request.paths() >= 4 || request.status() == 209),
                                new Truth(
                                        "2 * ip.distinct(\"path\", \"10m\") > ip.count(\"request\", \"10m\")",
                                        request -> 2 * request.paths() > request.calls()),
                                new Truth("session.present", Request::session),
                                new Truth("!session.present", request -> !request.session()),
                                new Truth("ip.since(\"request\") == 0", request -> true)))
                .toList();
        Map<String, Truth> conditions = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            List<Truth> some = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(part -> pick(parts))
                    .toList();
            conditions.put("several " + i, allOf(some, ", "));
        }
        givenRules(conditions);
    }

    private void givenRules(Map<String, Truth> conditions) throws Exception {
        RuleFolder given = new RuleFolder(folder);
        conditions.forEach((name, truth) -> given.rule(name, 10, "ApiRequest( " + truth.text() + " )"));
        Set<String> paths = new HashSet<>();
        try (Story story = given.story()) {
            for (int i = 0; i < 60; i++) {
                String path = pick(PATHS);
                paths.add(CanonicalPath.of(path));
                Request request = new Request(
                        198 + random.nextInt(20), random.nextInt(16), path, random.nextBoolean(), i + 1, paths.size());
                Decision decision = story.at("10:00:00", request.fields());
                assertThat(Story.rules(decision))
                        .as("%s", request)
                        .containsExactlyInAnyOrderElementsOf(conditions.entrySet().stream()
                                .filter(each -> each.getValue().value().test(request))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }
    }

    private Truth either(int depth) {
        List<Truth> terms = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> both(depth))
                .toList();
        return new Truth(terms.stream().map(Truth::text).collect(Collectors.joining(" || ")), request -> terms.stream()
                .anyMatch(term -> term.value().test(request)));
    }

    private Truth both(int depth) {
        List<Truth> terms = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> term(depth))
                .toList();
        return allOf(terms, " && ");
    }

    private static Truth allOf(List<Truth> terms, String sign) {
        return new Truth(terms.stream().map(Truth::text).collect(Collectors.joining(sign)), request -> terms.stream()
                .allMatch(term -> term.value().test(request)));
    }

    private Truth term(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> new Truth("session.present", Request::session);
            case 1 -> new Truth("!session.present", request -> !request.session());
            case 2 -> comparison();
            case 3 -> texts();
            case 4 -> {
                int bound = 200 + random.nextInt(10);
                yield new Truth(
                        "status in (0" + bound + ", 3000000000, 204)",
                        request -> request.status() == bound || request.status() == 204);
            }
            case 5 ->
                new Truth("path not contains \"a\"", request -> !request.path().contains("a"));
            case 6 ->
                new Truth("path matches \"/[ab](/.*)?\"", request -> request.path()
                        .matches("/[ab](/.*)?"));
            case 7 -> {
                Truth inner = either(depth - 1);
                yield new Truth("(" + inner.text() + ")", inner.value());
            }
            default -> {
                Truth inner = either(depth - 1);
                yield new Truth("!(" + inner.text() + ")", inner.value().negate());
            }
        };
    }

    private Truth texts() {
        String one = pick(PATHS);
        String two = pick(PATHS);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Truth("path == \"" + one + "\"", request -> request.path().equals(one));
            case 1 ->
                new Truth("path != \"" + one + "\"", request -> !request.path().equals(one));
            case 2 ->
                new Truth(
                        "(path == \"" + one + "\" || == \"" + two + "\")",
                        request -> request.path().equals(one) || request.path().equals(two));
            default ->
                new Truth(
                        "path not in (\"" + one + "\", \"" + two + "\")",
                        request ->
                                !request.path().equals(one) && !request.path().equals(two));
        };
    }

    private Truth comparison() {
        Amount left = amount(1);
        Amount right = amount(1);
        String sign = pick(List.of("==", "!=", "<", "<=", ">", ">="));
        return new Truth(left.text() + " " + sign + " " + right.text(), request -> {
            int order = Long.compare(
                    left.value().applyAsLong(request), right.value().applyAsLong(request));
            return switch (sign) {
                case "==" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        });
    }

    private Amount amount(int depth) {
        int number = random.nextInt(400);
        return switch (random.nextInt(depth > 0 ? 7 : 3)) {
            case 0 -> new Amount("status", Request::status);
            case 1 -> new Amount("durationMs", Request::durationMs);
            case 2 -> new Amount(Integer.toString(number), request -> number);
            case 3 -> new Amount("-" + number, request -> -number);
            default -> calculated(amount(depth - 1), amount(depth - 1));
        };
    }

    private Amount calculated(Amount left, Amount right) {
        ToLongFunction<Request> a = left.value();
        ToLongFunction<Request> b = right.value();
        return switch (random.nextInt(4)) {
            case 0 ->
                new Amount(
                        "(" + left.text() + " + " + right.text() + ")",
                        request -> a.applyAsLong(request) + b.applyAsLong(request));
            case 1 ->
                new Amount(
                        left.text() + " - (" + right.text() + ")",
                        request -> a.applyAsLong(request) - b.applyAsLong(request));
            case 2 -> new Amount("3 * (" + right.text() + ")", request -> 3 * b.applyAsLong(request));
            default -> new Amount("(" + left.text() + ") / 7", request -> a.applyAsLong(request) / 7);
        };
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
