package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Repeats one event within a range. */
final class Expansion {

    private static final long SECONDS_A_DAY = 86_400;

    private final Event event;
    private final ImmutableList<Moment> left;

    /**
     * @param replaced the occurrences that other events stand for
     */
    Expansion(Event event, List<Moment> replaced) {
        this.event = event;
        this.left = ImmutableList.<Moment>builder()
                .addAll(event.exceptions())
                .addAll(replaced)
                .build();
    }

    /** The occurrences that share an instant with the range, or begin in it. */
    Stream<TimedEvent> timed(Instant from, Instant to, TimeZones zones) {
        ZoneRules rules = zones.rules(event.start());
        Optional<Long> elapsed = event.length().end().map(end -> secondsTo(end, zones));
        Span span = event.length().span();
        // two days more than the length, because days have up to 25 hours and clocks differ by up to 36
        long reach = elapsed.orElseGet(() -> span.days() * SECONDS_A_DAY + span.seconds()) + 2 * SECONDS_A_DAY;
        TreeMap<Instant, Instant> found = new TreeMap<>();
        times(
                        TimeZones.local(from.minusSeconds(reach), rules),
                        TimeZones.local(to.plusSeconds(2 * SECONDS_A_DAY), rules),
                        time -> !rules.getValidOffsets(time).isEmpty(),
                        until -> TimeZones.lastOf(until, rules))
                .map(time -> TimeZones.instant(time, rules))
                .forEach(start -> found.put(start, end(start, elapsed, span, rules)));
        for (Extra extra : event.extras()) {
            Instant start = zones.instant(extra.start());
            found.put(
                    start,
                    extra.length()
                            .map(length -> end(start, length, rules, zones))
                            .orElseGet(() -> end(start, elapsed, span, rules)));
        }
        removeLeft(found.keySet(), rules, zones);
        return found.entrySet().stream()
                .filter(its -> its.getKey().isBefore(to))
                .filter(its -> its.getValue().isAfter(from) || !its.getKey().isBefore(from))
                .map(its -> new TimedEvent(
                        its.getKey(), its.getValue(), event.uid(), event.summary(), event.isTransparent()));
    }

    private long secondsTo(Moment end, TimeZones zones) {
        long seconds = ChronoUnit.SECONDS.between(zones.instant(event.start()), zones.instant(end));
        checkArgument(seconds >= 0, "DTEND must not be before DTSTART: %s", end.local());
        return seconds;
    }

    private static Instant end(Instant start, Optional<Long> elapsed, Span span, ZoneRules rules) {
        return elapsed.map(start::plusSeconds).orElseGet(() -> TimeZones.plus(start, span, rules));
    }

    private static Instant end(Instant start, Length length, ZoneRules rules, TimeZones zones) {
        Instant end = length.end().map(zones::instant).orElseGet(() -> TimeZones.plus(start, length.span(), rules));
        checkArgument(!end.isBefore(start), "RDATE must not end before it begins: %s", start);
        return end;
    }

    private void removeLeft(Set<Instant> starts, ZoneRules rules, TimeZones zones) {
        Set<Instant> instants = new HashSet<>();
        Set<LocalDate> dates = new HashSet<>();
        for (Moment moment : left) {
            if (moment.isDate()) {
                dates.add(moment.date());
            } else {
                instants.add(zones.instant(moment));
            }
        }
        starts.removeIf(start -> instants.contains(start)
                || dates.contains(TimeZones.local(start, rules).toLocalDate()));
    }

    /** The occurrences that share a date with the range. */
    Stream<AllDayEvent> allDay(LocalDate from, LocalDate to) {
        long more = event.length().span().days() - 1;
        Set<LocalDate> found = new TreeSet<>();
        times(from.minusDays(more).atStartOfDay(), to.atStartOfDay(), time -> true, Moment::local)
                .forEach(time -> found.add(time.toLocalDate()));
        event.extras().forEach(extra -> found.add(extra.start().date()));
        left.forEach(moment -> found.remove(moment.date()));
        return found.stream()
                .filter(date -> date.isBefore(to) && !date.plusDays(more).isBefore(from))
                .map(date -> new AllDayEvent(
                        date, date.plusDays(more), event.uid(), event.summary(), event.isTransparent()));
    }

    /** Where the event begins, by its clock: the first time even if it is long before the range. */
    private Stream<LocalDateTime> times(
            LocalDateTime from,
            LocalDateTime to,
            Predicate<LocalDateTime> exists,
            Function<Moment, LocalDateTime> lastOf) {
        Steps steps = new Steps("event '" + event.uid() + "'");
        LocalDateTime first = event.start().local();
        return Stream.concat(
                Stream.of(first),
                event.rules().stream()
                        .flatMap(rule -> new Recurrence(rule, first, exists, steps)
                                .between(from, to, rule.until().map(lastOf).orElse(LocalDateTime.MAX)).stream()));
    }
}
