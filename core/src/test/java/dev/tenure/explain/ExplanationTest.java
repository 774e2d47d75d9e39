package dev.tenure.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Splitter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Explanation LEAF = Explanation.builder()
            .name("clients at the start")
            .formula("clients with a live contract")
            .value(new Quantity.Count(40))
            .build();

    // laws

    @Property
    void everyNumberHasALine_indentedByItsDepth(@ForAll @IntRange(max = 20) int depth) {
        Explanation tree = LEAF;
        for (int i = 0; i < depth; i++) {
            tree = Explanation.builder()
                    .name("level " + i)
                    .formula("part")
                    .value(new Quantity.Count(i))
                    .addPart(tree)
                    .build();
        }

        String last =
                Splitter.on('\n').omitEmptyStrings().splitToList(tree.toText()).get(depth);
        assertEquals("  ".repeat(depth) + "clients at the start = 40   [clients with a live contract]", last);
    }

    // edges

    @Test
    void toText_leaf_isOneLine() {
        assertEquals("clients at the start = 40   [clients with a live contract]\n", LEAF.toText());
    }

    @Test
    void toText_tree_keepsTheOrderOfInputsAndParts() {
        Explanation churn = Explanation.builder()
                .name("logo churn")
                .formula("churned / at start")
                .value(new Quantity.Share(0.1))
                .putInput("churned", new Quantity.Count(4))
                .putInput("at start", new Quantity.Count(40))
                .putInput("denominator", new Quantity.Term("START"))
                .addPart(LEAF)
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("by method, at level")
                        .value(new Quantity.Missing(Reason.TOO_FEW_DATA, "one client"))
                        .build())
                .build();

        assertEquals("""
                logo churn = 10.00%   [churned / at start; churned = 4, at start = 40, denominator = START]
                  clients at the start = 40   [clients with a live contract]
                  confidence interval = undefined (one client)   [by method, at level]
                """, churn.toText());
    }

    @Test
    void quantity_ofAnOutcome_isItsValueOrItsReason() {
        assertEquals(new Quantity.Share(0.5), Explanation.quantity(Outcome.of(0.5), Quantity.Share::new));
        assertEquals(
                new Quantity.Missing(Reason.NO_DATA, "no trials"),
                Explanation.quantity(Outcome.<Double>undefined(Reason.NO_DATA, "no trials"), Quantity.Share::new));
    }

    @Test
    void equalExplanations_areEqual() {
        assertEquals(
                LEAF,
                Explanation.builder()
                        .name("clients at the start")
                        .formula("clients with a live contract")
                        .value(new Quantity.Count(40))
                        .build());
    }

    // messages

    @Test
    void build_incomplete_saysWhatIsMissing() {
        assertEquals(
                "Cannot build Explanation, some of required attributes are not set [formula, value]",
                assertThrows(
                                IllegalStateException.class,
                                () -> Explanation.builder().name("logo churn").build())
                        .getMessage());
    }
}
