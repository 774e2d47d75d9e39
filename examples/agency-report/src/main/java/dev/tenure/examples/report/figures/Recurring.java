package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.money.ExactMoney;
import dev.tenure.revenue.ConcentrationAccumulator;
import dev.tenure.revenue.ConcentrationResult;
import dev.tenure.revenue.MonthlyRecurringRevenue;
import dev.tenure.revenue.MovementType;
import dev.tenure.revenue.MrrResult;
import dev.tenure.revenue.QuickRatio;
import dev.tenure.revenue.QuickRatioResult;
import dev.tenure.revenue.RevenueConcentration;
import dev.tenure.revenue.RevenueMovements;
import dev.tenure.revenue.RevenueMovementsResult;
import dev.tenure.revenue.RevenueRetention;
import dev.tenure.revenue.RevenueRetentionResult;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoney;

/** Recurring revenue by contracts: what it is, what moved it, what of it stays, and on whom it hangs. */
final class Recurring {

    private final Facts facts;
    private final Periods periods;
    private final Preset preset;
    private final MonthlyRecurringRevenue mrr;
    private final MrrResult now;
    private final RevenueMovementsResult last;
    private final RevenueMovementsResult previous;
    private final RevenueMovementsResult year;
    private final RevenueRetentionResult retention;
    private final ConcentrationResult<ClientId> concentration;

    Recurring(Facts facts, Periods periods, Preset preset) {
        this.facts = facts;
        this.periods = periods;
        this.preset = preset;
        mrr = MonthlyRecurringRevenue.withDefaults(facts.currency()).with(preset.mrr());
        now = mrr.of(facts.contracts(), facts.lastDay());
        last = movements(periods.last());
        previous = movements(periods.previous());
        year = movements(periods.year());
        retention =
                RevenueRetention.withDefaults().with(preset.revenueRetention()).of(year);
        concentration = concentrated();
    }

    private RevenueMovementsResult movements(ReportingPeriod period) {
        return RevenueMovements.withDefaults(facts.currency())
                .with(preset.mrr())
                .with(preset.movements())
                .of(facts.contracts(), period.start().minusDays(1), period.end().minusDays(1));
    }

    MrrResult now() {
        return now;
    }

    RevenueMovementsResult last() {
        return last;
    }

    Answer change(ImmutableList<Text> reasons) {
        return new Answer(
                "change",
                changeFigure(),
                ImmutableList.<Text>builder()
                        .addAll(movementPoints())
                        .add(Text.phrase(
                                "point.previous",
                                Text.of(periods.previous()),
                                Text.of(Shown.amount(previous.netNew()))))
                        .addAll(reasons)
                        .build());
    }

    private Figure changeFigure() {
        Explanation explanation = Explanation.builder()
                .name("change")
                .formula("closing - opening")
                .value(Shown.amount(last.netNew()))
                .putInput("opening", Shown.amount(last.opening()))
                .putInput("closing", Shown.amount(last.closing()))
                .addPart(last.explain())
                .build();
        return Figure.of("mrr-change", explanation)
                .withPolicy("movements", Shown.term(preset.movements().mode()))
                .withPolicy(
                        "period",
                        new Quantity.Span(
                                Shown.day(periods.last().start()),
                                Shown.day(periods.last().end().minusDays(1))))
                .withReading(Text.phrase(
                        "reading.change",
                        Text.of(Shown.amount(last.opening())),
                        Text.of(Shown.amount(last.closing()))));
    }

    private ImmutableList<Text> movementPoints() {
        return last.amounts().entrySet().stream()
                .filter(movement -> movement.getValue().signum() != 0)
                .map(movement -> Text.phrase(
                        "point.named", label(movement.getKey()), Text.of(Shown.amount(movement.getValue()))))
                .collect(toImmutableList());
    }

    MonthlyRecurringRevenue calculator() {
        return mrr;
    }

    Section section(Exposure exposure) {
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        charts.add(bridge());
        history().ifPresent(charts::add);
        Largest.chart(concentration, facts, "largest-clients").ifPresent(charts::add);
        return new Section(
                "revenue",
                charts.build(),
                ImmutableList.<Figure>builder()
                        .addAll(figures())
                        .addAll(exposure.figures())
                        .build(),
                exposure.tables());
    }

