package io.portcullis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies run one way: api to projections, rules and test-scenarios, and all of them to domain. */
@AnalyzeClasses(packages = "io.portcullis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] API = {
        "io.portcullis.store..",
        "io.portcullis.intake..",
        "io.portcullis.http..",
        "io.portcullis.security..",
        "io.portcullis.server..",
        "io.portcullis.cli.."
    };

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage("io.portcullis.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.portcullis.rules..",
                    "io.portcullis.projections..",
                    "io.portcullis.scenarios..",
                    "io.portcullis.simulation..");

    @ArchTest
    static final ArchRule RULES_KNOW_DOMAIN_ALONE = noClasses()
            .that()
            .resideInAPackage("io.portcullis.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.portcullis.projections..", "io.portcullis.scenarios..", "io.portcullis.simulation..");

    @ArchTest
    static final ArchRule PROJECTIONS_KNOW_DOMAIN_ALONE = noClasses()
            .that()
            .resideInAPackage("io.portcullis.projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.portcullis.rules..", "io.portcullis.scenarios..", "io.portcullis.simulation..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_BELOW_KNOWS_THE_APPLICATION = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.portcullis.domain..",
                    "io.portcullis.rules..",
                    "io.portcullis.projections..",
                    "io.portcullis.scenarios..",
                    "io.portcullis.simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(API);

    @ArchTest
    static final ArchRule RULES_NEED_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.portcullis.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule DOMAIN_NEEDS_NO_FRAMEWORK_BUT_AXON_FOR_ITS_EVENTS = noClasses()
            .that()
            .resideInAPackage("io.portcullis.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.drools..", "org.kie..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ACTIVITIES_AND_DECISIONS_ARE_FREE_OF_AXON = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.portcullis.domain.activity..",
                    "io.portcullis.domain.decision..",
                    "io.portcullis.domain.entity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule THE_INTAKE_NEEDS_NO_WEB = noClasses()
            .that()
            .resideInAnyPackage("io.portcullis.store..", "io.portcullis.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.boot..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_APPLICATION_HAVE_NO_CYCLES = slices().matching(
                    "io.portcullis.(store|intake|http|security|server)..")
            .should()
            .beFreeOfCycles();
}
