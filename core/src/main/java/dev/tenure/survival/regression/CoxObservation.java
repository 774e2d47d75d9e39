package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.tenure.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A client over a stretch of time in which its covariates did not change, and whether it left at the end of it.
 *
 * <p>A client whose covariates changed has several, one after the other: of one who had an NPS of 9 for three months, of 4 for another two,
 * and left, one from 0 to 3 that did not end, and one from 3 to 5 that did.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator, counted from the start of the relationship.
 *
 * <p><b>Conventions.</b> At risk at a time {@code t} if {@code start < t <= stop}; with a start of 0 from the very beginning, so also
 * at time 0. A yes or no is a covariate of 1 or 0; one of k words is k - 1 such covariates.
 */
@ValueStyle
@Value.Immutable
public abstract class CoxObservation {

    CoxObservation() {}

    /**
     * Returns when the stretch begins.
     *
     * @return the time, finite, 0 or more, before a positive {@link #stop()}; 0 unless set
     */
    @Value.Default
    public double start() {
        return 0;
    }

    /**
     * Returns when the stretch ends.
     *
     * @return the time, finite, 0 or more
     */
    public abstract double stop();

    /**
     * Tells whether the client left at the end of the stretch.
     *
     * @return false if it was last seen then, or goes on with other covariates
     */
    public abstract boolean ended();

    /**
     * Returns why the client left, for models of one cause.
     *
     * @return the reason; empty if it is not known or the client has not left
     */
    public abstract Optional<String> cause();

    /**
     * Returns what may drive the leaving, by name.
     *
     * @return the covariates, finite, in the order in which coefficients are reported; the same names in each observation
     */
    public abstract ImmutableMap<String, Double> covariates();

    /**
     * Returns the stratum: clients are compared with clients of the same one only.
     *
     * @return the name; empty unless set
     */
    @Value.Default
    public String stratum() {
        return "";
    }

    /**
     * Returns which rows belong together for {@link CoxVariance#CLUSTERED}.
     *
     * @return the name of the client, or of the group of clients; if empty, the observation is a cluster of its own
     */
    public abstract Optional<String> cluster();

    /**
     * Returns how much the observation counts.
     *
     * @return the weight, positive and finite; 1 unless set
     */
    @Value.Default
    public double weight() {
        return 1;
    }

    /**
     * Returns a term of the linear predictor whose coefficient is known to be one.
     *
     * @return the offset, from -150 to 150; 0 unless set
     */
    @Value.Default
    public double offset() {
        return 0;
    }

    @Value.Check
    void check() {
        Rule.NOT_NEGATIVE.check("start", start());
        Rule.NOT_NEGATIVE.check("stop", stop());
        checkArgument(start() == 0 || start() < stop(), "start must be before the stop %s: %s", stop(), start());
        Rule.POSITIVE.check("weight", weight());
        Rule.OFFSET.check("offset", offset());
        covariates().forEach(Rule.FINITE::check);
        checkArgument(ended() || cause().isEmpty(), "cause must be empty of who has not left: %s", cause().orElse(""));
    }

    /**
     * Returns a builder that holds what this observation holds.
     *
     * @return a new builder
     */
    public final CoxObservationBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static CoxObservationBuilder builder() {
        return new CoxObservationBuilder();
    }
}
