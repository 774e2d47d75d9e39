package dev.tenure.survival.parametric;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A law fitted to observations: its parameters, how well it fits, and what it says about any time. Made by {@link ParametricSurvival}.
 */
@ResultStyle
@Value.Immutable
public abstract class ParametricFit {

    ParametricFit() {}

    /**
     * Returns the law.
     *
     * @return the law that was fitted
     */
    public abstract SurvivalLaw law();

    /**
     * Returns how many observations are known how well.
     *
     * @return the counts
     */
    public abstract CensoringCounts counts();

    /**
     * Tells whether observations carry weights other than one; the errors are then those of the sandwich.
     *
     * @return true if they do
     */
    public abstract boolean isWeighted();

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how often intervals made this way hold the true figure if the law is right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the time that all that is predicted is known to have lasted.
     *
     * @return the time in {@link #unit()}; 0 unless this fit is a {@link #given} one
     */
    public abstract double origin();

    /** Returns what the search has found. */
    abstract Estimated estimated();

    /**
     * Returns how the search for the highest likelihood ended.
     *
     * @return how it ended well; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#NOT_ESTIMABLE}) if the data do not
     *     determine the law, or no highest point was found
     */
    public final Outcome<Convergence> convergence() {
        return estimated().convergence();
    }

    /**
     * Returns the best parameters found, converged or not.
     *
     * @return the parameters by name; without those that are not finite numbers, and empty if none were looked for
     */
    public final ImmutableMap<String, Double> bestPoint() {
        ImmutableList<String> names = law().parameterNames();
        ImmutableMap.Builder<String, Double> found = ImmutableMap.builder();
        for (int i = 0; i < estimated().point().length(); i++) {
            double value =
                    coordinate(i).natural(estimated().point().get(coordinate(i).index()));
            if (Double.isFinite(value)
                    && estimated().problems().get(coordinate(i).index()).isEmpty()) {
                found.put(names.get(i), value);
            }
        }
        return found.buildOrThrow();
    }

    /**
     * Returns the parameters.
     *
     * @return the parameters, in the order of {@link SurvivalLaw#parameterNames()}
     */
    public final ImmutableList<LawParameter> parameters() {
        return IntStream.range(0, law().parameterNames().size())
                .mapToObj(this::parameter)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns a parameter.
     *
     * @param name its name, as {@link SurvivalLaw#parameterNames()} has it
     * @return the parameter
     * @throws IllegalArgumentException if the law has no such parameter
     */
    public final LawParameter parameter(String name) {
        return parameter(index(name));
    }

    /**
     * Returns the covariance of the estimates of two parameters.
     *
     * @param first the name of the one
     * @param second the name of the other; the same for a variance
     * @return the covariance, in the units of both; undefined where the standard error of one of the parameters is
     * @throws IllegalArgumentException if the law has no such parameter
     */
    public final Outcome<Double> covariance(String first, String second) {
        Coordinate a = coordinate(index(first));
        Coordinate b = coordinate(index(second));
        return error(a).flatMap(one ->
                error(b).map(other -> slope(a) * slope(b) * estimated().covariance(a.index(), b.index())));
    }

    /**
     * Returns the highest logarithm of the likelihood, that of the densities of the times and not of their logarithms. With weights each
     * observation's part is multiplied by its weight.
     *
     * @return the logarithm; undefined where a parameter is
     */
    public final Outcome<Double> logLikelihood() {
        return estimated().logLikelihood();
    }

    /**
     * Returns Akaike's criterion: of several laws fitted to the same observations the one with the lowest is to be preferred.
     *
     * @return {@code 2 k - 2 log L}, with {@code k} parameters; undefined where the log-likelihood is, and
     *     ({@link Reason#NOT_APPLICABLE}) with weights
     */
    public final Outcome<Double> aic() {
        return penalised(2);
    }

    /**
     * Returns Akaike's criterion corrected for few observations.
     *
     * @return {@code AIC + 2 k (k + 1) / (n - k - 1)}, with {@code n} observations, ended or not; undefined where the AIC is, and
     *     ({@link Reason#TOO_FEW_DATA}) if {@code n} is not more than {@code k + 1}
     */
    public final Outcome<Double> aicc() {
        double k = law().parameterNames().size();
        double left = counts().observations() - k - 1;
        return aic().flatMap(aic -> left > 0
                ? Outcome.of(aic + 2 * k * (k + 1) / left)
                : Outcome.undefined(Reason.TOO_FEW_DATA, "too few observations for the correction"));
    }

    /**
     * Returns the Bayesian criterion.
     *
     * @return {@code k log n - 2 log L}, with {@code n} observations, ended or not; undefined where the AIC is
     */
    public final Outcome<Double> bic() {
        return penalised(Math.log((double) counts().observations()));
    }

    /**
     * Tests whether this law fits better than a special case of it by more than chance: the likelihood-ratio test.
     *
     * @param special the fit of the special case to the same observations
     * @return the test, with as many degrees of freedom as this law has more parameters; undefined where one of the log-likelihoods is, and
     *     ({@link Reason#NOT_APPLICABLE}) with weights
     * @throws IllegalArgumentException if the other law is not a special case of this one, or was fitted to other observations
     */
    public final Outcome<ChiSquareTest> testAgainst(ParametricFit special) {
        Objects.requireNonNull(special, "special");
        checkArgument(
                special.law().isNestedIn(law()), "special must be of a law nested in %s: %s", law(), special.law());
        checkArgument(
                special.counts().equals(counts()),
                "special must be fitted to the same observations, %s: %s",
                counts(),
                special.counts());
        int degrees =
                law().parameterNames().size() - special.law().parameterNames().size();
        return unweighted()
                .flatMap(ok -> logLikelihood()
                        .flatMap(mine -> special.logLikelihood()
                                .map(its -> ChiSquareTest.of(Math.max(0, 2 * (mine - its)), degrees))));
    }

    /**
     * Returns the share that lasts longer than a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction in [0, 1]; 1 up to the {@link #origin()}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final LawEstimate survivalAt(double time) {
        return new Predictions(this).survival(Math.max(origin(), checkTime(time)));
    }

    /**
     * Returns the cumulative hazard at a time, counted from the {@link #origin()}.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a pure number, zero or more
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final LawEstimate cumulativeHazardAt(double time) {
        return new Predictions(this).cumulativeHazard(Math.max(origin(), checkTime(time)));
    }

    /**
     * Returns the hazard at a time: the rate of ending of those that have lasted until then. At a cut it is that of the piece before.
     *
     * @param time the time in {@link #unit()}, more than zero and not before the {@link #origin()}
     * @return a rate per {@link #unit()}, zero or more
     * @throws IllegalArgumentException if the time is out of range
     */
    public final LawEstimate hazardAt(double time) {
        checkArgument(
                time > 0 && time >= origin() && time < Double.POSITIVE_INFINITY,
                "time must be positive, finite and not before %s: %s",
                origin(),
                time);
        return new Predictions(this).hazard(time);
    }

    /**
     * Returns the time by which half has ended.
     *
     * @return the median in {@link #unit()}, after the {@link #origin()}
     */
    public final LawEstimate median() {
        return quantile(0.5);
    }

    /**
     * Returns the time by which a share has ended of those that lasted until the {@link #origin()}.
     *
     * @param probability the share that has ended, a fraction in (0, 1)
     * @return the time in {@link #unit()}, after the {@link #origin()}
     * @throws IllegalArgumentException if the share is out of range
     */
    public final LawEstimate quantile(double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1): %s", probability);
        return new Predictions(this).quantile(probability);
    }

    /**
     * Returns the mean time of those that lasted until the {@link #origin()}.
     *
     * @return the time in {@link #unit()}, after the {@link #origin()}
     */
    public final LawEstimate mean() {
        return new Predictions(this).mean();
    }

    /**
     * Returns the mean time up to a horizon of those that lasted until the {@link #origin()}.
     *
     * @param horizon the time up to which is averaged, in {@link #unit()}, after the {@link #origin()}
     * @return the time in {@link #unit()}, from the {@link #origin()} to the horizon
     * @throws IllegalArgumentException if the horizon is not finite or not after the origin
     */
    public final LawEstimate restrictedMean(double horizon) {
        checkArgument(
                horizon > origin() && horizon < Double.POSITIVE_INFINITY,
                "horizon must be finite and after %s: %s",
                origin(),
                horizon);
        return new Predictions(this).restrictedMean(horizon);
    }

    /**
     * Returns this fit as seen by those that have already lasted until a time: what a client who has stayed so long may expect. Times are still
     * counted from the start.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the fit with that origin, or this one's if it is later
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final ParametricFit given(double time) {
        return new ParametricFitBuilder()
                .from(this)
                .origin(Math.max(origin(), checkTime(time)))
                .build();
    }

    /**
     * Explains the fit.
     *
     * @return the counts, the parameters, the log-likelihood and the criteria
     */
    public final Explanation explain() {
        return FitExplanation.of(this);
    }

    final Outcome<Boolean> unweighted() {
        return isWeighted()
                ? Outcome.undefined(Reason.NOT_APPLICABLE, "with weights there is no likelihood of the sample")
                : Outcome.of(true);
    }

    private Outcome<Double> penalised(double perParameter) {
        return logLikelihood()
                .flatMap(log -> unweighted()
                        .map(ok -> perParameter * law().parameterNames().size() - 2 * log));
    }

    private LawParameter parameter(int index) {
        Coordinate coordinate = coordinate(index);
        Outcome<Double> found = estimated().coordinate(coordinate.index());
        return new LawParameter(
                law().parameterNames().get(index),
                found.map(coordinate::natural),
                error(coordinate).map(error -> Math.abs(slope(coordinate)) * error),
                found.flatMap(x -> estimated().isZero(coordinate.index())
                        ? rateOfZeroInterval(coordinate)
                        : error(coordinate)
                                .flatMap(error -> coordinate.interval(x, level().normalQuantile() * error, level()))));
    }

    /** Returns the error of the coordinate, or why it is not known. */
    private Outcome<Double> error(Coordinate coordinate) {
        double[] gradient = new double[estimated().point().length()];
        return estimated()
                .coordinate(coordinate.index())
                .flatMap(x -> spread(piece -> piece == coordinate.index()))
                .flatMap(ok -> {
                    gradient[coordinate.index()] = 1;
                    return estimated().spread(gradient);
                })
                .map(ok -> Math.sqrt(estimated().variance(gradient)));
    }

    private double slope(Coordinate coordinate) {
        return coordinate.slope(estimated().point().get(coordinate.index()));
    }

    /** Returns the exact limits of the rate of a Poisson count of none; of weighted time there are none. */
    private Outcome<Interval> rateOfZeroInterval(Coordinate coordinate) {
        double exposure = estimated().exposure().get(coordinate.index());
        return isWeighted()
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, noEnd(coordinate.index()))
                : Outcome.of(Interval.of(0, -Math.log1p(-level().value()) / exposure, level()));
    }

    private int index(String name) {
        int index = law().parameterNames().indexOf(Objects.requireNonNull(name, "name"));
        checkArgument(index >= 0, "name must be one of %s: %s", law().parameterNames(), name);
        return index;
    }

    private Coordinate coordinate(int index) {
        return Coordinate.of(law(), index);
    }

    /** Returns true, or why what depends on some pieces of time is not known; a law without pieces is one piece. */
    final Outcome<Boolean> known(IntPredicate pieceMatters) {
        return convergence()
                .flatMap(reached -> IntStream.range(0, pieces().size())
                        .filter(piece -> !estimated().problems().get(piece).isEmpty())
                        .filter(pieceMatters)
                        .mapToObj(piece -> estimated().problems().get(piece))
                        .findFirst()
                        .<Outcome<Boolean>>map(problem -> Outcome.undefined(Reason.NOT_ESTIMABLE, problem))
                        .orElse(Outcome.of(true)));
    }

    /** Returns true, or why the error of what depends on some pieces of time is not known: nobody ended in one of them. */
    final Outcome<Boolean> spread(IntPredicate pieceMatters) {
        return IntStream.range(0, pieces().size())
                .filter(piece -> estimated().isZero(piece))
                .filter(pieceMatters)
                .mapToObj(this::noEnd)
                .findFirst()
                .<Outcome<Boolean>>map(problem -> Outcome.undefined(Reason.NOT_ESTIMABLE, problem))
                .orElse(Outcome.of(true));
    }

    private String noEnd(int piece) {
        return "no end in " + pieces().text(piece);
    }

    final Pieces pieces() {
        return Pieces.of(law());
    }

    /** Returns the curve at the point found; a rate that is not estimable is zero in it. */
    final LawCurve curve() {
        return switch (law().family()) {
            case EXPONENTIAL, PIECEWISE_EXPONENTIAL -> new PiecewiseCurve(pieces(), rates());
            case WEIBULL, LOG_NORMAL, LOG_LOGISTIC ->
                new LocationScaleCurve(
                        StandardLaw.of(law()),
                        estimated().point().get(0),
                        estimated().point().get(1));
        };
    }

    private double[] rates() {
        return IntStream.range(0, pieces().size())
                .mapToDouble(piece -> estimated().problems().get(piece).isEmpty()
                        ? Math.exp(estimated().point().get(piece))
                        : 0)
                .toArray();
    }

    final String survivalFormula() {
        return switch (law().family()) {
            case EXPONENTIAL -> "exp(-rate * time)";
            case WEIBULL -> "exp(-(time / scale)^shape)";
            case LOG_NORMAL -> "1 - Phi((log(time) - mu) / sigma)";
            case LOG_LOGISTIC -> "1 / (1 + (time / scale)^shape)";
            case PIECEWISE_EXPONENTIAL -> "exp(-sum of rate * time spent in its piece)";
        };
    }

    private static double checkTime(double time) {
        checkArgument(time >= 0 && time < Double.POSITIVE_INFINITY, "time must be finite and not negative: %s", time);
        return time;
    }
}
