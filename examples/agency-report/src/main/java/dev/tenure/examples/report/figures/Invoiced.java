package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.input.InvoiceColumns;
import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.HistoricLifetimeValue;
import dev.tenure.lifetime.HistoricLifetimeValueAccumulator;
import dev.tenure.lifetime.HistoricLifetimeValueResult;
import dev.tenure.money.ExactMoney;
import dev.tenure.revenue.ConcentrationAccumulator;
import dev.tenure.revenue.ConcentrationResult;
import dev.tenure.revenue.RevenueConcentration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** What was invoiced: by client, and by period. */
final class Invoiced {

    private final Facts facts;
    private final Periods periods;
    private final HistoricLifetimeValueResult historic;
    private final ImmutableList<ReportingPeriod> drawn;
    private final long[] byDrawnPeriod;
    private final long last;
    private final long previous;

    Invoiced(Facts facts, Periods periods) {
        this.facts = facts;
        this.periods = periods;
        historic = historic(facts);
        drawn = periods.forPoints().complete();
        byDrawnPeriod = sums(drawn);
        ImmutableList<ReportingPeriod> two = ImmutableList.of(periods.previous(), periods.last());
        long[] sums = sums(two);
        previous = sums[0];
        last = sums[1];
    }

    private static HistoricLifetimeValueResult historic(Facts facts) {
        HistoricLifetimeValueAccumulator accumulator =
                HistoricLifetimeValue.withDefaults().accumulator(facts.currency());
        InvoiceColumns invoices = facts.invoices();
        for (int i = 0; i < invoices.size(); i++) {
            if (facts.isKnown(i)) {
                accumulator.add(invoices.client(i), invoices.minorUnits(i));
            }
        }
        return accumulator.result();
    }

    /** Returns the sums of consecutive periods. */
    private long[] sums(ImmutableList<ReportingPeriod> consecutive) {
        long[] sums = new long[consecutive.size()];
        if (sums.length == 0) {
            return sums;
        }
        int first = Math.toIntExact(consecutive.get(0).start().toEpochDay());
        int[] periodOf = periodOfDay(consecutive, first);
        InvoiceColumns invoices = facts.invoices();
        for (int i = 0; i < invoices.size(); i++) {
            int day = invoices.epochDay(i) - first;
            if (day >= 0 && day < periodOf.length) {
                sums[periodOf[day]] = Math.addExact(sums[periodOf[day]], invoices.minorUnits(i));
            }
        }
        return sums;
    }

    private static int[] periodOfDay(ImmutableList<ReportingPeriod> consecutive, int first) {
        LocalDate end = consecutive.get(consecutive.size() - 1).end();
        int[] periodOf = new int[Math.toIntExact(end.toEpochDay()) - first];
        for (int period = 0; period < consecutive.size(); period++) {
            int from = Math.toIntExact(consecutive.get(period).start().toEpochDay()) - first;
            Arrays.fill(periodOf, from, from + consecutive.get(period).days(), period);
        }
        return periodOf;
    }

    private ExactMoney money(long minorUnits) {
        return ExactMoney.ofMinor(facts.currency(), minorUnits);
    }

    Figure historicValue() {
        return Figure.of("ltv-historic", historic.explain())
                .withPolicy("unit", Shown.term(historic.unit()))
                .withReading(Text.phrase("reading.clients", Text.count(historic.clients())));
    }

    Outcome<ExactMoney> average() {
        return historic.value();
    }

    Answer worth() {
        return new Answer(
                "worth",
                historicValue(),
                ImmutableList.of(Text.phrase(
                        "point.named", Text.phrase("point.median"), Text.of(Shown.amount(historic.median())))));
    }

    Section worthSection() {
        return new Section("worth", ImmutableList.of(), ImmutableList.of(historicValue()), ImmutableList.of());
    }

    ExactMoney change() {
        return money(Math.subtractExact(last, previous));
    }

    ExactMoney lastPeriod() {
        return money(last);
    }

    Figure changeFigure() {
        Explanation explanation = Explanation.builder()
                .name("change")
                .formula("last period - period before")
                .value(Shown.amount(change()))
                .putInput("last period", Shown.amount(money(last)))
                .putInput("period before", Shown.amount(money(previous)))
                .build();
        return Figure.of("invoiced-change", explanation)
                .withPolicy("period", span(periods.last()))
                .withReading(Text.phrase(
                        "reading.change", Text.of(Shown.amount(money(previous))), Text.of(Shown.amount(money(last)))));
    }

    private static Quantity span(ReportingPeriod period) {
        return new Quantity.Span(
                Shown.day(period.start()), Shown.day(period.end().minusDays(1)));
    }

    /** Makes the chapter on revenue where there are no contracts. */
    Section section() {
        ConcentrationResult<ClientId> concentration = concentration();
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        history().ifPresent(charts::add);
        Largest.chart(concentration, facts, "largest-invoiced").ifPresent(charts::add);
        return new Section(
                "invoiced",
                charts.build(),
                ImmutableList.of(
                        changeFigure(),
                        yearly(Figure.of(
                                "invoiced-largest-share", Steps.part(concentration.explain(), "largest share"))),
                        yearly(Figure.of("invoiced-concentration", concentration.explain()))),
                ImmutableList.of());
    }

    private Figure yearly(Figure figure) {
        return figure.withPolicy("period", span(periods.year()));
    }

    private Optional<Chart> history() {
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Quantity> values = Arrays.stream(byDrawnPeriod)
                .mapToObj(sum -> Shown.amount(money(sum)))
                .collect(toImmutableList());
        return Optional.of(new Chart.Lines(
                "invoiced",
                Text.phrase("chart.invoiced.text", Text.of(values.get(0)), Text.of(values.get(values.size() - 1))),
                Text.phrase("column.period"),
                drawn.stream().map(Text::of).collect(toImmutableList()),
                ImmutableList.of(new Chart.Lines.Series(Text.phrase("column.amount"), values))));
    }

    /** The last year's invoices by client; clients to whom no more was charged than credited are left out. */
    private ConcentrationResult<ClientId> concentration() {
        InvoiceColumns invoices = facts.invoices();
        long[] byClient = new long[facts.keys().size()];
        long from = periods.year().start().toEpochDay();
        for (int i = 0; i < invoices.size(); i++) {
            if (invoices.epochDay(i) >= from && facts.isKnown(i)) {
                byClient[invoices.client(i)] = Math.addExact(byClient[invoices.client(i)], invoices.minorUnits(i));
            }
        }
        ConcentrationAccumulator<ClientId> accumulator =
                RevenueConcentration.withDefaults().accumulator(facts.currency());
        for (int client = 0; client < byClient.length; client++) {
            if (byClient[client] > 0) {
                accumulator.add(ClientId.of(facts.keys().id(client)), byClient[client]);
            }
        }
        return accumulator.result();
    }
}
