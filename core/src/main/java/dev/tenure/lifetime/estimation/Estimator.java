package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Standard errors and intervals of the figures of a fit. */
final class Estimator {

    static final String NO_CURVATURE = "the likelihood has no curvature where the figure depends on it";

    private Estimator() {}

    /** Returns the figure with its standard error and interval. */
    static Prediction predict(ModelFit<?> fit, String name, Figure figure) {
        Search search = fit.search();
        PredictionBuilder prediction = new PredictionBuilder()
                .name(name)
                .model(fit.name())
                .level(fit.level())
                .method(fit.method());
        if (!search.hasModel()) {
            return prediction
                    .value(search.unknown())
                    .standardError(search.unknown())
                    .interval(search.unknown())
                    .build();
        }
        double[] point = search.point().toArray();
        Outcome<Double> value = figure.outcome(point);
        if (!figure.isParameter()) {
            value.toOptional().ifPresent(its -> check(name, figure.scale(), its));
        }
        return prediction
                .value(value)
                .standardError(value.flatMap(its -> error(search, figure, point)))
                .interval(value.flatMap(its -> interval(fit, figure, point, its)))
                .build();
    }

    /** Returns the figures of many rows, by the delta method or by drawn samples. */
    static <M> Predictions predictAll(ModelFit<M> fit, String name, Scale scale, Function<double[], double[]> figures) {
        double[] point = fit.search().point().toArray();
        double[] values = figures.apply(point);
        for (double value : values) {
            check(name, scale, value);
        }
        double[] errors = errors(fit.search(), figures, point, values);
        double[][] limits = fit.method() instanceof IntervalMethod.Bootstrap bootstrap
                ? drawn(fit, bootstrap, scale, figures, values.length)
                : symmetric(fit, scale, values, errors);
        return new PredictionsBuilder()
                .name(name)
                .model(fit.name())
                .level(fit.level())
                .method(fit.method() instanceof IntervalMethod.Bootstrap ? fit.method() : IntervalMethod.delta())
                .values(ImmutableDoubleArray.copyOf(values))
                .errors(ImmutableDoubleArray.copyOf(errors))
                .lower(ImmutableDoubleArray.copyOf(limits[0]))
                .upper(ImmutableDoubleArray.copyOf(limits[1]))
                .build();
    }

    private static void check(String name, Scale scale, double value) {
        checkArgument(
                !Double.isFinite(value) || scale.includes(value),
                "%s must lie within the scale %s: %s",
                name,
                scale,
                value);
    }

    static Outcome<Double> finite(double value) {
        return Double.isFinite(value)
                ? Outcome.of(value)
                : Outcome.undefined(Reason.NOT_FINITE, "the figure is infinite");
    }

    static Outcome<Double> known(double error) {
        return Double.isFinite(error) ? Outcome.of(error) : Outcome.undefined(Reason.NOT_ESTIMABLE, NO_CURVATURE);
    }

    private static Outcome<Double> error(Search search, Figure figure, double[] point) {
        double[] gradient = figure.gradient(point);
        return known(error(search, gradient, figure.value(point)));
    }

    /** Returns the error of a figure by its derivatives, not a number if it rests on a direction in which the likelihood is flat. */
    private static double error(Search search, double[] gradient, double value) {
        double error = Math.sqrt(Math.max(0, search.covariance(gradient, gradient)));
        double change = search.changeAlongFlat(gradient);
        return change > error || change > Search.DEPENDS * Math.abs(value) ? Double.NaN : error;
    }

    private static Outcome<Interval> interval(ModelFit<?> fit, Figure figure, double[] point, double value) {
        if (fit.method() instanceof IntervalMethod.Bootstrap bootstrap) {
            double[] values = fit.redrawn().stream()
                    .mapToDouble(figure::of)
                    .filter(drawn -> !Double.isNaN(drawn))
                    .toArray();
            return Redrawn.interval(values, bootstrap.replicates(), fit.level());
        }
        if (!Double.isFinite(figure.position(point))) {
            return figure.isConstant(point)
                    ? Outcome.of(Interval.of(value, value, fit.level()))
                    : Outcome.undefined(Reason.NOT_ESTIMABLE, "the figure is at the end of its scale");
        }
        Outcome<Double> error = error(fit.search(), figure, point)
                .map(its -> its * figure.scale().slope(value));
        return fit.method() instanceof IntervalMethod.Delta
                ? error.flatMap(half -> symmetric(fit, figure.scale(), value, half))
                : profile(fit, figure, point, value, error.toOptional().orElse(0.0));
    }

