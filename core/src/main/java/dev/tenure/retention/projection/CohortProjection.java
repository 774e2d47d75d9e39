package dev.tenure.retention.projection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.retention.cohort.CohortTable;
import java.util.Objects;
import java.util.Optional;

/**
 * Continues each cohort of a table beyond the last day observed, by a model of renewals that is fitted to all cohorts together.
 *
 * <p><b>Formula.</b> A cohort of which \(N\) clients were there in its last complete period, the \(n\)-th after the first, is expected to have \( N \, S(n + h) /
 * S(n) \) of them \(h\) periods later, with \(S\) the fitted survival. The prediction interval is that of a beta-binomial law of \(N\) clients, whose beta
 * law has that mean and the standard error of the estimate.
 *
 * <p><b>Units.</b> Clients, shares of a cohort as fractions, and the periods of the table.
 *
 * <p><b>Conventions.</b> Without options the model is sBG, the horizon twelve periods, and there is no holdout. Every period in which a cohort could lose
 * clients counts as a renewal: also of cohorts older than the records, from the first period observed on. A period that is not over counts for
 * nothing and is projected. Clients who came back are there as long as they are; that others will come back is not expected, so that with {@link
 * dev.tenure.retention.cohort.CohortReactivation#ORIGINAL_COHORT} a projection may be too low. A cohort whose first period is not over is not projected.
 *
 * <p><b>Errors.</b> Cohorts that do not determine the model are no exception: the figures are undefined and say why. A horizon or holdout out of range is an
 * {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "How to project customer retention", <i>Journal of Interactive Marketing</i> 21 (2007), 76-90.
 */
public final class CohortProjection {

    private static final int USUAL_HORIZON = 12;
    private static final int LONGEST_HORIZON = 1200;
    private static final CohortProjection DEFAULTS = new CohortProjection(
            RetentionModelKind.SHIFTED_BETA_GEOMETRIC, MaximumLikelihood.withDefaults(), USUAL_HORIZON, 0);

    private final RetentionModelKind kind;
    private final MaximumLikelihood estimator;
    private final int horizon;
    private final int holdout;

    private CohortProjection(RetentionModelKind kind, MaximumLikelihood estimator, int horizon, int holdout) {
        this.kind = kind;
        this.estimator = estimator;
        this.horizon = horizon;
        this.holdout = holdout;
    }

    /**
     * Returns the calculator of twelve periods by sBG without a holdout.
     *
     * @return the calculator
     */
    public static CohortProjection withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another model.
     *
     * @param model which
     * @return the changed calculator
     */
    public CohortProjection with(RetentionModelKind model) {
        return new CohortProjection(Objects.requireNonNull(model, "model"), estimator, horizon, holdout);
    }

    /**
     * Returns this calculator with other options of the estimation.
     *
     * @param estimation the level and kind of intervals, and the prior
     * @return the changed calculator
     */
    public CohortProjection with(MaximumLikelihood estimation) {
        return new CohortProjection(kind, Objects.requireNonNull(estimation, "estimation"), horizon, holdout);
    }

    /**
     * Returns this calculator with another horizon.
     *
     * @param periods how many periods after its last complete one each cohort is continued, from 1 to 1200
     * @return the changed calculator
     * @throws IllegalArgumentException if the number is out of range
     */
    public CohortProjection withHorizon(int periods) {
        checkArgument(periods >= 1 && periods <= LONGEST_HORIZON, "periods must be in [1, 1200]: %s", periods);
        return new CohortProjection(kind, estimator, periods, holdout);
    }

    /**
     * Returns this calculator with a holdout: all models are also fitted without the last periods, and compared by what they say of them.
     *
     * @param periods how many of the last complete periods of each cohort are held out, zero or more; zero for none
     * @return the changed calculator
     * @throws IllegalArgumentException if the number is negative
     */
    public CohortProjection withHoldout(int periods) {
        checkArgument(periods >= 0, "periods must not be negative: %s", periods);
        return new CohortProjection(kind, estimator, horizon, periods);
    }

    /**
     * Continues the cohorts of a table.
     *
     * @param table the cohorts
     * @return the projection
     */
    public CohortProjectionResult of(CohortTable table) {
        ModelFit<RetentionModel> fit =
                RetentionFit.withDefaults().with(kind).with(estimator).of(CohortSample.of(table, 0));
        return new CohortProjectionResultBuilder()
                .fit(fit)
                .asOf(table.asOf())
                .horizon(horizon)
                .cohorts(table.cohorts().stream()
                        .map(cohort -> Continuation.of(cohort, fit, horizon))
                        .collect(toImmutableList()))
                .holdout(holdout == 0 ? Optional.empty() : Optional.of(Holdout.of(table, holdout, estimator)))
                .build();
    }
}
