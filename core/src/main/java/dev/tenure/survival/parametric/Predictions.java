package dev.tenure.survival.parametric;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/** What a fitted law says about times, by the delta method. */
final class Predictions {

    private static final String NO_NUMBER = "the limits have no finite value";

    private final ParametricFit fit;
    private final double origin;
    private final double[] gradient;
    /** Whether the rates of the times asked about have errors. */
    private Outcome<Boolean> spread = Outcome.of(true);

    Predictions(ParametricFit fit) {
        this.fit = fit;
        origin = fit.origin();
        gradient = new double[fit.estimated().point().length()];
    }

    LawEstimate survival(double time) {
        LawEstimateBuilder estimate =
                builder("S(" + Pieces.number(time) + ")", "").formula(fit.survivalFormula());
        return build(estimate, known(origin, time).flatMap(ok -> {
            double hazard = hazardSinceOrigin(time);
            double error = error();
            double survival = Math.exp(-hazard);
            double factor = hazard == 0 ? 1 : Math.exp(z() * error / hazard);
            return figure(survival, survival * error, Math.exp(-hazard * factor), Math.exp(-hazard / factor));
        }));
    }

    LawEstimate cumulativeHazard(double time) {
        LawEstimateBuilder estimate =
                builder("H(" + Pieces.number(time) + ")", "1").formula("-log S(time)");
        return build(estimate, known(origin, time).flatMap(ok -> {
            double hazard = hazardSinceOrigin(time);
            return onLogScale(hazard, error(), value -> value);
        }));
    }

    LawEstimate hazard(double time) {
        LawEstimateBuilder estimate =
                builder("h(" + Pieces.number(time) + ")", "1/" + unit()).formula("density at time / S(time)");
        return build(
                estimate, known(piece -> fit.pieces().indexOf(time) == piece).flatMap(ok -> {
                    double hazard = Math.exp(fit.curve().logHazard(time, gradient));
                    return onLogScale(hazard, hazard * error(), value -> value);
                }));
    }

    LawEstimate quantile(double probability) {
        LawEstimateBuilder estimate = builder(probability == 0.5 ? "median" : "quantile " + probability, unit())
                .formula("time with 1 - S = share");
        return build(estimate, known(origin, origin).flatMap(ok -> {
            double time = fit.curve().timeOf(fit.curve().cumulativeHazard(origin, gradient) - Math.log1p(-probability));
            return known(origin, time).flatMap(reached -> {
                if (!(time < Double.POSITIVE_INFINITY)) {
                    return Outcome.undefined(Reason.NOT_FINITE, "the time has no finite value");
                }
                double hazard = Math.exp(fit.curve().logHazard(time, new double[gradient.length]));
                // for the gradient it fills in
                double unused = hazardSinceOrigin(time);
                return onLogScale(time - origin, error() / hazard, left -> origin + left);
            });
        }));
    }

    LawEstimate mean() {
        LawEstimateBuilder estimate = builder("mean", unit()).formula("area under S");
        return build(estimate, known(origin, Double.POSITIVE_INFINITY).flatMap(ok -> {
            double left = fit.curve().meanTime(origin, Double.POSITIVE_INFINITY, gradient);
            return left < Double.POSITIVE_INFINITY
                    ? onLogScale(left, error(), value -> origin + value)
                    : Outcome.undefined(Reason.NOT_FINITE, "the law has no finite mean");
        }));
    }

    LawEstimate restrictedMean(double horizon) {
        LawEstimateBuilder estimate =
                builder("restricted mean", unit()).formula("area under S from 0 to horizon " + Pieces.number(horizon));
        return build(estimate, known(origin, horizon).flatMap(ok -> {
            double longest = horizon - origin;
            double spent = Math.min(longest, fit.curve().meanTime(origin, horizon, gradient));
            double error = error();
            double odds = spent / (longest - spent);
            double factor = Math.exp(z() * error * longest / (spent * (longest - spent)));
            return figure(
                    origin + spent,
                    error,
                    origin + longest * share(odds / factor),
                    origin + longest * share(odds * factor));
        }));
    }

    private static double share(double odds) {
        return odds < Double.POSITIVE_INFINITY ? odds / (1 + odds) : 1;
    }

    private double hazardSinceOrigin(double time) {
        double[] before = new double[gradient.length];
        double since = fit.curve().cumulativeHazard(origin, before);
        double hazard = fit.curve().cumulativeHazard(time, gradient) - since;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= before[i];
        }
        return hazard;
    }

    private double error() {
        return Math.sqrt(fit.estimated().variance(gradient));
    }

    private double z() {
        return fit.level().normalQuantile();
    }

    private Outcome<Figure> onLogScale(double value, double error, DoubleUnaryOperator shown) {
        double factor = value == 0 ? 1 : Math.exp(z() * error / value);
        return figure(
                shown.applyAsDouble(value),
                error,
                shown.applyAsDouble(value / factor),
                shown.applyAsDouble(value * factor));
    }

    private Outcome<Figure> figure(double value, double error, double lower, double upper) {
        Outcome<Boolean> sure = spread.flatMap(ok -> fit.estimated().spread(gradient));
        if (!Double.isFinite(value) || (sure.isDefined() && !Double.isFinite(error))) {
            return Outcome.undefined(Reason.NOT_FINITE, "the figure has no finite value");
        }
        return Outcome.of(new Figure(value, sure.map(ok -> error), sure.flatMap(ok -> interval(lower, upper))));
    }

    private Outcome<Interval> interval(double lower, double upper) {
        return Double.isFinite(lower) && Double.isFinite(upper)
                ? Outcome.of(Interval.of(lower, upper, fit.level()))
                : Outcome.undefined(Reason.NOT_FINITE, NO_NUMBER);
    }

    private Outcome<Boolean> known(double from, double to) {
        return known(piece -> fit.pieces().within(piece, from, to) > 0);
    }

    private Outcome<Boolean> known(IntPredicate pieceMatters) {
        return fit.known(pieceMatters).map(ok -> {
            spread = fit.spread(pieceMatters);
            return ok;
        });
    }

    private LawEstimateBuilder builder(String name, String unit) {
        String given = origin == 0 ? "" : " given " + Pieces.number(origin);
        return new LawEstimateBuilder()
                .name(name + given)
                .law(fit.law())
                .unitText(unit)
                .level(fit.level());
    }

    private static LawEstimate build(LawEstimateBuilder estimate, Outcome<Figure> figure) {
        return estimate.value(figure.map(Figure::value))
                .standardError(figure.flatMap(Figure::error))
                .interval(figure.flatMap(Figure::interval))
                .build();
    }

    private String unit() {
        return fit.unit().toString().toLowerCase(Locale.ROOT);
    }

    /** A figure with its error and limits. */
    private record Figure(double value, Outcome<Double> error, Outcome<Interval> interval) {}
}
