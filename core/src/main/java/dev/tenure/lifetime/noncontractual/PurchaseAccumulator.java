package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.lifetime.estimation.Criterion;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelComparison;
import dev.tenure.lifetime.estimation.ModelFit;
import java.io.Serial;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The distinct purchase histories of clients, with how often each occurs: all that any of the models needs to be fitted. Mutable and not thread-safe: one for each thread or machine,
 * then merge. The order of clients and of merging changes nothing, to the last bit.
 *
 * <p>Its size is that of the distinct histories, 43 to 86 bytes each; adding costs no object. In whole days a million clients have some hundred thousand histories if they
 * buy seldom, and nearly a million if they buy often over many years; clients who never came back are no more of them than there are days.
 */
public final class PurchaseAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final PurchaseModelKind kind;
    private final ChronoUnit unit;
    private final MaximumLikelihood estimation;
    private final HistoryCounts histories = new HistoryCounts();

    PurchaseAccumulator(PurchaseModelKind kind, ChronoUnit unit, MaximumLikelihood estimation) {
        this.kind = kind;
        this.unit = unit;
        this.estimation = estimation;
    }

    /**
     * Returns the unit of time of the models and of {@link #add(long, double, double)}.
     *
     * @return the unit, of a fixed length: weeks or a shorter one
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * Adds a client.
     *
     * @param history the history of the client
     */
    public void add(PurchaseHistory history) {
        add(history.repeats(), history.recencyIn(unit), history.ageIn(unit));
    }

    /**
     * Adds a client.
     *
     * @param repeats how many purchases followed the first one, zero or more
     * @param recency the time from the first purchase to the last one, in {@link #unit()}, finite; zero if there is no other
     * @param age the time from the first purchase to the end of what was observed, in {@link #unit()}, finite, not below {@code recency}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public void add(long repeats, double recency, double age) {
        // one test, and the messages where it fails: a check for each would make objects a row
        if (!(repeats >= 0 && recency >= 0 && recency <= age && age < Double.POSITIVE_INFINITY)
                || (repeats == 0 && recency > 0)) {
            throw refused(repeats, recency, age);
        }
        // a negative zero would be another value
        histories.add(repeats, recency + 0.0, age + 0.0, 1);
    }

    private static IllegalArgumentException refused(long repeats, double recency, double age) {
        checkArgument(repeats >= 0, "repeats must not be negative: %s", repeats);
        checkArgument(
                recency >= 0 && recency < Double.POSITIVE_INFINITY,
                "recency must be finite and not negative: %s",
                recency);
        checkArgument(repeats > 0 || recency == 0, "recency must be zero without repeats: %s", recency);
        checkArgument(age < Double.POSITIVE_INFINITY, "age must be finite: %s", age);
        return new IllegalArgumentException("age must not be below recency, " + recency + ": " + age);
    }

    /**
     * Adds clients by columns. Times in another unit than {@link #unit()} are converted, by the ratio of the fixed lengths of both.
     *
     * @param from the unit of both columns of times: weeks or a shorter one
     * @param repeats how many purchases followed the first one, zero or more
     * @param recency the times from the first purchase to the last one
     * @param age the times from the first purchase to the end of what was observed
     * @throws IllegalArgumentException if the unit has no fixed length, the columns differ in length, or a number is out of range; clients before it are added
     */
    public void addAll(ChronoUnit from, int[] repeats, double[] recency, double[] age) {
        ChronoUnit given = PurchaseHistory.fixed(from);
        checkArgument(
                repeats.length == recency.length && repeats.length == age.length,
                "repeats, recency and age must be of the same length: %s, %s, %s",
                repeats.length,
                recency.length,
                age.length);
        for (int i = 0; i < repeats.length; i++) {
            add(repeats[i], TimeUnits.convert(recency[i], given, unit), TimeUnits.convert(age[i], given, unit));
        }
    }

    /**
     * Adds the clients of a ledger.
     *
     * @param log the histories of the clients
     */
    public void addAll(PurchaseLogResult log) {
        for (int line = 0; line < log.size(); line++) {
            add(
                    log.repeats(line),
                    TimeUnits.convert(log.recencyDays(line), ChronoUnit.DAYS, unit),
                    TimeUnits.convert(log.ageDays(line), ChronoUnit.DAYS, unit));
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is; for any kind of model
     * @return this accumulator
     * @throws IllegalArgumentException if the other one counts in another unit
     * @throws ArithmeticException if there are more clients than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public PurchaseAccumulator merge(PurchaseAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
        histories.merge(other.histories);
        return this;
    }

    /**
     * Returns how many distinct histories there are.
     *
     * @return the number, zero or more
     */
    public int distinctHistories() {
        return histories.size();
    }

    /**
     * Fits the model to the clients so far.
     *
     * @return the fit
     */
    public ModelFit<PurchaseModel> result() {
        return result(kind);
    }

    /**
     * Fits another kind of model to the clients so far.
     *
     * @param other the kind
     * @return the fit
     */
    public ModelFit<PurchaseModel> result(PurchaseModelKind other) {
        Objects.requireNonNull(other, "other");
        return estimation.of(other.likelihood(sample()));
    }

    /**
     * Fits several kinds of models to the clients so far.
     *
     * @param criterion by what they are compared
     * @param kinds the kinds
     * @return the fits, with their ranks
     */
    public ModelComparison compare(Criterion criterion, PurchaseModelKind... kinds) {
        PurchaseSample sample = sample();
        return ModelComparison.of(
                criterion,
                Stream.of(kinds)
                        .map(one -> estimation.of(one.likelihood(sample)))
                        .toList());
    }

    /** Returns the distinct histories, ascending. */
    PurchaseSample sample() {
        return histories.sample(unit);
    }
}
