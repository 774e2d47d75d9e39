package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.stat.ConfidenceLevel;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.IntStream;

/**
 * Finds what drives it that clients leave: by how much each covariate multiplies the rate of leaving, at every age, all else being equal.
 *
 * <p><b>Formula.</b> The hazard of a client with covariates {@code x} in stratum {@code s} is
 * \( \lambda_s(t)\, e^{\beta'x + \text{offset}} \). The coefficients maximise the partial likelihood, whose logarithm is, without ties,
 *
 * <p>\[ \sum_{i\ \text{left}} w_i \left( \beta'x_i - \log \sum_{j\ \text{at risk at}\ t_i} w_j e^{\beta'x_j} \right) \]
 *
 * <p>less the {@link RidgePenalty}, if there is one. Ties are counted by {@link TieMethod}.
 *
 * <p><b>Units.</b> Times are in one {@link ChronoUnit}, days unless another is set; coefficients are by unit of their covariate.
 *
 * <p><b>Conventions.</b> At risk at {@code t} is who has {@code start < t <= stop}; who is last seen when another leaves is at risk there.
 * Times tie if they are equal to the last digit. Coefficients are right to 10 digits, however rows are ordered. What the data do not
 * determine is undefined, with the name of the covariate and the reason: a covariate that does not vary, one that is a linear combination of
 * earlier ones, one that separates who leaves from who stays, so that no finite coefficient is the best. The others are what they would be
 * in the limit. By a cause, everybody who leaves for another one is taken for last seen then.
 *
 * <p><b>Errors.</b> Values out of range are {@link IllegalArgumentException}s of {@link CoxObservation} and {@link CoxData}; so are
 * observations that do not have the same covariates.
 *
 * <p><b>Source.</b> D. R. Cox, "Regression models and life-tables", <i>Journal of the Royal Statistical Society</i> B 34 (1972), 187-220;
 * B. Efron, "The efficiency of Cox's likelihood function for censored data", <i>Journal of the American Statistical Association</i> 72 (1977),
 * 557-565; D. Y. Lin and L. J. Wei, "The robust inference for the Cox proportional hazards model", ibid. 84 (1989), 1074-1078.
 */
public final class CoxRegression {

    private static final int ITERATIONS = 50;
    private static final double TOLERANCE = 1e-9;

    private static final CoxRegression DEFAULTS = new CoxRegression(
            new FitOptions(TieMethod.EFRON, Optional.empty(), Optional.empty(), ITERATIONS, TOLERANCE),
            Optional.empty(),
            ChronoUnit.DAYS,
            ConfidenceLevel.P95);

    private final FitOptions options;
    private final Optional<String> cause;
    private final ChronoUnit unit;
    private final ConfidenceLevel level;

    private CoxRegression(FitOptions options, Optional<String> cause, ChronoUnit unit, ConfidenceLevel level) {
        this.options = options;
        this.cause = cause;
        this.unit = unit;
        this.level = level;
    }

    /**
     * Returns the calculator for days, with ties by Efron, no penalty, intervals at 95 %, and standard errors by cluster if there are any.
     *
     * @return the calculator
     */
    public static CoxRegression withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another way to count ties.
     *
     * @param ties the method
     * @return the changed calculator
     */
    public CoxRegression with(TieMethod ties) {
        Objects.requireNonNull(ties, "ties");
        return with(new FitOptions(
                ties, options.variance(), options.ridge(), options.maxIterations(), options.tolerance()));
    }

    /**
     * Returns this calculator with standard errors of a certain kind.
     *
     * @param variance the kind
     * @return the changed calculator
     */
    public CoxRegression with(CoxVariance variance) {
        Objects.requireNonNull(variance, "variance");
        return with(new FitOptions(
                options.ties(), Optional.of(variance), options.ridge(), options.maxIterations(), options.tolerance()));
    }

    /**
     * Returns this calculator with a penalty on large coefficients.
     *
     * @param ridge the penalty
     * @return the changed calculator
     */
    public CoxRegression with(RidgePenalty ridge) {
        Objects.requireNonNull(ridge, "ridge");
        return with(new FitOptions(
                options.ties(), options.variance(), Optional.of(ridge), options.maxIterations(), options.tolerance()));
    }

