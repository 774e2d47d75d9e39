package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalAccumulator;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * The counts incidences are computed from: at each distinct time, how many ended for which cause, how many were last seen, how many
 * entered late. Mutable and not thread-safe: one for each thread or machine, then merge. The order of observations and of merging changes
 * nothing, to the last bit.
 *
 * <p>On the primitive path a cause is its number: {@value #ONGOING} for what goes on, 1 for the first cause of the calculator, 2 for the
 * second and so on, {@value #UNKNOWN} for an end whose cause is unknown.
 *
 * <p>Its size is that of the distinct times of each cause, as that of a {@link SurvivalAccumulator}. No row costs an object.
 */
public final class CompetingRisksAccumulator implements Serializable {

    /** The number that stands for what had not ended when it was last seen. */
    public static final int ONGOING = 0;

    /** The number that stands for an end whose cause is unknown. */
    public static final int UNKNOWN = -1;

    @Serial
    private static final long serialVersionUID = 1;

    private final Options options;
    /** What ended for an unknown cause, what goes on, then one for each cause. */
    private final SurvivalAccumulator[] exits;

    CompetingRisksAccumulator(Options options) {
        this.options = options;
        this.exits = new SurvivalAccumulator[options.causes().size() + 2];
        for (int i = 0; i < exits.length; i++) {
            exits[i] = counts();
        }
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param duration how long it lasted, or has lasted so far; whole units, zero or more
     * @param cause the number of the cause, {@link #ONGOING} or {@link #UNKNOWN}
     * @throws IllegalArgumentException if the duration is negative or there is no such cause
     */
    public void add(int duration, int cause) {
        exits(cause).add(duration, cause != ONGOING);
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param cause the number of the cause, {@link #ONGOING} or {@link #UNKNOWN}
     * @throws IllegalArgumentException if the duration is negative or not finite or there is no such cause
     */
    public void add(double duration, int cause) {
        exits(cause).add(duration, cause != ONGOING);
    }

    /**
     * Adds a number of equal observations.
     *
     * @param entry how long they had lasted when they came under observation; 0 if seen from the start
     * @param duration how long they lasted, or have lasted so far; finite, zero or more, after a positive {@code entry}
     * @param cause the number of the cause, {@link #ONGOING} or {@link #UNKNOWN}
     * @param count how many, one or more
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(double entry, double duration, int cause, long count) {
        exits(cause).add(entry, duration, cause != ONGOING, count);
    }

    /**
     * Adds an observation.
     *
     * @param observation the observation
     * @throws IllegalArgumentException if its cause is not one of the calculator's
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(CompetingObservation observation) {
        Objects.requireNonNull(observation, "observation");
        int known = observation.cause().map(this::number).orElse(UNKNOWN);
        add(observation.entry(), observation.duration(), observation.ended() ? known : ONGOING, observation.count());
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param durations how long each lasted, or has lasted so far; whole units, zero or more
     * @param causes for each the number of its cause, {@link #ONGOING} or {@link #UNKNOWN}
     * @throws IllegalArgumentException if the columns are not equally long, a duration is negative or there is no such cause; nothing is added
     *     then
     */
    public void addAll(int[] durations, byte[] causes) {
        checkCauses(durations.length, causes);
        checkWhole(durations);
        for (int i = 0; i < durations.length; i++) {
            add(durations[i], causes[i]);
        }
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param durations how long each lasted, or has lasted so far; finite, zero or more
     * @param causes for each the number of its cause, {@link #ONGOING} or {@link #UNKNOWN}
     * @throws IllegalArgumentException if the columns are not equally long, a duration is negative or not finite, or there is no such cause;
     *     nothing is added then
     */
    public void addAll(double[] durations, byte[] causes) {
        checkCauses(durations.length, causes);
        checkTimes(durations);
        for (int i = 0; i < durations.length; i++) {
            add(durations[i], causes[i]);
        }
    }

    /**
     * Adds columns of observations, some of which came under observation late.
     *
     * @param entries how long each had lasted when it came under observation; 0 if seen from the start
     * @param durations how long each lasted, or has lasted so far; finite, zero or more, after a positive entry
     * @param causes for each the number of its cause, {@link #ONGOING} or {@link #UNKNOWN}
     * @throws IllegalArgumentException if the columns are not equally long, a time is out of range or there is no such cause; nothing is added then
     */
    public void addAll(double[] entries, double[] durations, byte[] causes) {
        checkCauses(durations.length, causes);
        checkTimes(entries, durations);
        for (int i = 0; i < durations.length; i++) {
            add(entries[i], durations[i], causes[i], 1);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one has other causes or another unit
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public CompetingRisksAccumulator merge(CompetingRisksAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(
                options.causes().equals(other.options.causes()),
                "causes must be %s: %s",
                options.causes(),
                other.options.causes());
        for (int i = 0; i < exits.length; i++) {
            exits[i].merge(other.exits[i]);
        }
        return this;
    }

    /**
     * Returns the incidences of the observations so far.
     *
     * @return the incidences by cause
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public CompetingRisks result() {
        SurvivalAccumulator all = counts();
        for (SurvivalAccumulator exit : exits) {
            all.merge(exit);
        }
        return Estimation.of(options, all, exits);
    }

    private SurvivalAccumulator counts() {
        return KaplanMeier.withDefaults()
                .with(options.unit())
                .with(options.interval().ofSurvival())
                .with(options.level())
                .with(options.quantileRule())
                .accumulator();
    }

    private SurvivalAccumulator exits(int cause) {
        checkCause(cause);
        return exits[cause - UNKNOWN];
    }

    private void checkCause(int cause) {
        checkArgument(
                cause >= UNKNOWN && cause <= options.causes().size(),
                "cause must be in [-1, %s]: %s",
                options.causes().size(),
                cause);
    }

    private int number(String cause) {
        int index = options.causes().indexOf(cause);
        checkArgument(index >= 0, "cause must be one of %s: %s", options.causes(), cause);
        return index + 1;
    }

    static void checkWhole(int[] durations) {
        for (int duration : durations) {
            checkArgument(duration >= 0, "duration must be finite and not negative: %s", duration);
        }
    }

    void checkCauses(int length, byte[] causes) {
        checkArgument(causes.length == length, "causes must be as many as durations, %s: %s", length, causes.length);
        for (byte cause : causes) {
            checkCause(cause);
        }
    }

    static void checkTimes(double[] durations) {
        for (double duration : durations) {
            checkTime("duration", duration);
        }
    }

    static void checkTimes(double[] entries, double[] durations) {
        checkArgument(
                entries.length == durations.length,
                "entries must be as many as durations, %s: %s",
                durations.length,
                entries.length);
        for (int i = 0; i < durations.length; i++) {
            checkTimes(entries[i], durations[i]);
        }
    }

    private static void checkTimes(double entry, double duration) {
        checkTime("entry", entry);
        checkTime("duration", duration);
        if (entry > 0 && entry >= duration) {
            throw new IllegalArgumentException("entry must be before the duration " + duration + ": " + entry);
        }
    }

    /** Makes no object of a good time. */
    private static void checkTime(String name, double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative: " + time);
        }
    }
}
