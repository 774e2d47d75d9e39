package dev.tenure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The arrows between packages, and what {@code core} never does. A new arrow is a decision, made here. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenure";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final ImmutableSetMultimap<String, String> ARROWS = ImmutableSetMultimap.<String, String>builder()
            .putAll("stat", "explain")
            .putAll("survival", "explain", "stat")
            .putAll("voice", "explain", "stat")
            .build();

    @Test
    void arrowsBetweenPackages_areExactlyTheAllowedOnes() {
        assertEquals(ARROWS, arrows());
    }

    @Test
    void arrows_formNoCycle() {
        MutableGraph<String> graph = GraphBuilder.directed().build();
        ARROWS.forEach(graph::putEdge);

        assertFalse(Graphs.hasCycle(graph));
    }

    @Test
    void core_readsNoClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CORE);
    }

    @Test
    void core_knowsNoDefaultLocaleOrZone() {
        noClasses()
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(CORE);
    }

    @Test
    void core_doesNoInputOrOutput() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio.file..", "java.net..", "java.sql..")
                .andShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(io\\.(File|Reader|Writer|InputStream|OutputStream|PrintStream).*|nio|net|sql).*")
                .check(CORE);
    }

    private static ImmutableSetMultimap<String, String> arrows() {
        ImmutableSetMultimap.Builder<String, String> arrows = ImmutableSetMultimap.builder();
        for (JavaClass type : CORE) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = subject(type);
                String to = subject(dependency.getTargetClass());
                if (!to.isEmpty() && !to.equals(from) && !to.equals("internal")) {
                    arrows.put(from, to);
                }
            }
        }
        return arrows.build();
    }

    private static String subject(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }
}
