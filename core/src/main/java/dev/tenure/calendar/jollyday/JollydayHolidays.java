package dev.tenure.calendar.jollyday;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import dev.tenure.calendar.HolidayProvider;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The public holidays of a country and of a region in it, as Jollyday knows them.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>The caller makes the {@link HolidayManager}: it reads files of its own, which this library does not.
 *   <li>Jollyday gives an answer for every year, true or not. The caller therefore names the years for which the holidays are
 *       trusted; all others have no data.
 *   <li>Only public holidays are days off; {@link #with(HolidayType)} adds bank holidays or observances.
 *   <li>A holiday that is observed on another day than its own is off on the day on which it is observed, even if that is in the
 *       year before or after.
 *   <li>Jollyday knows neither working weekends nor shortened days.
 * </ul>
 *
 * <p><b>Errors.</b> Russia is an {@link IllegalArgumentException}, because Jollyday's Russian calendar has neither the transfers
 * nor the working Saturdays of the yearly decrees: {@code RussianProductionCalendar} has. So is a region that the calendar does
 * not have, which Jollyday would ignore. A trusted year without any holiday is {@link Reason#NO_DATA}.
 *
 * <p><b>Source.</b> Jollyday, github.com/focus-shift/jollyday.
 */
public final class JollydayHolidays implements HolidayProvider {

    private static final String RUSSIA = "ru";

    private static final Year FIRST = Year.of(1583);

    private static final Year LAST = Year.of(9998);

    /** The locale of Jollyday's English names, the ones that do not depend on the machine. */
    private static final Locale ENGLISH = Locale.ROOT;

    private static final String NAMELESS = "undefined";

    private final HolidayManager manager;
    private final ImmutableList<String> regions;
    private final Year first;
    private final Year last;
    private final ImmutableSet<HolidayType> types;

    private JollydayHolidays(
            HolidayManager manager,
            ImmutableList<String> regions,
            Year first,
            Year last,
            ImmutableSet<HolidayType> types) {
        this.manager = manager;
        this.regions = regions;
        this.first = first;
        this.last = last;
        this.types = types;
    }

    /**
     * Returns the public holidays of a country or of a region in it.
     *
     * @param manager Jollyday's holidays of the country, not of Russia
     * @param first the first year for which they are trusted, 1583 or later
     * @param last the last of these years, not before {@code first}, 9998 or earlier
     * @param regions the way from the country to the region by Jollyday's ids, such as {@code "by", "mu"} for Munich in Bavaria; none
     *     for what is a holiday in the whole country
     * @return the holidays
     * @throws IllegalArgumentException if the country is Russia, if it does not have the region, or if the years are not such
     */
    public static JollydayHolidays of(HolidayManager manager, Year first, Year last, String... regions) {
        CalendarHierarchy country = manager.getCalendarHierarchy();
        checkArgument(
                !country.getId().equalsIgnoreCase(RUSSIA),
                "manager must not be of Russia, use RussianProductionCalendar: %s",
                country.getId());
        checkArgument(!first.isBefore(FIRST), "first must be %s or later: %s", FIRST, first);
        checkArgument(!last.isAfter(LAST), "last must be %s or earlier: %s", LAST, last);
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        ImmutableList<String> way = ImmutableList.copyOf(regions);
        checkRegions(country, way);
        return new JollydayHolidays(manager, way, first, last, ImmutableSet.of(HolidayType.PUBLIC_HOLIDAY));
    }

    private static void checkRegions(CalendarHierarchy country, List<String> regions) {
        CalendarHierarchy place = country;
        for (String region : regions) {
            place = place.getChildren().values().stream()
                    .filter(child -> child.getId().equalsIgnoreCase(region))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "regions must be of the calendar of " + country.getId() + ": " + regions));
        }
    }

    /**
     * Returns these holidays with those of a further type.
     *
     * @param type the type whose holidays are days off too
     * @return the changed holidays
     */
    public JollydayHolidays with(HolidayType type) {
        ImmutableSet<HolidayType> more =
                ImmutableSet.<HolidayType>builder().addAll(types).add(type).build();
        return new JollydayHolidays(manager, regions, first, last, Sets.immutableEnumSet(more));
    }

    @Override
    public Outcome<ImmutableSortedMap<LocalDate, SpecialDay>> specialDays(Year year) {
        if (year.isBefore(first) || year.isAfter(last)) {
            return Outcome.undefined(
                    Reason.NO_DATA, "holidays of " + place() + " are trusted from " + first + " to " + last);
        }
        TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
        Stream.of(year.minusYears(1), year, year.plusYears(1))
                .flatMap(near -> manager.getHolidays(near, regions.toArray(String[]::new)).stream())
                .filter(holiday -> holiday.getDate().getYear() == year.getValue() && types.contains(holiday.getType()))
                .sorted(Comparator.comparing(Holiday::getDate).thenComparing(Holiday::getPropertiesKey))
                .forEach(holiday -> days.putIfAbsent(holiday.getDate(), new SpecialDay.DayOff(nameOf(holiday))));
        return days.isEmpty()
                ? Outcome.undefined(Reason.NO_DATA, "no holidays of " + place() + " in " + year)
                : Outcome.of(ImmutableSortedMap.copyOfSorted(days));
    }

    private String place() {
        return Joiner.on('-')
                .join(ImmutableList.builder()
                        .add(manager.getCalendarHierarchy().getId())
                        .addAll(regions)
                        .build());
    }

    private static String nameOf(Holiday holiday) {
        String name = holiday.getDescription(ENGLISH);
        return name.equals(NAMELESS) ? "holiday " + holiday.getPropertiesKey() : name;
    }

    /**
     * Returns whose holidays they are, and for which years.
     *
     * @return such as {@code holidays of de-by, 2020 to 2027}
     */
    @Override
    public String toString() {
        return "holidays of " + place() + ", " + first + " to " + last;
    }
}
