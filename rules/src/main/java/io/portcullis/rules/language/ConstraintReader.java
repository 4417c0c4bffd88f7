package io.portcullis.rules.language;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.portcullis.rules.vocabulary.Entity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.jspecify.annotations.Nullable;

/**
 * Reads one constraint of a pattern as a syntax tree, and refuses whatever is not known to be harmless: what remains
 * are comparisons, arithmetic and literals over properties of the fact, and questions to its entities.
 */
final class ConstraintReader {

    private static final Set<String> OPERATORS = Set.of("matches", "contains", "in", "str");
    private static final int LONGEST_LITERAL = 500;

    private final Source source;
    private final FactType fact;
    private final String text;
    private final int offset;
    private final QuestionReader questions;
    private final Diagnostics diagnostics;

    private final List<Asked> asked = new ArrayList<>();
    private final List<Mentioned> mentioned = new ArrayList<>();

    ConstraintReader(
            Source source, FactType fact, String text, int offset, TallyNames tallies, Diagnostics diagnostics) {
        this.source = source;
        this.fact = fact;
        this.text = text;
        this.offset = offset;
        this.diagnostics = diagnostics;
        this.questions = new QuestionReader(tallies, this::error);
    }

    void read() {
        try {
            DrlxExpression constraint = DrlxParseUtil.parseExpression(text);
            if (constraint.getBind() != null) {
                error(constraint.getBind().asString(), "a rule needs no variables: write the constraint alone");
            }
            visit(constraint.getExpr());
        } catch (ParseProblemException e) {
            String problem = e.getProblems().get(0).getMessage();
            error("", "not an expression: " + problem.lines().findFirst().orElse(""));
        }
    }

    List<Asked> asked() {
        return asked;
    }

    List<Mentioned> mentioned() {
        return mentioned;
    }

    private void visit(Expression expression) {
        if (expression instanceof BinaryExpr binary) {
            visit(binary.getLeft());
            visit(binary.getRight());
        } else if (expression instanceof HalfBinaryExpr half) {
            visit(half.getRight());
        } else if (expression instanceof UnaryExpr unary) {
            visitUnary(unary);
        } else if (expression instanceof EnclosedExpr enclosed) {
            visit(enclosed.getInner());
        } else if (expression instanceof PointFreeExpr pointFree) {
            visitOperator(pointFree);
        } else if (expression instanceof MethodCallExpr call) {
            visitCall(call);
        } else if (expression instanceof NameExpr || expression instanceof FieldAccessExpr) {
            property(expression).ifPresent(path -> mention(expression, path));
        } else if (expression instanceof StringLiteralExpr literal) {
            visitText(literal);
        } else if (!isNumberOrBoolean(expression)) {
            error(firstWord(expression), "a rule may compare, calculate and ask its entities; this it may not");
        }
    }

    private static boolean isNumberOrBoolean(Expression expression) {
        return expression instanceof IntegerLiteralExpr
                || expression instanceof LongLiteralExpr
                || expression instanceof DoubleLiteralExpr
                || expression instanceof BooleanLiteralExpr;
    }

    private void visitUnary(UnaryExpr unary) {
        switch (unary.getOperator()) {
            case LOGICAL_COMPLEMENT, MINUS -> visit(unary.getExpression());
            default -> error(unary.getOperator().asString(), "this operator may not stand in a rule");
        }
    }

    private void visitOperator(PointFreeExpr expression) {
        String operator = expression.getOperator().asString();
        if (!OPERATORS.contains(operator)) {
            error(operator, "unknown operator \"" + operator + "\"" + Nearest.hint(operator, OPERATORS));
        }
        visit(expression.getLeft());
        expression.getRight().forEach(right -> {
            if (right instanceof StringLiteralExpr literal) {
                visitText(literal);
            } else if (!isNumberOrBoolean(right)) {
                error(operator, "\"" + operator + "\" needs literals on its right");
            }
        });
    }

    private void visitText(StringLiteralExpr literal) {
        if (literal.getValue().length() > LONGEST_LITERAL) {
            error("", "a text in a rule has at most " + LONGEST_LITERAL + " characters");
        }
    }

