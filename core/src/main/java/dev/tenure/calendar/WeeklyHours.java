package dev.tenure.calendar;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The working hours of an ordinary week.
 *
 * <p><b>Conventions.</b> A day of the week without an entry is closed. A night shift of one day may overlap the hours of the
 * next: the time both hold is counted once.
 *
 * @param days the hours of each day of the week that has any
 */
public record WeeklyHours(ImmutableMap<DayOfWeek, DayHours> days) implements Serializable {

    /**
     * Creates the hours of a week.
     *
     * @param days the hours by day of the week; closed days may be left out
     */
    public WeeklyHours {
        Map<DayOfWeek, DayHours> open = new EnumMap<>(DayOfWeek.class);
        open.putAll(Maps.filterValues(days, hours -> !hours.isClosed()));
        days = ImmutableMap.copyOf(open);
    }

    /**
     * Returns a week without working hours.
     *
     * @return the week in which every day is closed
     */
    public static WeeklyHours closed() {
        return new WeeklyHours(ImmutableMap.of());
    }

    /**
     * Returns a week in which somebody always works.
     *
     * @return seven days of 24 hours
     */
    public static WeeklyHours allDay() {
        return of(EnumSet.allOf(DayOfWeek.class), DayHours.allDay());
    }

    /**
     * Returns a week with the same hours from Monday to Friday and a closed weekend.
     *
     * @param hours the hours of each of the five days
     * @return the week
     */
    public static WeeklyHours mondayToFriday(DayHours hours) {
        return of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), hours);
    }

    /**
     * Returns a week with the same hours on the given days.
     *
     * @param days the days of the week that have the hours; all others are closed
     * @param hours the hours of each of them
     * @return the week
     */
    public static WeeklyHours of(Set<DayOfWeek> days, DayHours hours) {
        Objects.requireNonNull(hours, "hours");
        return new WeeklyHours(ImmutableMap.copyOf(Maps.asMap(days, day -> hours)));
    }

    /**
     * Returns this week with other hours on one day.
     *
     * @param day the day of the week
     * @param hours its hours
     * @return the changed week
     */
    public WeeklyHours with(DayOfWeek day, DayHours hours) {
        Map<DayOfWeek, DayHours> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(days);
        changed.put(day, hours);
        return new WeeklyHours(ImmutableMap.copyOf(changed));
    }

    /**
     * Returns the hours of a day of the week.
     *
     * @param day the day of the week
     * @return its hours; closed if it has none
     */
    public DayHours on(DayOfWeek day) {
        return days.getOrDefault(Objects.requireNonNull(day, "day"), DayHours.closed());
    }
}