    private static Outcome<Interval> symmetric(ModelFit<?> fit, Scale scale, double value, double error) {
        double half = fit.level().normalQuantile() * error;
        return limits(fit, scale, scale.from(scale.to(value) - half), scale.from(scale.to(value) + half));
    }

    private static Outcome<Interval> profile(
            ModelFit<?> fit, Figure figure, double[] point, double value, double error) {
        if (figure.isConstant(point)) {
            return Outcome.of(Interval.of(value, value, fit.level()));
        }
        double[] steepest = Vectors.sum(
                new double[point.length],
                figure.scale().slope(value),
                fit.search().steepest(figure.gradient(point)));
        List<double[]> gaps = new ArrayList<>();
        Profile profile = new Profile(
                fit.surface(),
                figure.watched(gaps),
                point,
                fit.search().direction().toArray(),
                fit.level().normalQuantile());
        double lower = figure.scale().from(profile.limit(-1, error, steepest));
        gaps.removeIf(gap -> figure.value(gap) == Double.POSITIVE_INFINITY);
        boolean isOpenBelow = gaps.stream().anyMatch(profile::holds);
        gaps.clear();
        double upper = figure.scale().from(profile.limit(1, error, steepest));
        boolean isOpenAbove = gaps.stream().anyMatch(profile::holds);
        return limits(
                fit,
                figure.scale(),
                isOpenBelow ? Double.NEGATIVE_INFINITY : Math.min(value, lower),
                isOpenAbove ? Double.POSITIVE_INFINITY : Math.max(value, upper));
    }

    private static Outcome<Interval> limits(ModelFit<?> fit, Scale scale, double lower, double upper) {
        boolean isBoundary = fit.search().isBoundary();
        return Redrawn.limits(
                isBoundary ? scale.atBoundary(lower) : lower,
                isBoundary ? scale.atBoundary(upper) : upper,
                fit.level());
    }

    private static double[] errors(
            Search search, Function<double[], double[]> figures, double[] point, double[] values) {
        int size = values.length;
        double[][] gradients = new double[size][point.length];
        for (int i = 0; i < point.length; i++) {
            double[] unit = new double[point.length];
            unit[i] = Figure.STEP;
            double[] above = figures.apply(Vectors.sum(point, 1, unit));
            double[] below = figures.apply(Vectors.sum(point, -1, unit));
            for (int row = 0; row < size; row++) {
                gradients[row][i] = (above[row] - below[row]) / (2 * Figure.STEP);
            }
        }
        double[] errors = new double[size];
        for (int row = 0; row < size; row++) {
            errors[row] = error(search, gradients[row], values[row]);
        }
        return errors;
    }

    private static double[][] symmetric(ModelFit<?> fit, Scale scale, double[] values, double[] errors) {
        double[][] limits = new double[2][values.length];
        for (int row = 0; row < values.length; row++) {
            double half =
                    fit.level().normalQuantile() * errors[row] * (errors[row] == 0 ? 0 : scale.slope(values[row]));
            double centre = scale.to(values[row]);
            // a figure that cannot change may lie at the end of its scale
            double lower = errors[row] == 0 ? values[row] : scale.from(centre - half);
            double upper = errors[row] == 0 ? values[row] : scale.from(centre + half);
            boolean isBoundary = fit.search().isBoundary();
            limits[0][row] = isBoundary ? scale.atBoundary(lower) : lower;
            limits[1][row] = isBoundary ? scale.atBoundary(upper) : upper;
        }
        return limits;
    }

    private static double[][] drawn(
            ModelFit<?> fit,
            IntervalMethod.Bootstrap bootstrap,
            Scale scale,
            Function<double[], double[]> figures,
            int size) {
        ImmutableList<double[]> columns = fit.redrawn().stream()
                .map(search -> drawn(search, scale, figures))
                .collect(ImmutableList.toImmutableList());
        double[][] limits = new double[2][size];
        for (int i = 0; i < size; i++) {
            int row = i;
            double[] drawn = columns.stream().mapToDouble(column -> column[row]).toArray();
            double[] ends = Redrawn.ends(drawn, bootstrap.replicates(), fit.level());
            limits[0][row] = ends[0];
            limits[1][row] = ends[1];
        }
        return limits;
    }

    private static double[] drawn(Search search, Scale scale, Function<double[], double[]> figures) {
        double[] values = figures.apply(search.point().toArray());
        return search.isBoundary()
                ? Arrays.stream(values).map(scale::atBoundary).toArray()
                : values;
    }
}
