package dev.tenure.explain;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.BigMoney;

/**
 * A number, a date or a word in an {@link Explanation}, unrounded and without a language, so that whoever shows it can.
 *
 * <p>{@code toString()} gives the short English text that {@link Explanation#toText()} uses.
 */
public sealed interface Quantity {

    /**
     * How many.
     *
     * @param value the count
     */
    record Count(long value) implements Quantity {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /**
     * A part of a whole; shown as a percentage.
     *
     * @param value a fraction, such as 0.115 for 11.5 %
     */
    record Share(double value) implements Quantity {

        /**
         * Creates a share.
         *
         * @param value a fraction, finite
         */
        public Share {
            checkFinite(value);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f%%", 100 * value);
        }
    }

    /**
     * A measured or computed number with its unit.
     *
     * @param value the number, finite
     * @param unit the unit, such as {@code "months"}; empty for a pure number
     */
    record Measure(double value, String unit) implements Quantity {

        /**
         * Creates a measure.
         *
         * @param value the number, finite
         * @param unit the unit, empty for a pure number
         */
        public Measure {
            checkFinite(value);
            Objects.requireNonNull(unit, "unit");
        }

        @Override
        public String toString() {
            String number = String.format(Locale.ROOT, "%.4f", value);
            return unit.isEmpty() ? number : number + " " + unit;
        }
    }

    /**
     * An amount of money.
     *
     * @param value the amount
     */
    record Amount(BigMoney value) implements Quantity {

        /**
         * Creates an amount.
         *
         * @param value the amount
         */
        public Amount {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toMoney(RoundingMode.HALF_UP).toString();
        }
    }

    /**
     * A day.
     *
     * @param value the day
     */
    record Day(LocalDate value) implements Quantity {

        /**
         * Creates a day.
         *
         * @param value the day
         */
        public Day {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * A span between two quantities, such as a confidence interval.
     *
     * @param lower the lower end
     * @param upper the upper end
     */
    record Span(Quantity lower, Quantity upper) implements Quantity {

        /**
         * Creates a span.
         *
         * @param lower the lower end
         * @param upper the upper end
         */
        public Span {
            Objects.requireNonNull(lower, "lower");
            Objects.requireNonNull(upper, "upper");
        }

        @Override
        public String toString() {
            return lower + " to " + upper;
        }
    }

    /**
     * A word: the option of a policy, a name.
     *
     * @param value the word
     */
    record Term(String value) implements Quantity {

        /**
         * Creates a word.
         *
         * @param value the word, not blank
         */
        public Term {
            Objects.requireNonNull(value, "value");
            checkArgument(!value.isBlank(), "value must not be blank: '%s'", value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * No value, and why.
     *
     * @param reason the kind of reason
     * @param detail the reason in a few words, not blank
     */
    record Missing(Reason reason, String detail) implements Quantity {

        /**
         * Creates a missing value.
         *
         * @param reason the kind of reason
         * @param detail the reason in a few words, not blank
         */
        public Missing {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            checkArgument(!detail.isBlank(), "detail must not be blank: '%s'", detail);
        }

        @Override
        public String toString() {
            return "undefined (" + detail + ")";
        }
    }

    private static void checkFinite(double value) {
        checkArgument(Double.isFinite(value), "value must be finite: %s", value);
    }
}