    private void visitCall(MethodCallExpr call) {
        String name = call.getNameAsString();
        Optional<Expression> scope = call.getScope();
        if (scope.isEmpty()) {
            visitOwnCall(call, name);
            return;
        }
        Optional<List<Method>> path = property(scope.get());
        if (path.isEmpty()) {
            return;
        }
        Method last = path.get().get(path.get().size() - 1);
        if (!Entity.class.isAssignableFrom(last.getReturnType())) {
            error(name, "only entities can be asked, and \"" + propertyName(scope.get()) + "\" is none");
            return;
        }
        questions.read(entityName(scope.get()), name, call.getArguments()).ifPresent(asked::add);
    }

    private void visitOwnCall(MethodCallExpr call, String name) {
        String known = fact.name().equals("Assessment") ? "signalled" : "attribute";
        if (!name.equals(known)) {
            error(name, "unknown call \"" + name + "\" of " + fact.name() + Nearest.hint(name, List.of(known)));
        } else if (call.getArguments().size() != 1 || !(call.getArgument(0) instanceof StringLiteralExpr)) {
            error(name, "\"" + name + "\" needs one text: " + name + "(\"…\")");
        }
    }

    /** The accessors to a property of the fact; empty, with an error reported, when there is none. */
    private Optional<List<Method>> property(Expression expression) {
        if (expression instanceof NameExpr name) {
            return accessor(fact, name.getNameAsString()).map(List::of);
        }
        if (expression instanceof FieldAccessExpr access) {
            Optional<List<Method>> scope = property(access.getScope());
            if (scope.isEmpty()) {
                return scope;
            }
            Class<?> type = scope.get().get(scope.get().size() - 1).getReturnType();
            return accessor(FactType.of(type), access.getNameAsString())
                    .map(method -> Stream.concat(scope.get().stream(), Stream.of(method))
                            .toList());
        }
        error(firstWord(expression), "only properties of " + fact.name() + " and of its entities can be used here");
        return Optional.empty();
    }

    private Optional<Method> accessor(FactType type, String name) {
        Method method = type.properties().get(name);
        if (method == null) {
            error(
                    name,
                    type.name() + " has no \"" + name + "\""
                            + Nearest.hint(name, type.properties().keySet()));
        }
        return Optional.ofNullable(method);
    }

    private void mention(Expression expression, List<Method> path) {
        Class<?> type = path.get(path.size() - 1).getReturnType();
        if (type == String.class || type.isPrimitive() && type != boolean.class) {
            mentioned.add(new Mentioned(propertyName(expression), path));
        }
    }

    private static String propertyName(Expression expression) {
        return expression instanceof FieldAccessExpr access
                ? propertyName(access.getScope()) + "." + access.getNameAsString()
                : expression instanceof NameExpr name ? name.getNameAsString() : "this";
    }

    private static String entityName(Expression scope) {
        return scope instanceof FieldAccessExpr access ? access.getNameAsString() : propertyName(scope);
    }

    private static String firstWord(Expression expression) {
        return expression
                .findFirst(NameExpr.class)
                .map(NameExpr::getNameAsString)
                .orElse("");
    }

    /** The parser keeps no places, so the error stands at the first mention of the word at fault. */
    private void error(String word, String message) {
        int at = word.isEmpty() ? 0 : indexOfWord(word);
        diagnostics.add(source, offset + at, message);
    }

    private int indexOfWord(String word) {
        int at = text.indexOf(word);
        while (at >= 0 && (isPartOfWord(at - 1) || isPartOfWord(at + word.length()))) {
            at = text.indexOf(word, at + 1);
        }
        return Math.max(0, at);
    }

    private boolean isPartOfWord(int index) {
        return index >= 0 && index < text.length() && Character.isJavaIdentifierPart(text.charAt(index));
    }

    /** Where a reader of parts of the constraint says what is wrong. */
    @FunctionalInterface
    interface Report {
        void error(String word, String message);
    }

    static @Nullable String literal(Expression expression) {
        return expression instanceof StringLiteralExpr text ? text.asString() : null;
    }
}
