package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Fits a model of clients who buy when they like and leave without a word to their purchase histories.
 *
 * <p><b>Formula.</b> Maximum likelihood: see the model, {@link BgNbd}, {@link MbgNbd} or {@link ParetoNbd}, and {@link MaximumLikelihood}.
 *
 * <p><b>Units.</b> Without options the parameters are by the week. Histories are durations, or numbers of a unit that is named; they are converted by the ratio of the fixed lengths.
 * The unit changes the parameters that are times or rates, but no prediction.
 *
 * <p><b>Conventions.</b> The order of the clients changes nothing, to the last bit. Equal histories are counted and not repeated.
 *
 * <p><b>Errors.</b> A sample that cannot determine the model is no exception: {@link ModelFit#status()} says why.
 *
 * <p><b>Source.</b> See the models.
 */
public final class BuyTillYouDie {

    private static final BuyTillYouDie DEFAULTS =
            new BuyTillYouDie(PurchaseModelKind.BG_NBD, ChronoUnit.WEEKS, MaximumLikelihood.withDefaults());

    private final PurchaseModelKind kind;
    private final ChronoUnit unit;
    private final MaximumLikelihood estimation;

    private BuyTillYouDie(PurchaseModelKind kind, ChronoUnit unit, MaximumLikelihood estimation) {
        this.kind = kind;
        this.unit = unit;
        this.estimation = estimation;
    }

    /**
     * Returns the calculator of BG/NBD by the week, by maximum likelihood without a prior.
     *
     * @return the calculator
     */
    public static BuyTillYouDie withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another kind of model.
     *
     * @param model the kind
     * @return the changed calculator
     */
    public BuyTillYouDie with(PurchaseModelKind model) {
        return new BuyTillYouDie(Objects.requireNonNull(model, "model"), unit, estimation);
    }

    /**
     * Returns this calculator with another unit of time for the parameters.
     *
     * @param time the unit, of a fixed length: weeks or a shorter one
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public BuyTillYouDie with(ChronoUnit time) {
        return new BuyTillYouDie(kind, PurchaseHistory.fixed(time), estimation);
    }

    /**
     * Returns this calculator with another way to estimate: a prior, another kind of interval or another level.
     *
     * @param fit the way
     * @return the changed calculator
     */
    public BuyTillYouDie with(MaximumLikelihood fit) {
        return new BuyTillYouDie(kind, unit, Objects.requireNonNull(fit, "fit"));
    }

    PurchaseModelKind kind() {
        return kind;
    }

    /** Returns this calculator with the intervals that cost least. */
    BuyTillYouDie withDelta() {
        return with(estimation.with(IntervalMethod.delta()));
    }

    /** Fits a model of some kind. */
    ModelFit<PurchaseModel> fit(PurchaseModelKind model, PurchaseSample sample) {
        return estimation.of(model.likelihood(sample));
    }

    /**
     * Fits the model to the clients of a ledger.
     *
     * @param log the histories of the clients
     * @return the fit
     */
    public ModelFit<PurchaseModel> of(PurchaseLogResult log) {
        PurchaseAccumulator accumulator = accumulator();
        accumulator.addAll(log);
        return accumulator.result();
    }

    /**
     * Fits the model to histories.
     *
     * @param histories the history of each client, in any order
     * @return the fit
     */
    public ModelFit<PurchaseModel> of(Iterable<PurchaseHistory> histories) {
        PurchaseAccumulator accumulator = accumulator();
        histories.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for histories by columns, or that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public PurchaseAccumulator accumulator() {
        return new PurchaseAccumulator(kind, unit, estimation);
    }

    /**
     * Returns a collector of histories.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<PurchaseHistory, ?, ModelFit<PurchaseModel>> collector() {
        return Collector.of(
                this::accumulator, PurchaseAccumulator::add, PurchaseAccumulator::merge, PurchaseAccumulator::result);
    }
}