    private ImmutableList<Figure> figures() {
        QuickRatioResult quick = QuickRatio.withDefaults().of(year);
        Explanation kept = retention.explain();
        return ImmutableList.of(
                dated(Figure.of("mrr", now.explain())),
                dated(Figure.of("arpa", Steps.part(now.explain(), "average revenue per account"))),
                kept(Figure.of("gross-revenue-retention", Steps.part(kept, "gross revenue retention"))),
                kept(Figure.of("net-revenue-retention", kept)),
                yearly(Figure.of("quick-ratio", quick.explain())),
                dated(Figure.of("largest-share", Steps.part(concentration.explain(), "largest share"))),
                dated(Figure.of("concentration", concentration.explain())));
    }

    private Figure dated(Figure figure) {
        return figure.withPolicy("day", Shown.day(facts.lastDay())).withPolicy("rules", preset.term());
    }

    /** The revenue of those whose pause is undecided is not in the base, which then differs from the opening of the bridge. */
    private Figure kept(Figure figure) {
        return yearly(figure)
                .withPolicy("pauses", Shown.term(retention.policy().pauses()))
                .withPolicy("indexations", Shown.term(retention.policy().indexations()));
    }

    private Figure yearly(Figure figure) {
        return figure.withPolicy(
                        "period", new Quantity.Span(Shown.day(periods.year().start()), Shown.day(facts.lastDay())))
                .withPolicy("rules", preset.term());
    }

    /** The year if there was revenue before it, else the last period. */
    private Chart bridge() {
        RevenueMovementsResult shown = year.opening().signum() > 0 ? year : last;
        ReportingPeriod period = year.opening().signum() > 0 ? periods.year() : periods.last();
        ImmutableList.Builder<Chart.Bridge.Step> steps = ImmutableList.builder();
        ExactMoney reached = shown.opening();
        for (MovementType type : MovementType.values()) {
            ExactMoney next = reached.plus(shown.amount(type));
            // the difference of two rounded amounts, so that the steps lead to the end to the cent
            BigMoney step = Shown.money(next).minus(Shown.money(reached));
            if (!step.isZero()) {
                steps.add(new Chart.Bridge.Step(label(type), step));
            }
            reached = next;
        }
        return new Chart.Bridge(
                "bridge",
                Text.phrase(
                        "chart.bridge.text",
                        Text.of(Shown.amount(shown.opening())),
                        Text.of(Shown.amount(shown.closing())),
                        Text.of(Shown.day(period.start())),
                        Text.of(Shown.day(period.end().minusDays(1)))),
                new Chart.Bridge.Step(Text.phrase("movement.start"), Shown.money(shown.opening())),
                steps.build(),
                new Chart.Bridge.Step(Text.phrase("movement.end"), Shown.money(shown.closing())));
    }

    private static Text label(MovementType type) {
        return Text.phrase("movement." + Keys.of(type));
    }

    private Optional<Chart> history() {
        ImmutableList<ReportingPeriod> complete = periods.forPoints().complete();
        if (complete.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Quantity> values = complete.stream()
                .map(period -> Shown.amount(
                        mrr.of(facts.contracts(), period.end().minusDays(1)).value()))
                .collect(toImmutableList());
        return Optional.of(new Chart.Lines(
                "mrr",
                Text.phrase("chart.mrr.text", Text.of(values.get(0)), Text.of(values.get(values.size() - 1))),
                Text.phrase("column.period"),
                complete.stream().map(Text::of).collect(toImmutableList()),
                ImmutableList.of(new Chart.Lines.Series(Text.phrase("figure.mrr.title"), values))));
    }

    ConcentrationResult<ClientId> concentration() {
        return concentration;
    }

    private ConcentrationResult<ClientId> concentrated() {
        ConcentrationAccumulator<ClientId> accumulator =
                RevenueConcentration.withDefaults().accumulator(facts.currency());
        LocalDate day = facts.lastDay();
        for (Contract contract : facts.contracts()) {
            ExactMoney value = mrr.of(contract, day).value();
            if (value.signum() > 0) {
                accumulator.add(contract.clientId(), value);
            }
        }
        return accumulator.result();
    }
}
