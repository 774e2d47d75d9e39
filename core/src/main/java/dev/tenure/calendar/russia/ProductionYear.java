package dev.tenure.calendar.russia;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.internal.ValueStyle;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * The production calendar of one year, for the five-day week: what the Labour Code says every year, and what the government's
 * decree moves in this one.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>A day off that the decree moves is off on its new date. Where it was no holiday, work is done on its old date instead,
 *       with the hours of the date it was exchanged for.
 *   <li>A holiday on a weekend that the decree does not move gives a day off on the next working day after the holiday; the
 *       holidays of January only move by decree (article 112).
 *   <li>A working day right before a public holiday is an hour shorter (article 95). Before a day off that was moved it is not.
 * </ul>
 *
 * <p><b>Errors.</b> A year before 2013, when the holidays were others, is an {@link IllegalArgumentException}, and so is a
 * transfer from a date that is no Saturday or Sunday of the year, to a date that is no working day of it, or of two dates to one.
 *
 * <p><b>Source.</b> Labour Code of the Russian Federation, articles 95 and 112; order No. 588n of 13 August 2009, article 1, on
 * the hours of a working day off.
 */
@ValueStyle
@Value.Immutable
public abstract class ProductionYear {

    private static final Year FIRST = Year.of(2013);

    ProductionYear() {}

    /**
     * Returns the year.
     *
     * @return the year, 2013 or later
     */
    public abstract Year year();

    /**
     * Returns where the transfers come from.
     *
     * @return number and date of the decree
     */
    public abstract Decree decree();

    /**
     * Returns the days off that the decree moves. What the Labour Code moves by itself is not among them.
     *
     * @return the new date of each day off by its old one, a Saturday or Sunday
     */
    @Value.NaturalOrder
    public abstract ImmutableSortedMap<LocalDate, LocalDate> transfers();

    @Value.Check
    void check() {
        checkArgument(!year().isBefore(FIRST), "year must be %s or later: %s", FIRST, year());
        Set<LocalDate> taken = new HashSet<>();
        transfers().forEach((from, to) -> {
            checkArgument(
                    isOfYear(from) && PublicHolidays.isWeekend(from),
                    "transfers must be of a Saturday or Sunday of %s: %s",
                    year(),
                    from);
            checkArgument(
                    isOfYear(to) && !PublicHolidays.isWeekend(to) && !PublicHolidays.isHoliday(to),
                    "transfers must be to a working day of %s: %s",
                    year(),
                    to);
            checkArgument(taken.add(to), "transfers must be to a date of their own: %s", to);
        });
    }

    private boolean isOfYear(LocalDate date) {
        return date.getYear() == year().getValue();
    }

    /**
     * Returns the dates that are no ordinary days of their week.
     *
     * @return holidays, days off that were moved, working weekends and shortened days, earliest first
     */
    @Value.Lazy
    public ImmutableSortedMap<LocalDate, SpecialDay> specialDays() {
        SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
        PublicHolidays.all()
                .forEach((date, name) -> days.put(date.atYear(year().getValue()), new SpecialDay.DayOff(name)));
        transfers().forEach((from, to) -> days.put(to, movedFrom(from)));
        PublicHolidays.all().keySet().stream()
                .map(date -> date.atYear(year().getValue()))
                .filter(this::movesByItself)
                .forEach(holiday -> days.put(nextWorkingDay(holiday, days), movedFrom(holiday)));
        transfers().forEach((from, to) -> days.computeIfAbsent(from, date -> workedInsteadOf(to, date)));
        addShortened(days);
        return ImmutableSortedMap.copyOfSorted(days);
    }

    private boolean movesByItself(LocalDate holiday) {
        return PublicHolidays.isWeekend(holiday)
                && holiday.getMonthValue() > 1
                && !transfers().containsKey(holiday);
    }

    private static LocalDate nextWorkingDay(LocalDate date, SortedMap<LocalDate, SpecialDay> off) {
        LocalDate next = date.plusDays(1);
        while (PublicHolidays.isWeekend(next) || off.containsKey(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static SpecialDay movedFrom(LocalDate date) {
        return new SpecialDay.DayOff("day off moved from " + date);
    }

    private static SpecialDay workedInsteadOf(LocalDate exchanged, LocalDate date) {
        boolean isShortened = PublicHolidays.isEve(exchanged) || PublicHolidays.isEve(date);
        return new SpecialDay.WorkingDay(
                "working day moved from " + exchanged,
                exchanged.getDayOfWeek(),
                isShortened ? WorkingTimeNorm.SHORTENED_BY : Duration.ZERO);
    }

    private void addShortened(SortedMap<LocalDate, SpecialDay> days) {
        year().atDay(1)
                .datesUntil(year().plusYears(1).atDay(1))
                .filter(date -> PublicHolidays.isEve(date) && !PublicHolidays.isWeekend(date))
                .forEach(date -> days.computeIfAbsent(
                        date,
                        eve -> new SpecialDay.WorkingDay(
                                "eve of a public holiday", eve.getDayOfWeek(), WorkingTimeNorm.SHORTENED_BY)));
    }

    /**
     * Tells whether work is done on a date.
     *
     * @param date a date of the year
     * @return true on a working day, shortened or not, and on a working weekend
     * @throws IllegalArgumentException if the date is of another year
     */
    public boolean isWorkingDay(LocalDate date) {
        checkArgument(isOfYear(date), "date must be in %s: %s", year(), date);
        SpecialDay special = specialDays().get(date);
        return special == null ? !PublicHolidays.isWeekend(date) : special instanceof SpecialDay.WorkingDay;
    }

    /**
     * Tells whether a date is a working day that ends an hour earlier.
     *
     * @param date a date of the year
     * @return true if it is
     * @throws IllegalArgumentException if the date is of another year
     */
    public boolean isShortened(LocalDate date) {
        checkArgument(isOfYear(date), "date must be in %s: %s", year(), date);
        return specialDays().get(date) instanceof SpecialDay.WorkingDay day
                && !day.shortenedBy().isZero();
    }

    /**
     * Returns a builder with the values of this year.
     *
     * @return the builder
     */
    public final ProductionYearBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return the builder; it needs the year and the decree
     */
    public static ProductionYearBuilder builder() {
        return new ProductionYearBuilder();
    }
}
