package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * Up to which day the future counts.
 *
 * <p><b>Conventions.</b> The end is the first day that does not count. A payment in advance on it is for the time after and does not count; a payment in
 * arrears on it is for the time before and does: a year of months holds twelve payments of either kind. No end is more than a hundred years away.
 */
public sealed interface ValueHorizon {

    /** How many years the longest horizon with an end has. */
    int LONGEST_YEARS = 100;

    /**
     * Until a day.
     *
     * @param end the first day that does not count
     */
    record Until(LocalDate end) implements ValueHorizon {

        /**
         * Creates a horizon.
         *
         * @param end the first day that does not count
         */
        public Until {
            Objects.requireNonNull(end, "end");
        }

        @Override
        public Optional<LocalDate> end(LocalDate asOf) {
            checkArgument(!end.isBefore(asOf), "end must not be before asOf, %s: %s", asOf, end);
            checkArgument(
                    !end.isAfter(asOf.plusYears(LONGEST_YEARS)),
                    "end must be within a hundred years of %s: %s",
                    asOf,
                    end);
            return Optional.of(end);
        }

        @Override
        public String toString() {
            return "until " + end;
        }
    }

    /**
     * For some time from the day of the valuation on.
     *
     * @param period the time, above zero, at most a hundred years
     */
    record Within(Period period) implements ValueHorizon {

        private static final LocalDate ANY = LocalDate.EPOCH;

        /**
         * Creates a horizon.
         *
         * @param period the time, above zero, at most a hundred years
         */
        public Within {
            checkArgument(!period.isZero() && !period.isNegative(), "period must be positive: %s", period);
            checkArgument(
                    period.toTotalMonths() <= 12L * LONGEST_YEARS
                            && !ANY.plus(period).isAfter(ANY.plusYears(LONGEST_YEARS)),
                    "period must not exceed a hundred years: %s",
                    period);
        }

        @Override
        public Optional<LocalDate> end(LocalDate asOf) {
            return Optional.of(asOf.plus(period));
        }

        @Override
        public String toString() {
            return period.toString();
        }
    }

    /** The whole life. */
    record Unlimited() implements ValueHorizon {

        @Override
        public Optional<LocalDate> end(LocalDate asOf) {
            Objects.requireNonNull(asOf, "asOf");
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "unlimited";
        }
    }

    /**
     * Returns the end.
     *
     * @param asOf the day of the valuation
     * @return the first day that does not count; empty if every day does
     * @throws IllegalArgumentException if the end is before the day or more than a hundred years after it
     */
    Optional<LocalDate> end(LocalDate asOf);

    /**
     * Returns the horizon of some time from the day of the valuation on.
     *
     * @param period the time, above zero, at most a hundred years
     * @return the horizon
     * @throws IllegalArgumentException if the time is out of range
     */
    static ValueHorizon of(Period period) {
        return new Within(period);
    }

    /**
     * Returns the horizon until a day.
     *
     * @param end the first day that does not count
     * @return the horizon
     */
    static ValueHorizon until(LocalDate end) {
        return new Until(end);
    }

    /**
     * Returns the horizon of the whole life.
     *
     * @return the horizon
     */
    static ValueHorizon unlimited() {
        return new Unlimited();
    }
}
