package dev.tenure.calendar.jollyday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.MissingYears;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class JollydayHolidaysTest {

    private static final Year FIRST = Year.of(2020);
    private static final Year LAST = Year.of(2027);

    // golden: the holidays of 2026 by the German states' laws, and those of the United States by 5 U.S.C. 6103

    @Test
    void germany2026_hasItsNineHolidays() {
        assertEquals(
                dates(
                        "2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26"),
                days(germany(), 2026).keySet());
    }

    @Test
    void bavaria2026_hasFourMore() {
        assertEquals(
                dates("2026-01-06 2026-06-04 2026-11-01"),
                minus(days(germany("by"), 2026).keySet(), days(germany(), 2026).keySet()));
        assertEquals(
                dates("2026-08-15"),
                minus(
                        days(germany("by", "mu"), 2026).keySet(),
                        days(germany("BY"), 2026).keySet()));
    }

    @Test
    void holidayObservedInTheYearBefore_belongsToThatYear() {
        JollydayHolidays america = JollydayHolidays.of(manager("us"), FIRST, LAST);

        assertTrue(days(america, 2021).containsKey(LocalDate.of(2021, 12, 31)), "New Year 2022 was a Saturday");
        assertFalse(days(america, 2022).containsKey(LocalDate.of(2021, 12, 31)));
        assertFalse(days(america, 2022).containsKey(LocalDate.of(2022, 1, 1)));
    }

    @Test
    void names_areEnglishOnEveryMachine() {
        assertEquals(
                new SpecialDay.DayOff("New Year's Day"), days(germany(), 2026).get(LocalDate.of(2026, 1, 1)));
    }

    // with a manager of our own

    @Test
    void onlyPublicHolidays_areDaysOff_unlessMoreAreAskedFor() {
        JollydayHolidays holidays = JollydayHolidays.of(new Fixed(), FIRST, LAST);

        assertEquals(dates("2025-03-01"), days(holidays, 2025).keySet());
        assertEquals(
                dates("2025-03-01 2025-03-02"),
                days(holidays.with(HolidayType.BANK_HOLIDAY), 2025).keySet());
        assertEquals(
                dates("2025-03-01 2025-03-02 2025-03-03"),
                days(holidays.with(HolidayType.OBSERVANCE).with(HolidayType.BANK_HOLIDAY), 2025)
                        .keySet());
    }

    @Test
    void holidayWithoutName_isCalledByItsKey() {
        assertEquals(
                new SpecialDay.DayOff("holiday OF_NOBODY"),
                days(JollydayHolidays.of(new Fixed(), FIRST, LAST), 2025).get(LocalDate.of(2025, 3, 1)));
    }

    // years

    @Test
    void yearThatIsNotTrusted_isUndefined() {
        Outcome<?> none = Outcome.undefined(Reason.NO_DATA, "holidays of de-by are trusted from 2020 to 2027");

        assertEquals(none, germany("by").specialDays(Year.of(2019)));
        assertEquals(none, germany("by").specialDays(Year.of(2028)));
        assertTrue(germany("by").specialDays(FIRST).isDefined());
        assertTrue(germany("by").specialDays(LAST).isDefined());
    }

    @Test
    void yearWithoutAnyHoliday_isUndefined() {
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no holidays of own in 2024"),
                JollydayHolidays.of(new Fixed(), FIRST, LAST).specialDays(Year.of(2024)));
    }

    @Test
    void schedule_isClosedOnHolidays() {
        WorkSchedule schedule = WorkSchedule.of(
                        ZoneId.of("Europe/Berlin"), WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00")))
                .withHolidays(germany(), Year.of(2026), Year.of(2027), MissingYears.REJECT);

        assertEquals(DayHours.closed(), schedule.hoursOn(LocalDate.of(2026, 4, 3)));
        assertEquals(DayHours.parse("09:00-17:00"), schedule.hoursOn(LocalDate.of(2026, 4, 2)));
    }

    // messages

    @Test
    void russia_isRejected() {
        assertMessage(
                "manager must not be of Russia, use RussianProductionCalendar: ru",
                () -> JollydayHolidays.of(manager("ru"), FIRST, LAST));
    }

    @Test
    void regionThatIsNone_isRejected() {
        assertMessage("regions must be of the calendar of de: [xx]", () -> germany("xx"));
        assertMessage("regions must be of the calendar of de: [by, xx]", () -> germany("by", "xx"));
    }

    @Test
    void badYears_areNamed() {
        HolidayManager germany = manager("de");

        assertMessage(
                "last must not be before first: 2027, 2026",
                () -> JollydayHolidays.of(germany, Year.of(2027), Year.of(2026)));
        assertMessage("first must be 1583 or later: 1582", () -> JollydayHolidays.of(germany, Year.of(1582), LAST));
        assertMessage("last must be 9998 or earlier: 9999", () -> JollydayHolidays.of(germany, FIRST, Year.of(9999)));
        assertEquals("holidays of de-by, 2020 to 2027", germany("by").toString());
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    private static JollydayHolidays germany(String... regions) {
        return JollydayHolidays.of(manager("de"), FIRST, LAST, regions);
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    private static ImmutableSortedMap<LocalDate, SpecialDay> days(JollydayHolidays holidays, int year) {
        return holidays.specialDays(Year.of(year)).orElseThrow();
    }

    private static ImmutableSet<LocalDate> dates(String text) {
        return Arrays.stream(text.split(" ")).map(LocalDate::parse).collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableSet<LocalDate> minus(Set<LocalDate> all, Set<LocalDate> some) {
        return all.stream().filter(date -> !some.contains(date)).collect(ImmutableSet.toImmutableSet());
    }

    /** Three days of March 2025, each of another type. */
    private static final class Fixed extends HolidayManager {

        private static final ImmutableList<HolidayType> TYPES =
                ImmutableList.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY, HolidayType.OBSERVANCE);

        @Override
        public void doInit() {}

        @Override
        public Set<Holiday> getHolidays(Year year, String... regions) {
            return year.equals(Year.of(2025))
                    ? TYPES.stream()
                            .map(type -> new Holiday(LocalDate.of(2025, 3, 1 + TYPES.indexOf(type)), "OF_NOBODY", type))
                            .collect(ImmutableSet.toImmutableSet())
                    : ImmutableSet.of();
        }

        @Override
        public Set<Holiday> getHolidays(Year year, HolidayType type, String... regions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Holiday> getHolidays(LocalDate first, LocalDate last, String... regions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Holiday> getHolidays(LocalDate first, LocalDate last, HolidayType type, String... regions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CalendarHierarchy getCalendarHierarchy() {
            return new CalendarHierarchy(null, "own");
        }
    }
}
