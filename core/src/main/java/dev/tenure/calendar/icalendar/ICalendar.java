package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedMap;
import dev.tenure.calendar.HolidayProvider;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.calendar.WorkingInterval;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of an iCalendar text (RFC 5545), as they take place within a range.
 *
 * <p>Events with a time of day keep somebody busy: {@link #busy} gives the intervals that a business calendar is closed in.
 * Events of whole days are holidays or leave: {@link #daysOff} gives them to a work schedule. The two never mix.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>A time is in UTC ({@code Z}), in the zone of its {@code TZID}, or floating, that is in the zone the caller names. A
 *       {@code TZID} of the tz database means that zone, also behind a prefix such as {@code /example.org/}, even where a {@code
 *       VTIMEZONE} says otherwise; any other means the {@code VTIMEZONE} of the text.
 *   <li>A time that the clock skips is read by the offset before it, one that it shows twice is the earlier. A rule leaves out
 *       the times that are skipped and does not count them.
 *   <li>{@code DTEND} holds its elapsed time for each occurrence; {@code DURATION} holds its days by the calendar and its
 *       hours by the clock.
 *   <li>{@code DTSTART} is always the first occurrence. {@code UNTIL} is inclusive; as a date it is the whole day. A {@code
 *       RECURRENCE-ID} replaces one occurrence; of several that replace the same, the highest {@code SEQUENCE} holds, and of
 *       equals the last. An {@code EXDATE} that is a date takes away all occurrences of it.
 *   <li>What is {@code STATUS:CANCELLED} does not take place, {@code TENTATIVE} does. {@code TRANSP:TRANSPARENT} keeps nobody
 *       busy, but a day off it can be: calendars of holidays are transparent as a rule.
 *   <li>Events without {@code RECURRENCE-ID} that share a {@code UID} all take place.
 *   <li>Only events are read. {@link #ignored()} counts to-dos, journals and whatever else the text holds.
 * </ul>
 *
 * <p><b>Errors.</b> What cannot be read is an {@link IllegalArgumentException}, with its line where that is known: nothing is left
 * out in silence. That includes {@code EXRULE}, {@code RANGE=THISANDFUTURE}, the rule parts of RFC 7529, and a {@code TZID} that
 * nobody knows. An event or time zone that needs more than a million steps to be repeated, or a range of more than a million
 * occurrences, is an {@link IllegalArgumentException} when the range is asked for.
 *
 * <p><b>Source.</b> RFC 5545; its lines are read by iCal4j.
 */
public final class ICalendar {

    private static final Instant EARLIEST = LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final Instant LATEST =
            LocalDate.of(10_000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final Year FIRST = Year.of(1);

    private static final Year LAST = Year.of(9999);

    private final ContentReader.Content content;
    private final ImmutableList<Event> events;
    private final ImmutableListMultimap<String, Moment> replaced;

    private ICalendar(ContentReader.Content content) {
        this.content = content;
        Map<Object, Event> latest = new LinkedHashMap<>();
        ImmutableListMultimap.Builder<String, Moment> moments = ImmutableListMultimap.builder();
        for (Event event : content.events()) {
            event.replaces().ifPresent(moment -> {
                moments.put(event.uid(), moment);
                latest.merge(keyOf(event), event, (one, other) -> other.sequence() < one.sequence() ? one : other);
            });
        }
        this.replaced = moments.build();
        this.events = Stream.concat(
                        content.events().stream()
                                .filter(event -> event.replaces().isEmpty()),
                        latest.values().stream())
                .filter(event -> !event.isCancelled())
                .collect(ImmutableList.toImmutableList());
    }

    private static Object keyOf(Event event) {
        return event.uid().isEmpty() ? event : ImmutableList.of(event.uid(), event.replaces());
    }

    /**
     * Reads an iCalendar text.
     *
     * @param text the text: one calendar or several after each other, with line breaks of either kind
     * @return its events
     * @throws IllegalArgumentException if the text is no iCalendar, or if an event cannot be read; with the line where that is
     *     known
     */
    public static ICalendar parse(String text) {
        ContentReader.Content content = ContentReader.read(text);
        Set<String> database = ZoneId.getAvailableZoneIds();
        content.events().stream().flatMap(Event::zones).distinct().forEach(zone -> {
            boolean isKnown = zone.equals(Moment.FLOATING)
                    || zone.equals(Moment.UTC)
                    || content.zones().containsKey(zone)
                    || TimeZones.ofDatabase(zone, database).isPresent();
            checkArgument(isKnown, "TZID must be of the tz database or of a VTIMEZONE: '%s'", zone);
        });
        return new ICalendar(content);
    }

    /**
     * Returns what the text holds beside events and time zones, and how often.
     *
     * @return the names of the components, such as {@code VTODO}
     */
    public ImmutableMultiset<String> ignored() {
        return content.ignored();
    }

    /**
     * Returns the occurrences, with a time of day, that share an instant with a range or begin in it.
     *
     * @param from the first instant, from year 1 on
     * @param to the first instant that no longer belongs to the range, after {@code from}, at most the end of year 9999
     * @param floating the zone of times without one
     * @return the occurrences whole, also where they reach out of the range; by their start, then by their end
     * @throws IllegalArgumentException if the range is not such, if an event ends before it begins, or if an event or time zone
     *     recurs in too many steps
     */
    public ImmutableList<TimedEvent> timed(Instant from, Instant to, ZoneId floating) {
        checkArgument(!from.isBefore(EARLIEST), "from must be %s or later: %s", EARLIEST, from);
        checkArgument(!to.isAfter(LATEST), "to must be %s or earlier: %s", LATEST, to);
        checkArgument(from.isBefore(to), "to must be after from: %s, %s", from, to);
        TimeZones zones = new TimeZones(
                content.zones(),
                floating,
                to.atOffset(ZoneOffset.UTC).toLocalDateTime().plusYears(1));
        return events.stream()
                .filter(event -> !event.start().isDate())
                .flatMap(event -> expansion(event).timed(from, to, zones))
                .limit(Steps.LIMIT + 1L)
                .sorted(Comparator.comparing(TimedEvent::start).thenComparing(TimedEvent::end))
                .collect(Collectors.collectingAndThen(ImmutableList.toImmutableList(), ICalendar::checked));
    }

    /**
     * Returns when the events with a time of day keep somebody busy.
     *
     * @param from the first instant, from year 1 on
     * @param to the first instant that no longer belongs to the range, after {@code from}, at most the end of year 9999
     * @param floating the zone of times without one
     * @return the time of all occurrences that are not transparent and have a length, within the range; in order, those that
     *     touch or overlap as one
     * @throws IllegalArgumentException as {@link #timed} does
     */
    public ImmutableList<WorkingInterval> busy(Instant from, Instant to, ZoneId floating) {
        List<WorkingInterval> busy = new ArrayList<>();
        for (TimedEvent event : timed(from, to, floating)) {
            Instant start = later(event.start(), from);
            Instant end = earlier(event.end(), to);
            if (event.isTransparent() || !start.isBefore(end)) {
                continue;
            }
            WorkingInterval before = busy.isEmpty() ? null : busy.get(busy.size() - 1);
            if (before == null || before.end().isBefore(start)) {
                busy.add(WorkingInterval.of(start, end));
            } else {
                busy.set(busy.size() - 1, WorkingInterval.of(before.start(), later(before.end(), end)));
            }
        }
        return ImmutableList.copyOf(busy);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Returns the occurrences of whole days that share a date with a range.
     *
     * @param first the first date, from year 1 on
     * @param last the last date, inclusive, not before {@code first}, at most the end of year 9999
     * @return the occurrences whole, also where they reach out of the range; by their first date, then by their last
     * @throws IllegalArgumentException if the range is not such, or if an event recurs in too many steps
     */
    public ImmutableList<AllDayEvent> allDay(LocalDate first, LocalDate last) {
        checkArgument(!first.isBefore(FIRST.atDay(1)), "first must be in year 1 or later: %s", first);
        checkArgument(last.getYear() <= LAST.getValue(), "last must be in year 9999 or earlier: %s", last);
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        return events.stream()
                .filter(event -> event.start().isDate())
                .flatMap(event -> expansion(event).allDay(first, last.plusDays(1)))
                .limit(Steps.LIMIT + 1L)
                .sorted(Comparator.comparing(AllDayEvent::first).thenComparing(AllDayEvent::last))
                .collect(Collectors.collectingAndThen(ImmutableList.toImmutableList(), ICalendar::checked));
    }

    private static <T> ImmutableList<T> checked(ImmutableList<T> occurrences) {
        checkArgument(occurrences.size() <= Steps.LIMIT, "range must have at most %s occurrences", Steps.LIMIT);
        return occurrences;
    }

    private Expansion expansion(Event event) {
        boolean isReplaced = event.replaces().isEmpty() && !event.uid().isEmpty();
        return new Expansion(event, isReplaced ? replaced.get(event.uid()) : ImmutableList.of());
    }

    /**
     * Returns the dates of all events of whole days as days off.
     *
     * @param first the first year for which the text is complete
     * @param last the last of these years, not before {@code first}
     * @return the days off by year, each called by its event; undefined for other years, and for a year without any
     * @throws IllegalArgumentException as {@link #allDay} does
     */
    public HolidayProvider daysOff(Year first, Year last) {
        return daysOff(first, last, event -> true);
    }

    /**
     * Returns the dates of some events of whole days as days off.
     *
     * @param first the first year for which the text is complete
     * @param last the last of these years, not before {@code first}
     * @param isDayOff which events count
     * @return the days off by year, each called by its event; undefined for other years, and for a year without any
     * @throws IllegalArgumentException as {@link #allDay} does
     */
    public HolidayProvider daysOff(Year first, Year last, Predicate<AllDayEvent> isDayOff) {
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        LocalDate start = first.atDay(1);
        LocalDate end = last.atMonth(12).atEndOfMonth();
        ImmutableSortedMap<LocalDate, SpecialDay> off =
                dates(allDay(start, end).stream().filter(isDayOff).toList(), start, end);
        return year -> year.isBefore(first) || year.isAfter(last)
                ? Outcome.undefined(Reason.NO_DATA, "calendar is read from " + first + " to " + last)
                : of(year, off);
    }

    /** Each date is called by the first event it belongs to; the events come in the order of their first dates. */
    private static ImmutableSortedMap<LocalDate, SpecialDay> dates(
            List<AllDayEvent> events, LocalDate start, LocalDate end) {
        ImmutableSortedMap.Builder<LocalDate, SpecialDay> days = ImmutableSortedMap.naturalOrder();
        LocalDate next = start;
        for (AllDayEvent event : events) {
            LocalDate after = event.last().isBefore(end) ? event.last().plusDays(1) : end.plusDays(1);
            SpecialDay day = new SpecialDay.DayOff(nameOf(event));
            for (next = later(next, event.first()); next.isBefore(after); next = next.plusDays(1)) {
                days.put(next, day);
            }
        }
        return days.buildOrThrow();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Outcome<ImmutableSortedMap<LocalDate, SpecialDay>> of(
            Year year, ImmutableSortedMap<LocalDate, SpecialDay> off) {
        ImmutableSortedMap<LocalDate, SpecialDay> days =
                off.subMap(year.atDay(1), year.plusYears(1).atDay(1));
        return days.isEmpty() ? Outcome.undefined(Reason.NO_DATA, "no days off in " + year) : Outcome.of(days);
    }

    private static String nameOf(AllDayEvent event) {
        return event.summary().isBlank() ? "all-day event" : event.summary();
    }

    /**
     * Returns how many events the text holds.
     *
     * @return such as {@code iCalendar of 12 events}
     */
    @Override
    public String toString() {
        return "iCalendar of " + content.events().size() + (content.events().size() == 1 ? " event" : " events");
    }
}
