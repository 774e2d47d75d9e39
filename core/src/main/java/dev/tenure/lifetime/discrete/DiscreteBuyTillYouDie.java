package dev.tenure.lifetime.discrete;

import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Fits {@link BgBb} to clients who, window after window, may buy or not and leave without a word.
 *
 * <p><b>Formula.</b> The parameters are where the likelihood of all histories is highest.
 *
 * <p><b>Units.</b> Windows, of a length that is named; nothing is converted.
 *
 * <p><b>Conventions.</b> Without options {@link MaximumLikelihood#withDefaults()}. A prior can be laid on the {@code "buying probability"} and the
 * {@code "drop-out probability"}, the means over the clients, and on {@code "alpha + beta"} and {@code "gamma + delta"}, which are the larger the more alike the
 * clients are. A client with no window observed yet counts as an observation and tells nothing.
 *
 * <p><b>Errors.</b> {@link ModelFit#status()} names what the sample cannot determine: no clients, fewer than three windows, nobody who bought again, everybody
 * who bought in every window. If no client paused, or nobody was silent at the end, a parameter has no finite estimate: a boundary.
 *
 * <p><b>Source.</b> That of {@link BgBb}.
 */
public final class DiscreteBuyTillYouDie {

    private static final DiscreteBuyTillYouDie DEFAULTS = new DiscreteBuyTillYouDie(MaximumLikelihood.withDefaults());

    private final MaximumLikelihood estimation;

    private DiscreteBuyTillYouDie(MaximumLikelihood estimation) {
        this.estimation = estimation;
    }

    /**
     * Returns the calculator by pure maximum likelihood.
     *
     * @return the calculator
     */
    public static DiscreteBuyTillYouDie withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another way to estimate.
     *
     * @param maximumLikelihood the confidence level, the kind of intervals, the prior
     * @return the changed calculator
     */
    public DiscreteBuyTillYouDie with(MaximumLikelihood maximumLikelihood) {
        return new DiscreteBuyTillYouDie(Objects.requireNonNull(maximumLikelihood, "maximumLikelihood"));
    }

    /**
     * Fits the model to some clients.
     *
     * @param window the length of a window, above zero
     * @param histories the histories, one a client, in any order
     * @return the fit
     * @throws IllegalArgumentException if the window is not positive
     */
    public ModelFit<BgBb> of(Period window, Iterable<RenewalHistory> histories) {
        WindowAccumulator accumulator = accumulator(window);
        histories.forEach(accumulator::add);
        return of(accumulator);
    }

    /**
     * Fits the model to the clients of an accumulator.
     *
     * @param sample the accumulator, which stays as it is
     * @return the fit
     * @throws IllegalArgumentException if a prior names a coordinate that the model does not have
     */
    public ModelFit<BgBb> of(WindowAccumulator sample) {
        return estimation.of(sample.result());
    }

    /**
     * Returns an empty accumulator, for clients that arrive one by one or on several machines.
     *
     * @param window the length of a window, above zero
     * @return a new accumulator
     * @throws IllegalArgumentException if the window is not positive
     */
    public WindowAccumulator accumulator(Period window) {
        return new WindowAccumulator(BgBb.checkWindow(window));
    }

    /**
     * Returns an empty accumulator of purchases as a log of invoices has them.
     *
     * @param windows the windows
     * @return a new accumulator, whose result is a sample for {@link #of(WindowAccumulator)}
     */
    public WindowLogAccumulator accumulator(RenewalWindows windows) {
        return new WindowLogAccumulator(Objects.requireNonNull(windows, "windows"));
    }

    /**
     * Returns a collector of histories.
     *
     * @param window the length of a window, above zero
     * @return a collector over {@link #accumulator(Period)}
     * @throws IllegalArgumentException if the window is not positive
     */
    public Collector<RenewalHistory, ?, ModelFit<BgBb>> collector(Period window) {
        BgBb.checkWindow(window);
        return Collector.of(() -> accumulator(window), WindowAccumulator::add, WindowAccumulator::merge, this::of);
    }
}