    /**
     * Returns this calculator for times in another unit. The numbers that are added are taken as they are.
     *
     * @param newUnit the unit
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit is {@link ChronoUnit#FOREVER}
     */
    public CoxRegression with(ChronoUnit newUnit) {
        Objects.requireNonNull(newUnit, "unit");
        checkArgument(newUnit != ChronoUnit.FOREVER, "unit must be finite: %s", newUnit);
        return new CoxRegression(options, cause, newUnit, level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public CoxRegression with(ConfidenceLevel confidence) {
        return new CoxRegression(options, cause, unit, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Returns this calculator for leaving for one cause. Who leaves for another one, or for one that is not known, counts as last seen then.
     *
     * @param newCause the {@link CoxObservation#cause()}, or one of {@link CoxData#withCauses}, not blank
     * @return the changed calculator
     * @throws IllegalArgumentException if the cause is blank
     */
    public CoxRegression withCause(String newCause) {
        Objects.requireNonNull(newCause, "cause");
        checkArgument(!newCause.isBlank(), "cause must not be blank: '%s'", newCause);
        return new CoxRegression(options, Optional.of(newCause), unit, level);
    }

    /**
     * Returns this calculator with another limit of steps.
     *
     * @param iterations the largest number of Newton's steps, one or more
     * @return the changed calculator
     * @throws IllegalArgumentException if the number is out of range
     */
    public CoxRegression withMaxIterations(int iterations) {
        checkArgument(iterations > 0, "iterations must be positive: %s", iterations);
        return with(
                new FitOptions(options.ties(), options.variance(), options.ridge(), iterations, options.tolerance()));
    }

    /**
     * Returns this calculator with another tolerance. It decides what counts as converged, and not how exact the coefficients are: steps are
     * taken as long as they change anything.
     *
     * @param tolerance what the log-likelihood may still gain, as a fraction of its value at zero, in (0, 1); 1e-9 unless set
     * @return the changed calculator
     * @throws IllegalArgumentException if the tolerance is out of range
     */
    public CoxRegression withTolerance(double tolerance) {
        checkArgument(tolerance > 0 && tolerance < 1, "tolerance must be in (0, 1): %s", tolerance);
        return with(new FitOptions(
                options.ties(), options.variance(), options.ridge(), options.maxIterations(), tolerance));
    }

    private CoxRegression with(FitOptions newOptions) {
        return new CoxRegression(newOptions, cause, unit, level);
    }

    /**
     * Fits the model to observations.
     *
     * @param observations the observations, in any order
     * @return the model
     * @throws IllegalArgumentException if they do not have the same covariates
     */
    public CoxModel of(Iterable<CoxObservation> observations) {
        Objects.requireNonNull(observations, "observations");
        ImmutableList<CoxObservation> all = ImmutableList.copyOf(observations);
        long ended = all.stream().filter(CoxObservation::ended).count();
        return fit(ObservationColumns.of(all, cause), (int) ended);
    }

    /**
     * Fits the model to columns. If a cause is set, {@link CoxData#withCauses} says who left for it; otherwise their {@code ended} column
     * says who left for what the model is about.
     *
     * @param data the rows
     * @return the model
     * @throws IllegalArgumentException if a cause is set, and the columns have none
     */
    public CoxModel of(CoxData data) {
        Objects.requireNonNull(data, "data");
        checkArgument(
                cause.isEmpty() || data.hasCauses(),
                "cause must not be set for columns without causes: %s",
                cause.orElse(""));
        return fit(cause.map(data::endedBy).orElse(data), events(data));
    }

    /**
     * Returns a collector of observations.
     *
     * @return a collector that fits the model at the end
     */
    public Collector<CoxObservation, ?, CoxModel> collector() {
        return Collector.<CoxObservation, ImmutableList.Builder<CoxObservation>, CoxModel>of(
                ImmutableList::builder,
                ImmutableList.Builder::add,
                (left, right) -> left.addAll(right.build()),
                all -> of(all.build()));
    }

    private static int events(CoxData data) {
        return (int) IntStream.range(0, data.rows()).filter(data::ended).count();
    }

    private CoxModel fit(CoxData data, int ended) {
        Fit fit = Fit.of(data, options);
        int events = events(data);
        return new CoxModelBuilder()
                .fit(fit)
                .rows(data.rows())
                .events(events)
                .otherEvents(ended - events)
                .cause(cause)
                .strata(fit.strata())
                .effects(IntStream.range(0, data.names().size())
                        .mapToObj(j -> Effects.ofCovariate(fit, j, level))
                        .toList())
                .nullLogLikelihood(fit.nullLogLikelihood())
                .logLikelihood(fit.logLikelihood())
                .iterations(fit.climb().iterations())
                .converged(fit.climb().converged() && !fit.climb().endless())
                .remarks(fit.remarks(events))
                .likelihoodRatioTest(fit.likelihoodRatio())
                .waldTest(fit.wald())
                .scoreTest(fit.score())
                .ties(options.ties())
                .variance(options.variance(data))
                .ridge(options.ridge())
                .unit(unit)
                .level(level)
                .build();
    }
}
