package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.AgencyCac;
import dev.tenure.client.Client;
import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.AcquisitionCost;
import dev.tenure.lifetime.AcquisitionCostResult;
import dev.tenure.lifetime.Horizon;
import dev.tenure.lifetime.LifetimeValue;
import dev.tenure.lifetime.LifetimeValueResult;
import dev.tenure.lifetime.LtvToCac;
import dev.tenure.lifetime.Payback;
import dev.tenure.lifetime.PaybackResult;
import dev.tenure.lifetime.UpfrontCost;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.SurvivalCurve;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a client is worth by its contracts, and when it has paid for being won. */
final class Worth {

    private static final int MONTHS_A_YEAR = 12;
    private static final int LONGEST_HORIZON = 36;

    private final Basis basis;
    private final Outcome<ExactMoney> arpa;
    private final SurvivalCurve curve;
    private final Proportion monthlyChurn;
    private final AcquisitionCostResult acquisition;
    private final int horizon;

    Worth(Facts facts, Basis basis, Outcome<ExactMoney> arpa, SurvivalCurve curve, Proportion monthlyChurn) {
        this.basis = basis;
        this.arpa = arpa;
        this.curve = curve;
        this.monthlyChurn = monthlyChurn;
        acquisition = acquisition(facts);
        horizon = horizon(curve);
    }

    private static AcquisitionCostResult acquisition(Facts facts) {
        ImmutableList<ExactMoney> costs = facts.knownClients()
                .map(Client::acquisitionCost)
                .flatMap(Optional::stream)
                .map(cost -> ExactMoney.of(cost.value()))
                .collect(ImmutableList.toImmutableList());
        ExactMoney total = costs.stream().reduce(ExactMoney.zero(facts.currency()), ExactMoney::plus);
        return AcquisitionCost.withDefaults().of(total, costs.size());
    }

    /** Three years, two or one, as far as clients have been observed; else the months that were. */
    private static int horizon(SurvivalCurve curve) {
        int observed = (int) Math.floor(curve.longest().toOptional().orElse(1.0));
        int years = Math.min(LONGEST_HORIZON, observed) / MONTHS_A_YEAR * MONTHS_A_YEAR;
        return Math.max(1, years > 0 ? years : observed);
    }

    Basis basis() {
        return basis;
    }

    Outcome<ExactMoney> lifetime() {
        return survivalBased().flatMap(LifetimeValueResult::value);
    }

    Outcome<AgencyCac> cac() {
        return acquisition.cac(RoundingMode.HALF_UP);
    }

    Outcome<Integer> breakEven() {
        return payback().flatMap(PaybackResult::value);
    }

    int horizon() {
        return horizon;
    }

    private Outcome<LifetimeValueResult> survivalBased() {
        return payingCurve()
                .flatMap(known -> arpa.map(amount ->
                        LifetimeValue.withDefaults().with(Horizon.of(horizon)).of(basis.of(amount), known)));
    }

    private Outcome<LifetimeValueResult> simple() {
        return arpa.map(amount -> LifetimeValue.withDefaults().of(basis.of(amount), monthlyChurn));
    }

    private Outcome<PaybackResult> payback() {
        return payingCurve()
                .flatMap(known -> arpa.flatMap(amount -> cac().map(cost -> Payback.withDefaults()
                        .with(new Horizon.Finite(horizon))
                        .of(UpfrontCost.of(cost), basis.of(amount), known))));
    }

