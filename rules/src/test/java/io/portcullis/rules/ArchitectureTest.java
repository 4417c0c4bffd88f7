package io.portcullis.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The walls of the engine. */
@AnalyzeClasses(packages = "io.portcullis.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What {@code List.of} and its like make: they refuse every change. */
    private static final Set<Class<?>> UNMODIFIABLE = Set.of(
            List.of().getClass().getSuperclass().getSuperclass(),
            Map.of(1, 1).getClass().getSuperclass());

    @ArchTest
    static final ArchRule noFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..", "javax.sql..")
            .because("the engine runs in a plain main(), and wherever its memory is taken");

    @ArchTest
    static final ArchRule memoryStandsAlone = noClasses()
            .that()
            .resideInAPackage("..memory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..rules.evaluation..", "..rules.language..", "..rules.reference..", "org.drools..")
            .because("it could be kept elsewhere, keyed by entity");

    @ArchTest
    static final ArchRule vocabularyKnowsNoMemory = noClasses()
            .that()
            .resideInAPackage("..vocabulary..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..rules.memory..", "..rules.evaluation..", "..rules.language..", "..rules.reference..")
            .because("rules reach nothing but the vocabulary, and what it can reach");

    @ArchTest
    static final ArchRule noWallClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a decision is a function of the log");

    @ArchTest
    static final ArchRule noState = fields().that(
                    new DescribedPredicate<JavaField>("are static and no constants of the compiler's") {
                        @Override
                        public boolean test(JavaField field) {
                            return field.getModifiers().contains(JavaModifier.STATIC)
                                    && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                                    && !field.getName().startsWith("$");
                        }
                    })
            .should()
            .beFinal()
            .andShould(new ArchCondition<JavaField>("hold nothing that changes") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    if (canChange(field.reflect())) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
                    }
                }
            })
            .because("engines share nothing");

    private static boolean canChange(Field field) {
        if (field.getType().isArray()) {
            return !isEmptyArray(field);
        }
        if (!Collection.class.isAssignableFrom(field.getType()) && !Map.class.isAssignableFrom(field.getType())) {
            return false;
        }
        Object value = value(field);
        return UNMODIFIABLE.stream().noneMatch(type -> type.isInstance(value));
    }

    private static boolean isEmptyArray(Field field) {
        return Array.getLength(value(field)) == 0
                // of a constant's values nobody writes an element
                || field.getType().getComponentType().isEnum();
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
