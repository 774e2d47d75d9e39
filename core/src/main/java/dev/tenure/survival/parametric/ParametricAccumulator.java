package dev.tenure.survival.parametric;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.RowCounts;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.IntervalObservation;
import java.io.Serial;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * The distinct observations a law is fitted to, with how often each occurs. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of observations and of merging changes nothing, to the last bit, and any law can be fitted to what it holds.
 *
 * <p>Its size is that of the distinct observations; adding costs no object.
 */
public final class ParametricAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final SurvivalLaw law;
    private final ChronoUnit unit;
    private final ConfidenceLevel level;
    private final RowCounts rows = new RowCounts();

    ParametricAccumulator(SurvivalLaw law, ChronoUnit unit, ConfidenceLevel level) {
        this.law = law;
        this.unit = unit;
        this.level = level;
    }

    /**
     * Adds one observation seen from the start whose end is exactly known or not known at all.
     *
     * @param duration how long it lasted, or has lasted so far; finite, zero or more, and more than zero if it ended
     * @param ended true if it ended then, false if it was still going on when last seen
     * @throws IllegalArgumentException if the duration is out of range
     */
    public void add(double duration, boolean ended) {
        checkArgument(
                duration >= 0 && duration < Double.POSITIVE_INFINITY,
                "duration must be finite and not negative: %s",
                duration);
        count(0, duration, ended ? duration : Double.POSITIVE_INFINITY, 1, 1);
    }

    /**
     * Adds a number of equal observations.
     *
     * @param entry how long they had lasted when they came under observation; 0 if seen from the start
     * @param lower how long they lasted at least; finite, zero or more
     * @param upper how long they lasted at most; equal to {@code lower} if exactly known, positive infinity if still going on
     * @param count how many, one or more
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(double entry, double lower, double upper, long count) {
        IntervalObservation checked = IntervalObservation.of(entry, lower, upper, count, 1);
        count(checked.entry(), checked.lower(), upper + 0.0, 1, count);
    }

    /**
     * Adds an observation.
     *
     * @param observation the observation
     * @throws IllegalArgumentException if it is exactly known to have ended at time 0
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(IntervalObservation observation) {
        Objects.requireNonNull(observation, "observation");
        double upper = observation.upper().toOptional().orElse(Double.POSITIVE_INFINITY);
        count(observation.entry(), observation.lower(), upper, observation.weight(), observation.count());
    }

    /**
     * Adds columns of observations seen from the start whose end is exactly known or not known at all.
     *
     * @param durations how long they lasted, or have lasted so far; zero or more, and more than zero if they ended
     * @param ended which of them ended then
     * @throws IllegalArgumentException if the columns differ in length or a duration is out of range; rows before it are added
     */
    public void addAll(int[] durations, boolean[] ended) {
        checkLength("ended", ended.length, "durations", durations.length);
        for (int i = 0; i < durations.length; i++) {
            add(durations[i], ended[i]);
        }
    }

    /**
     * Adds columns of observations seen from the start whose end is exactly known or not known at all.
     *
     * @param durations how long they lasted, or have lasted so far; finite, zero or more, and more than zero if they ended
     * @param ended which of them ended then
     * @throws IllegalArgumentException if the columns differ in length or a duration is out of range; rows before it are added
     */
    public void addAll(double[] durations, boolean[] ended) {
        checkLength("ended", ended.length, "durations", durations.length);
        for (int i = 0; i < durations.length; i++) {
            add(durations[i], ended[i]);
        }
    }

    /**
     * Adds columns of observations.
     *
     * @param entry how long they had lasted when they came under observation; 0 if seen from the start
     * @param lower how long they lasted at least; finite, zero or more
     * @param upper how long they lasted at most; equal to {@code lower} if exactly known, positive infinity if still going on
     * @throws IllegalArgumentException if the columns differ in length or a time is out of range; rows before it are added
     */
    public void addAll(double[] entry, double[] lower, double[] upper) {
        checkLength("lower", lower.length, "entry", entry.length);
        checkLength("upper", upper.length, "entry", entry.length);
        for (int i = 0; i < entry.length; i++) {
            add(entry[i], lower[i], upper[i], 1);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is; of any law
     * @return this accumulator
     * @throws IllegalArgumentException if the other one counts in another unit
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public ParametricAccumulator merge(ParametricAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
        rows.merge(other.rows);
        return this;
    }

    /**
     * Fits the law to the observations so far.
     *
     * @return the fit
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public ParametricFit result() {
        return fit(Sample.of(rows.sorted()), law);
    }

    /**
     * Fits several laws to the observations so far.
     *
     * @param laws the laws
     * @return the fits, the best first
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public LawComparison compare(Iterable<SurvivalLaw> laws) {
        Objects.requireNonNull(laws, "laws");
        Sample sample = Sample.of(rows.sorted());
        return LawComparison.of(StreamSupport.stream(laws.spliterator(), false).map(one -> fit(sample, one)));
    }

    private ParametricFit fit(Sample sample, SurvivalLaw one) {
        return new ParametricFitBuilder()
                .law(one)
                .counts(sample.counts())
                .isWeighted(sample.isWeighted())
                .unit(unit)
                .level(level)
                .origin(0)
                .estimated(Search.of(sample, one))
                .build();
    }

    private void count(double entry, double lower, double upper, double weight, long count) {
        checkArgument(
                upper > 0, "duration must be positive if it ended, endedBy(1) says within the first unit: %s", upper);
        // a negative zero would be another value
        rows.add(lower + 0.0, upper, entry, weight, count);
    }

    private static void checkLength(String name, int length, String other, int expected) {
        checkArgument(length == expected, "%s must be as long as %s, %s: %s", name, other, expected, length);
    }
}
