package dev.tenure.examples.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Quantity;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChartTest {

    private static final Text TEXT = Text.plain("what it shows");

    @Test
    void aBridgeLeadsFromItsStartToItsEnd() {
        refused(
                "steps must lead to RUB 12: RUB 11",
                () -> new Chart.Bridge("b", TEXT, step("10"), ImmutableList.of(step("3"), step("-2")), step("12")));
    }

    @Test
    void causesComeByFallingCount() {
        refused(
                "causes must be ordered by falling count: 3",
                () -> new Chart.Pareto("p", TEXT, ImmutableList.of(cause(2), cause(3))));
        refused("count must be positive: 0", () -> cause(0));
    }

    @Test
    void linesHaveAValueForEachLabel() {
        refused(
                "values must be 2: 1",
                () -> new Chart.Lines(
                        "l",
                        TEXT,
                        TEXT,
                        ImmutableList.of(TEXT, TEXT),
                        ImmutableList.of(new Chart.Lines.Series(TEXT, ImmutableList.of(new Quantity.Count(1))))));
    }

    @Test
    void columnsHaveAValueForEachLabel() {
        refused(
                "values must be 1: 0",
                () -> new Chart.Columns(
                        "c",
                        TEXT,
                        TEXT,
                        ImmutableList.of(TEXT),
                        ImmutableList.of(new Chart.Lines.Series(TEXT, ImmutableList.of()))));
        refused(
                "series must not be empty: c",
                () -> new Chart.Columns("c", TEXT, TEXT, ImmutableList.of(TEXT), ImmutableList.of()));
    }

    @Test
    void aMarkIsAtALabel() {
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> new Chart.Lines(
                        "l",
                        TEXT,
                        TEXT,
                        ImmutableList.of(TEXT),
                        ImmutableList.of(new Chart.Lines.Series(TEXT, ImmutableList.of(new Quantity.Count(1)))),
                        false,
                        Optional.of(new Chart.Lines.Mark(1, TEXT))));
    }

    @Test
    void whatIsProjectedLeavesThePastEmpty() {
        Table table = new Chart.Lines(
                        "l",
                        TEXT,
                        TEXT,
                        ImmutableList.of(TEXT, TEXT),
                        ImmutableList.of(
                                new Chart.Lines.Series(
                                        TEXT, ImmutableList.of(new Quantity.Share(1), new Quantity.Share(0.9))),
                                new Chart.Lines.Series(
                                        Text.plain("projected"),
                                        ImmutableList.of(Chart.Lines.GAP, new Quantity.Share(0.8)),
                                        ImmutableList.of(Chart.Lines.GAP, Chart.Lines.GAP),
                                        true)))
                .table();
        assertEquals(
                ImmutableList.of(TEXT, Text.share(1), Text.plain(""), Text.plain("")),
                table.rows().get(0));
        assertEquals(Text.share(0.8), table.rows().get(1).get(2));
    }

    @Test
    void aChartOfNothingIsNoChart() {
        refused("causes must not be empty: p", () -> new Chart.Pareto("p", TEXT, ImmutableList.of()));
        refused("bars must not be empty: b", () -> new Chart.Bars("b", TEXT, TEXT, ImmutableList.of()));
        refused("rows must not be empty: c", () -> new Chart.CohortHeatMap("c", TEXT, ImmutableList.of()));
        refused("scores must not be empty: s", () -> new Chart.ScoreHistory("s", TEXT, ImmutableList.of()));
        refused(
                "points must not be empty: k",
                () -> new Chart.SurvivalCurve(
                        "k", TEXT, Chart.SurvivalCurve.Scale.HOURS, ImmutableList.of(), ImmutableList.of()));
        refused(
                "band must be 0: 1",
                () -> new Chart.Lines.Series(TEXT, ImmutableList.of(), ImmutableList.of(new Quantity.Count(1))));
        refused(
                "series must not be empty: l",
                () -> new Chart.Lines("l", TEXT, TEXT, ImmutableList.of(), ImmutableList.of()));
    }

    @Test
    void anIdFitsAnAttribute() {
        refused(
                "id must be of letters, digits and hyphens: 'a\"b'",
                () -> new Chart.Pareto("a\"b", TEXT, ImmutableList.of(cause(1))));
    }

    @Test
    void theTableOfAParetoChartAddsUp() {
        Table table = new Chart.Pareto("p", TEXT, ImmutableList.of(cause(3), cause(1))).table();
        assertEquals(
                ImmutableList.of(TEXT, TEXT, Text.count(3), Text.share(0.75), Text.share(0.75)),
                table.rows().get(0));
        assertEquals(
                ImmutableList.of(TEXT, TEXT, Text.count(1), Text.share(0.25), Text.share(1)),
                table.rows().get(1));
    }

    @Test
    void whatACohortDoesNotKnowYetStaysBlank() {
        Table table = new Chart.CohortHeatMap(
                        "c",
                        TEXT,
                        ImmutableList.of(
                                cohort(ImmutableList.of(Optional.of(1.0), Optional.of(0.5), Optional.empty())),
                                cohort(ImmutableList.of(Optional.of(0.8)))))
                .table();
        assertEquals(5, table.columns().size());
        assertEquals(
                ImmutableList.of(TEXT, Text.count(4), Text.share(1), Text.share(0.5), Text.plain("")),
                table.rows().get(0));
        assertEquals(
                ImmutableList.of(TEXT, Text.count(4), Text.share(0.8), Text.plain(""), Text.plain("")),
                table.rows().get(1));
    }

    @Test
    void aTableIsAsWideAsItsHeading() {
        refused(
                "rows must have 2 cells: 1",
                () -> new Table(TEXT, ImmutableList.of(TEXT, TEXT), ImmutableList.of(ImmutableList.of(TEXT))));
    }

    private static Chart.CohortHeatMap.Cohort cohort(ImmutableList<Optional<Double>> shares) {
        return new Chart.CohortHeatMap.Cohort(TEXT, 4, shares);
    }

    private static Chart.Bridge.Step step(String amount) {
        return new Chart.Bridge.Step(TEXT, BigMoney.parse("RUB " + amount));
    }

    private static Chart.Pareto.Cause cause(long count) {
        return new Chart.Pareto.Cause(TEXT, TEXT, count);
    }

    private static void refused(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
