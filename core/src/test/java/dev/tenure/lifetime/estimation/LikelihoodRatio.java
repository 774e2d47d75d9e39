package dev.tenure.lifetime.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether a profile interval holds a value: one likelihood-ratio test instead of a search for two limits, so that simulations of coverage can have
 * thousands of samples.
 */
public final class LikelihoodRatio {

    private static final int FAR = 60;

    private LikelihoodRatio() {}

    /**
     * Returns the root of twice the fall of the likelihood at the best place with a value of a figure; with the sign of the distance to the estimate.
     * An interval holds the value if the root is within the quantiles.
     *
     * @return the root; not a number if there is no model, infinite if the figure cannot have the value
     */
    public static <M> double root(ModelFit<M> fit, Scale scale, ToDoubleFunction<M> function, double value) {
        if (!fit.search().hasModel()) {
            return Double.NaN;
        }
        Figure figure = Figure.of(scale, point -> at(fit, function, point));
        double[] best = fit.search().point().toArray();
        double target = scale.to(value);
        double away = target - figure.position(best);
        double highest = starts(fit, figure, best, away).stream()
                .map(start -> Contour.of(fit.surface(), figure, target, start))
                .filter(Contour::isMet)
                .mapToDouble(Contour::height)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        double fall = fit.surface().at(best).height() - highest;
        return Math.signum(away) * Math.sqrt(2 * Math.max(0, fall));
    }

    private static <M> double at(ModelFit<M> fit, ToDoubleFunction<M> function, double[] point) {
        double[] parameters = fit.likelihood().parameters().apply(point);
        boolean isModel = Arrays.stream(parameters).allMatch(its -> Double.isFinite(its) && its != 0);
        return isModel ? function.applyAsDouble(fit.likelihood().model().apply(parameters)) : Double.NaN;
    }

    /** The estimate, where the parabola at it expects the place, and one away from the plain towards which the likelihood rises. */
    private static List<double[]> starts(ModelFit<?> fit, Figure figure, double[] best, double away) {
        List<double[]> starts = new ArrayList<>();
        starts.add(best);
        double[] gradient = figure.slope(best).gradient();
        double[] steepest = fit.search().steepest(gradient);
        double variance = Vectors.dot(gradient, steepest);
        if (variance > 0 && variance < FAR) {
            starts.add(Vectors.sum(best, away / variance, steepest));
        }
        double[] direction = fit.search().direction().toArray();
        if (Vectors.longest(direction) > 0) {
            double height = fit.surface().at(best).height();
            double[] back = best;
            for (int i = 0; i < FAR && height - fit.surface().at(back).height() < 1; i++) {
                back = Vectors.sum(back, -1, direction);
            }
            starts.add(back);
        }
        return starts;
    }
}
