package kz.qalam.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The arrows within core, as docs/architecture.md draws them: each room leads only to those before it. */
class HouseTest {

    /** In the order of the walk; «intake» stands beside and is entered last. */
    private static final List<String> ROOMS = List.of("language", "refusal", "darkroom", "copy", "audit", "staff",
            "style", "tag", "media", "article",
            "review",
            "publication", "intake");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("kz.qalam.core");

    @Test
    void eachRoomLeadsOnlyToThoseBeforeIt() {
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> later = new ArrayList<>();
            for (String room : ROOMS.subList(i + 1, ROOMS.size())) {
                later.add("kz.qalam.core." + room + "..");
            }
            if (!later.isEmpty()) {
                noClasses().that(resideInAPackage("kz.qalam.core." + ROOMS.get(i) + "..")).should()
                        .dependOnClassesThat(resideInAnyPackage(later.toArray(String[]::new)))
                        .because("the walk goes one way").allowEmptyShould(true).check(CORE);
            }
        }
    }

    @Test
    void everyRoomIsOnThePlan() {
        List<String> plan = ROOMS.stream().map(room -> "kz.qalam.core." + room + "..").toList();
        classes().that().resideOutsideOfPackage("kz.qalam.core").should()
                .resideInAnyPackage(plan.toArray(String[]::new)).check(CORE);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching("kz.qalam.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void languageCopyRefusalAndDarkroomArePlainJava() {
        noClasses().that()
                .resideInAnyPackage("kz.qalam.core.language..", "kz.qalam.core.copy..", "kz.qalam.core.refusal..",
                        "kz.qalam.core.darkroom..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.persistence..", "jakarta.enterprise..", "org.hibernate..")
                .because("publishing uses them without the newsroom").check(CORE);
    }

    @Test
    void coreKnowsNoEdge() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "io.quarkus.oidc..", "io.vertx..")
                .because("pages, API and command line all come in by the acts").check(CORE);
    }

    @Test
    void nothingIsNamedForItsTechnique() {
        noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|DTO)").check(CORE);
    }

    @Test
    void entitiesHaveNoSetters() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should()
                .haveNameNotMatching("set[A-Z].*")
                .check(CORE);
    }

    @Test
    void onlyActsAndReadingsOpenTransactions() {
        methods().that().areAnnotatedWith(Transactional.class).should().bePublic()
                .because("a transaction is a whole act, begun from outside").check(CORE);
    }
}
