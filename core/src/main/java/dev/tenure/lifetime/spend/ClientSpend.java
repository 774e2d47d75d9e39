package dev.tenure.lifetime.spend;

import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import java.util.Objects;
import java.util.stream.Collector;
import org.joda.money.CurrencyUnit;

/**
 * Fits {@link GammaGamma} to what clients have spent.
 *
 * <p><b>Formula.</b> The parameters are where the likelihood of the mean spends of all clients with transactions is highest.
 *
 * <p><b>Units.</b> Minor units of one currency in; the parameter gamma in major units.
 *
 * <p><b>Conventions.</b> Without options {@link MaximumLikelihood#withDefaults()}, and spends that are not positive are refused. Which transactions count, all or those
 * after the first one, is the caller's rule; the literature takes those after the first one, together with models of repeat purchases. A prior can be
 * laid on {@code "p"}, on {@code "q"} and on the {@code "harmonic mean spend"}, which is \( p \gamma / q \) in major units.
 *
 * <p><b>Errors.</b> {@link ModelFit#status()} names what the sample cannot determine: fewer than three clients with transactions, all clients spending the same. If
 * clients do not differ by more than chance, or one client's transactions do not differ at all, a parameter has no finite estimate: a boundary.
 *
 * <p><b>Source.</b> That of {@link GammaGamma}.
 */
public final class ClientSpend {

    private static final ClientSpend DEFAULTS =
            new ClientSpend(MaximumLikelihood.withDefaults(), NonPositiveSpend.REFUSE);

    private final MaximumLikelihood estimation;
    private final NonPositiveSpend rule;

    private ClientSpend(MaximumLikelihood estimation, NonPositiveSpend rule) {
        this.estimation = estimation;
        this.rule = rule;
    }

    /**
     * Returns the calculator by pure maximum likelihood, which refuses spends that are not positive.
     *
     * @return the calculator
     */
    public static ClientSpend withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another way to estimate.
     *
     * @param maximumLikelihood the confidence level, the kind of intervals, the prior
     * @return the changed calculator
     */
    public ClientSpend with(MaximumLikelihood maximumLikelihood) {
        return new ClientSpend(Objects.requireNonNull(maximumLikelihood, "maximumLikelihood"), rule);
    }

    /**
     * Returns this calculator with another rule for spends that are not positive.
     *
     * @param nonPositive the rule, of which the next accumulators take note
     * @return the changed calculator
     */
    public ClientSpend with(NonPositiveSpend nonPositive) {
        return new ClientSpend(estimation, Objects.requireNonNull(nonPositive, "nonPositive"));
    }

    /**
     * Fits the model to some clients.
     *
     * @param currency the currency of all of them
     * @param histories what they have spent, in any order
     * @return the fit
     * @throws IllegalArgumentException if one of them is in another currency
     */
    public ModelFit<GammaGamma> of(CurrencyUnit currency, Iterable<SpendHistory> histories) {
        SpendAccumulator accumulator = accumulator(currency);
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
    public ModelFit<GammaGamma> of(SpendAccumulator sample) {
        return estimation.of(sample.result());
    }

    /**
     * Returns an empty accumulator, for clients that arrive one by one or on several machines.
     *
     * @param currency the currency of all of them
     * @return a new accumulator
     */
    public SpendAccumulator accumulator(CurrencyUnit currency) {
        return new SpendAccumulator(Objects.requireNonNull(currency, "currency"), rule);
    }

    /**
     * Returns a collector of histories.
     *
     * @param currency the currency of all of them
     * @return a collector over {@link #accumulator(CurrencyUnit)}
     */
    public Collector<SpendHistory, ?, ModelFit<GammaGamma>> collector(CurrencyUnit currency) {
        return Collector.of(() -> accumulator(currency), SpendAccumulator::add, SpendAccumulator::merge, this::of);
    }
}
