package dev.tenure;

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
import org.junit.jupiter.api.Test;

/** The arrows between packages, and what {@code core} never does. A new arrow is a decision, made here. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenure";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final ImmutableSetMultimap<String, String> ARROWS = ImmutableSetMultimap.<String, String>builder()
            .putAll("calendar", "explain")
            .putAll("calendar.icalendar", "calendar", "explain")
            .putAll("calendar.jollyday", "calendar", "explain")
            .putAll("calendar.russia", "calendar", "explain")
            .putAll("contract", "client", "money")
            .putAll("revenue", "calendar", "client", "contract", "explain", "money", "stat")
            .putAll("reconciliation", "calendar", "contract", "explain", "money", "retention", "revenue")
            .putAll("retention", "calendar", "contract", "explain", "money", "stat")
            .putAll("retention.cohort", "calendar", "contract", "explain", "money", "retention", "stat", "survival")
            .putAll(
                    "retention.projection",
                    "calendar",
                    "explain",
                    "lifetime.contractual",
                    "lifetime.estimation",
                    "retention.cohort",
                    "stat")
            .putAll("lifetime", "client", "explain", "money", "stat", "survival")
            .putAll("lifetime.contractual", "explain", "lifetime", "lifetime.estimation", "stat")
            .putAll("lifetime.discrete", "explain", "lifetime", "lifetime.estimation")
            .putAll("lifetime.estimation", "explain", "stat")
            .putAll("lifetime.noncontractual", "explain", "lifetime", "lifetime.estimation", "stat")
            .putAll("lifetime.spend", "explain", "lifetime.estimation", "money", "stat")
            .putAll(
                    "lifetime.valuation",
                    "client",
                    "explain",
                    "lifetime",
                    "lifetime.contractual",
                    "lifetime.estimation",
                    "lifetime.noncontractual",
                    "lifetime.spend",
                    "money",
                    "stat")
            .putAll("sla", "calendar", "client", "explain", "sla.terms")
            .putAll("sla.performance", "calendar", "client", "explain", "sla", "stat", "survival")
            .putAll("sla.terms", "client", "explain", "money", "stat")
            .putAll("stat", "explain")
            .putAll("survival", "explain", "stat")
            .putAll("survival.competing", "explain", "stat", "survival")
            .putAll("survival.comparison", "explain", "stat", "survival")
            .putAll("survival.regression", "explain", "stat")
            .putAll("survival.prediction", "explain", "stat", "survival")
            .putAll("survival.parametric", "explain", "stat", "survival")
            .putAll("voice", "client", "explain", "stat")
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
        Forbidden.CLOCK.check(CORE);
    }

    @Test
    void core_knowsNoDefaultLocaleOrZone() {
        Forbidden.DEFAULTS_OF_THE_MACHINE.check(CORE);
    }

    @Test
    void core_doesNoInputOrOutput() {
        Forbidden.INPUT_OR_OUTPUT.check(CORE);
    }

    @Test
    void core_startsNoThread() {
        Forbidden.THREADS.check(CORE);
    }

    @Test
    void core_drawsNothingWithoutSeed() {
        Forbidden.UNSEEDED_CHANCE.check(CORE);
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