    /** The curve, unless it is longer than payments are counted, as a start like 1900-01-01 makes it. */
    private Outcome<SurvivalCurve> payingCurve() {
        return curve.longest()
                        .toOptional()
                        .filter(months -> months > Horizon.LONGEST)
                        .isPresent()
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "a lifespan over 100 years")
                : Outcome.of(curve);
    }

    private Outcome<LtvToCac> ratio() {
        return survivalBased().flatMap(value -> cac().map(cost -> LtvToCac.of(value, cost)));
    }

    Answer answer() {
        ImmutableList.Builder<Text> points = ImmutableList.builder();
        points.add(Text.phrase("point.named", Text.phrase("figure.arpa.title"), Text.of(Shown.amount(arpa))));
        cac().toOptional()
                .ifPresent(cost -> points.add(Text.phrase(
                        "point.named",
                        Text.phrase("figure.cac.title"),
                        Text.of(acquisition.explain().value()))));
        ratio().toOptional()
                .ifPresent(ratio -> points.add(basis.phrase(
                        "point.by-revenue",
                        Text.phrase("figure.ltv-to-cac.title"),
                        Text.of(ratio.explain().value()))));
        payback()
                .toOptional()
                .ifPresent(payback -> points.add(basis.phrase(
                        "point.by-revenue",
                        Text.phrase("figure.break-even.title"),
                        Text.of(payback.explain().value()))));
        return new Answer("worth", lifetimeFigure(), points.build());
    }

    private Figure lifetimeFigure() {
        Figure figure = figure("ltv-survival", survivalBased(), LifetimeValueResult::explain)
                .withInterval(
                        Shown.amounts(survivalBased().flatMap(LifetimeValueResult::interval)), ConfidenceLevel.P95)
                .withPolicy("horizon", Shown.months(horizon));
        Figure ruled = basis.ruled(survivalBased()
                        .toOptional()
                        .map(value -> figure.withPolicy("timing", Shown.term(value.timing())))
                        .orElse(figure))
                .withReading(basis.reading(horizon));
        return basis.grossMargin().isPresent() ? ruled : ruled.withWarning(Text.phrase("warning.revenue"));
    }

    private Figure simpleFigure() {
        Figure figure = figure("ltv-simple", simple(), LifetimeValueResult::explain)
                .withInterval(Shown.amounts(simple().flatMap(LifetimeValueResult::interval)), ConfidenceLevel.P95)
                .withReading(Text.phrase(
                        "reading.monthly-churn",
                        Text.of(Shown.share(monthlyChurn.value())),
                        Text.count(monthlyChurn.successes()),
                        Text.count(monthlyChurn.trials())));
        return basis.ruled(simple().toOptional()
                .map(value -> figure.withPolicy("timing", Shown.term(value.timing())))
                .orElse(figure));
    }

    private Figure breakEvenFigure() {
        Figure figure = figure("break-even", payback(), PaybackResult::explain);
        return basis.ruled(payback()
                .toOptional()
                .map(result -> figure.withInterval(
                                new Quantity.Span(month(result.earliest()), month(result.latest())), result.level())
                        .withPolicy("timing", Shown.term(result.timing())))
                .orElse(figure));
    }

    private static Quantity month(Outcome<Integer> month) {
        return Explanation.quantity(month, value -> new Quantity.Count(value));
    }

    private static <T> Figure figure(String id, Outcome<T> result, Function<? super T, Explanation> explain) {
        return Figure.of(
                id,
                result.toOptional()
                        .<Explanation>map(explain)
                        .orElseGet(() -> Explanation.builder()
                                .name(id)
                                .formula("needs what is missing")
                                .value(Explanation.quantity(result, some -> new Quantity.Term("defined")))
                                .build()));
    }

    Section section(Optional<Figure> historic) {
        ImmutableList.Builder<Figure> figures = ImmutableList.builder();
        figures.add(lifetimeFigure(), simpleFigure());
        historic.ifPresent(figures::add);
        figures.add(
                Figure.of("cac", acquisition.explain()),
                basis.ruled(figure("ltv-to-cac", ratio(), LtvToCac::explain)),
                breakEvenFigure());
        return new Section(
                "worth",
                chart().map(ImmutableList::of).orElse(ImmutableList.of()),
                figures.build(),
                ImmutableList.of());
    }

    private Optional<Chart> chart() {
        return payback()
                .toOptional()
                .filter(result -> !result.positions().isEmpty())
                .map(this::chart);
    }

    private Chart chart(PaybackResult result) {
        return new Chart.Lines(
                "worth",
                basis.phrase("chart.worth.text"),
                Text.phrase("column.month"),
                IntStream.range(0, result.positions().size())
                        .mapToObj(Text::count)
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.of(new Chart.Lines.Series(
                        Text.phrase("column.position"),
                        result.positions().stream().map(Shown::amount).collect(ImmutableList.toImmutableList()))));
    }
}
