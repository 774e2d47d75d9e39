package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;

/**
 * How many of how many: a share that keeps its counts, because 7 of 8 and 3 500 of 4 000 are different facts.
 *
 * <p><b>Formula.</b> {@code value = successes / trials}.
 *
 * <p><b>Units.</b> Counts in, a fraction in [0, 1] out.
 *
 * <p><b>Conventions.</b> Without trials there is no value and no interval.
 *
 * @param successes how many, from 0 to {@code trials}
 * @param trials of how many, zero or more
 */
public record Proportion(long successes, long trials) implements Serializable {

    /**
     * Creates a proportion.
     *
     * @param successes how many, from 0 to {@code trials}
     * @param trials of how many, zero or more
     */
    public Proportion {
        checkArgument(trials >= 0, "trials must not be negative: %s", trials);
        checkArgument(successes >= 0 && successes <= trials, "successes must be in [0, %s]: %s", trials, successes);
    }

    /**
     * Returns a proportion.
     *
     * @param successes how many, from 0 to {@code trials}
     * @param trials of how many, zero or more
     * @return the proportion
     * @throws IllegalArgumentException if a count is out of range
     */
    public static Proportion of(long successes, long trials) {
        return new Proportion(successes, trials);
    }

    /**
     * Returns the share.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without trials
     */
    public Outcome<Double> value() {
        return trials == 0 ? noTrials() : Outcome.of((double) successes / trials);
    }

    /**
     * Returns a confidence interval of the share.
     *
     * @param method how it is made
     * @param level how often it should hold the true share
     * @return fractions, within [0, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) without trials
     */
    public Outcome<Interval> interval(ProportionInterval method, ConfidenceLevel level) {
        return trials == 0 ? noTrials() : Outcome.of(method.interval((double) successes, (double) trials, level));
    }

    /**
     * Returns the share of the others.
     *
     * @return {@code trials - successes} of {@code trials}
     */
    public Proportion complement() {
        return of(trials - successes, trials);
    }

    private static <T> Outcome<T> noTrials() {
        return Outcome.undefined(Reason.NO_DATA, "no trials");
    }
}
