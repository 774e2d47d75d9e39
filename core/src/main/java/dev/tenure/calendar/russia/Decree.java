package dev.tenure.calendar.russia;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The government decree that moves days off within a year.
 *
 * @param number its number
 * @param date the date on which it was signed
 */
public record Decree(String number, LocalDate date) implements Serializable {

    /**
     * Creates a reference to a decree.
     *
     * @param number its number, not blank
     * @param date the date on which it was signed
     */
    public Decree {
        checkArgument(!number.isBlank(), "number must not be blank: '%s'", number);
        Objects.requireNonNull(date, "date");
    }

    /**
     * Returns the reference to a decree.
     *
     * @param number its number, not blank
     * @param date the date on which it was signed
     * @return the reference
     */
    public static Decree of(String number, LocalDate date) {
        return new Decree(number, date);
    }

    /**
     * Returns the reference as people write it.
     *
     * @return such as {@code No. 1314 of 2023-08-10}
     */
    @Override
    public String toString() {
        return "No. " + number + " of " + date;
    }
}
