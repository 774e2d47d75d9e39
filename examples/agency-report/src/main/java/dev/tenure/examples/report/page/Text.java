package dev.tenure.examples.report.page;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Quantity;
import java.util.Objects;

/** Something the page says, in no language until the page is made. */
public sealed interface Text {

    /**
     * A phrase of the page's message bundles.
     *
     * @param key the key of the phrase
     * @param arguments what the places of the phrase hold
     */
    record Phrase(String key, ImmutableList<Text> arguments) implements Text {

        /**
         * Creates a phrase.
         *
         * @param key the key of the phrase
         * @param arguments what the places of the phrase hold
         */
        public Phrase {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(arguments, "arguments");
        }
    }

    /**
     * Words from the data, such as a client's name: shown as they are in every language.
     *
     * @param value the words
     */
    record Plain(String value) implements Text {

        /**
         * Creates plain words.
         *
         * @param value the words
         */
        public Plain {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A number, a date or a word of the library, shown by the page's language.
     *
     * @param value the quantity
     */
    record Shown(Quantity value) implements Text {

        /**
         * Creates a shown quantity.
         *
         * @param value the quantity
         */
        public Shown {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A reporting period, shown by the page's language.
     *
     * @param value the period
     */
    record Period(ReportingPeriod value) implements Text {

        /**
         * Creates a shown period.
         *
         * @param value the period
         */
        public Period {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Returns a phrase of the message bundles.
     *
     * @param key the key of the phrase
     * @param arguments what its places {@code {0}}, {@code {1}} … hold
     * @return the phrase
     */
    static Text phrase(String key, Text... arguments) {
        return new Phrase(key, ImmutableList.copyOf(arguments));
    }

    /**
     * Returns words from the data.
     *
     * @param value the words
     * @return the words as a text
     */
    static Text plain(String value) {
        return new Plain(value);
    }

    /**
     * Returns a shown quantity.
     *
     * @param value the quantity
     * @return the quantity as a text
     */
    static Text of(Quantity value) {
        return new Shown(value);
    }

    /**
     * Returns a shown count.
     *
     * @param value the count
     * @return the count as a text
     */
    static Text count(long value) {
        return new Shown(new Quantity.Count(value));
    }

    /**
     * Returns a shown share.
     *
     * @param value a fraction, finite
     * @return the share as a text
     */
    static Text share(double value) {
        return new Shown(new Quantity.Share(value));
    }

    /**
     * Returns a shown period.
     *
     * @param value the period
     * @return the period as a text
     */
    static Text of(ReportingPeriod value) {
        return new Period(value);
    }
}
