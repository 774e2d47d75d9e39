package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
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
        Outcome<Double> value = finite(figure.value(point));
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
        double[] errors = errors(fit.search(), figures, point, values);
        double[][] limits = fit.method() instanceof IntervalMethod.Bootstrap bootstrap
                ? drawn(fit, bootstrap, figures, values)
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
            double[] values = fit.redrawn().stream().mapToDouble(figure::of).toArray();
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
        return Redrawn.limits(scale.from(scale.to(value) - half), scale.from(scale.to(value) + half), fit.level());
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
        Profile profile = new Profile(
                fit.surface(),
                figure,
                point,
                fit.search().direction().toArray(),
                fit.level().normalQuantile());
        return Redrawn.limits(
                Math.min(value, figure.scale().from(profile.limit(-1, error, steepest))),
                Math.max(value, figure.scale().from(profile.limit(1, error, steepest))),
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
            limits[0][row] = errors[row] == 0 ? values[row] : scale.from(centre - half);
            limits[1][row] = errors[row] == 0 ? values[row] : scale.from(centre + half);
        }
        return limits;
    }

    private static double[][] drawn(
            ModelFit<?> fit,
            IntervalMethod.Bootstrap bootstrap,
            Function<double[], double[]> figures,
            double[] values) {
        ImmutableList<double[]> columns = fit.redrawn().stream()
                .map(search -> figures.apply(search.point().toArray()))
                .collect(ImmutableList.toImmutableList());
        double[][] limits = new double[2][values.length];
        for (int i = 0; i < values.length; i++) {
            int row = i;
            double[] drawn = columns.stream().mapToDouble(column -> column[row]).toArray();
            double[] ends = Redrawn.ends(drawn, bootstrap.replicates(), fit.level());
            limits[0][row] = ends[0];
            limits[1][row] = ends[1];
        }
        return limits;
    }
}
