package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Objects;

/** What is different about a date that is no ordinary day of its week. */
public sealed interface SpecialDay extends Serializable {

    /**
     * Returns what the day is called.
     *
     * @return the name, not blank
     */
    String name();

    /**
     * A day off: a public holiday, or a day off that was moved here.
     *
     * @param name what the day is called
     */
    record DayOff(String name) implements SpecialDay {

        /**
         * Creates a day off.
         *
         * @param name what the day is called, not blank
         */
        public DayOff {
            checkName(name);
        }
    }

    /**
     * A working day that has the hours of a given day of the week, perhaps shortened: a working Saturday, the eve of a
     * holiday.
     *
     * @param name what the day is called
     * @param hoursOf the day of the week whose hours are worked
     * @param shortenedBy how much earlier work ends; zero on a full day
     */
    record WorkingDay(String name, DayOfWeek hoursOf, Duration shortenedBy) implements SpecialDay {

        /**
         * Creates a working day.
         *
         * @param name what the day is called, not blank
         * @param hoursOf the day of the week whose hours are worked
         * @param shortenedBy how much earlier work ends, a whole number of seconds, not negative
         */
        public WorkingDay {
            checkName(name);
            Objects.requireNonNull(hoursOf, "hoursOf");
            checkArgument(!shortenedBy.isNegative(), "shortenedBy must not be negative: %s", shortenedBy);
            checkArgument(shortenedBy.toNanosPart() == 0, "shortenedBy must be whole seconds: %s", shortenedBy);
        }
    }

    private static void checkName(String name) {
        checkArgument(!name.isBlank(), "name must not be blank: '%s'", name);
    }
}
