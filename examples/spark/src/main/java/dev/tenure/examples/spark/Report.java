package dev.tenure.examples.spark;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.stat.Interval;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.competing.CauseIncidence;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures in words. */
final class Report {

    private static final List<Integer> AGES = List.of(1, 2, 3, 6, 12, 24);

    /** One year. */
    private static final int DAYS = 365;

    private Report() {}

    static String of(Figures figures) {
        return String.join(
                "\n",
                cohorts(figures),
                lifespans(figures),
                reasons(figures),
                figures.movements().explain().toText(),
                figures.recommendation().explain().toText(),
                purchases(figures.purchases()));
    }

    private static String cohorts(Figures figures) {
        return "cohorts, clients charged again after so many periods"
                + line("cohort", "clients", age -> "+" + age)
                + figures.cohorts().cohorts().stream().map(Report::cohort).collect(Collectors.joining())
                + line("mean", "", age -> share(figures.cohorts().average(age).clientShare()))
                + "\n";
    }

    private static String cohort(Cohort cohort) {
        return line(cohort.period().label(), Long.toString(cohort.size()), age -> {
            List<CohortCell> cells = cohort.cells();
            return age < cells.size() ? share(cells.get(age).clientShare()) : "";
        });
    }

    private static String line(String cohort, String clients, Function<Integer, String> cell) {
        return String.format(Locale.ROOT, "%n  %-10s %12s", cohort, clients)
                + AGES.stream()
                        .map(age -> String.format(Locale.ROOT, " %8s", cell.apply(age)))
                        .collect(Collectors.joining());
    }

    private static String lifespans(Figures figures) {
        return figures.lifespans().curves().entrySet().stream()
                .map(segment -> "\n  " + segment.getKey() + ": " + lifespan(segment.getValue()))
                .collect(Collectors.joining("", "lifespans by segment", "\n"));
    }

    private static String lifespan(SurvivalCurve curve) {
        return "%d contracts, %d ended; longer than a year %s; median %s"
                .formatted(
                        curve.observations(),
                        curve.ended(),
                        share(curve.survivalAt(DAYS)) + span(curve.intervalAt(DAYS)),
                        curve.median()
                                .value()
                                .toOptional()
                                .map(days -> days.intValue() + " days")
                                .orElse("not reached"));
    }

    private static String reasons(Figures figures) {
        return figures.reasons().stream()
                .flatMap(reasons -> reasons.incidences().stream())
                .map(Report::reason)
                .collect(Collectors.joining("", "ended within a year, by reason", "\n"));
    }

    private static String reason(CauseIncidence reason) {
        return "\n  %s: %s%s, %d ended in all"
                .formatted(
                        reason.cause(), share(reason.incidenceAt(DAYS)), span(reason.intervalAt(DAYS)), reason.ended());
    }

    private static String purchases(PurchaseOutlook outlook) {
        return "purchases to come, of clients without a contract\n  %d clients, %d histories that differ"
                        .formatted(outlook.clients(), outlook.histories())
                + outlook.parameters().stream().map(Report::parameter).collect(Collectors.joining())
                + outlook.forecast().map(Report::forecast).toOptional().orElse("")
                + "\n";
    }

    private static String parameter(FittedParameter parameter) {
        return "\n  %s = %s (standard error %s)"
                .formatted(parameter.name(), number(parameter.value()), number(parameter.standardError()));
    }

    private static String forecast(PurchaseForecast.Result forecast) {
        long all = forecast.clients().stream().mapToLong(Long::longValue).sum();
        return "\n  expected within %d days: %s purchases\n  still clients, by chance"
                        .formatted(
                                PurchaseForecast.HORIZON.toDays(),
                                forecast.purchases().setScale(1, RoundingMode.HALF_UP))
                + IntStream.range(0, forecast.clients().size())
                        .mapToObj(of -> String.format(
                                Locale.ROOT,
                                "%n    from %.0f%%: %d (%s)",
                                100 * PurchaseForecast.CHANCES.get(of),
                                forecast.clients().get(of),
                                percent((double) forecast.clients().get(of) / all)))
                        .collect(Collectors.joining());
    }

    private static String number(Outcome<Double> number) {
        return number.toOptional()
                .map(known -> String.format(Locale.ROOT, "%.4f", known))
                .orElse("–");
    }

    private static String span(Outcome<Interval> interval) {
        return interval.toOptional()
                .map(limits ->
                        String.format(Locale.ROOT, " (%s to %s)", percent(limits.lower()), percent(limits.upper())))
                .orElse("");
    }

    private static String share(Outcome<Double> share) {
        return share.toOptional().map(Report::percent).orElse("–");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
