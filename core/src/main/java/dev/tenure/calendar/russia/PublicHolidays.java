package dev.tenure.calendar.russia;

import com.google.common.collect.ImmutableMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** The public holidays of article 112 of the Labour Code, as they stand since 2013: the same dates every year. */
final class PublicHolidays {

    private static final ImmutableMap<MonthDay, String> NAMES = names();

    private PublicHolidays() {}

    private static ImmutableMap<MonthDay, String> names() {
        ImmutableMap.Builder<MonthDay, String> names = ImmutableMap.builder();
        for (int day = 1; day <= 8; day++) {
            names.put(MonthDay.of(Month.JANUARY, day), day == 7 ? "Christmas Day" : "New Year Holidays");
        }
        return names.put(MonthDay.of(Month.FEBRUARY, 23), "Defender of the Fatherland Day")
                .put(MonthDay.of(Month.MARCH, 8), "International Women's Day")
                .put(MonthDay.of(Month.MAY, 1), "Spring and Labour Day")
                .put(MonthDay.of(Month.MAY, 9), "Victory Day")
                .put(MonthDay.of(Month.JUNE, 12), "Russia Day")
                .put(MonthDay.of(Month.NOVEMBER, 4), "National Unity Day")
                .buildOrThrow();
    }

    static ImmutableMap<MonthDay, String> all() {
        return NAMES;
    }

    static boolean isHoliday(LocalDate date) {
        return NAMES.containsKey(MonthDay.from(date));
    }

    static boolean isEve(LocalDate date) {
        return isHoliday(date.plusDays(1));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
