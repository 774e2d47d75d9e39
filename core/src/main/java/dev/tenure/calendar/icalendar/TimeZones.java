package dev.tenure.calendar.icalendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of the time zones that a calendar names, as far as a horizon. */
final class TimeZones {

    private final ImmutableMap<String, ImmutableList<Observance>> own;
    private final ZoneId floating;
    private final LocalDateTime horizon;
    private final Map<String, ZoneRules> known = new HashMap<>();

    TimeZones(ImmutableMap<String, ImmutableList<Observance>> own, ZoneId floating, LocalDateTime horizon) {
        this.own = own;
        this.floating = floating;
        this.horizon = horizon;
    }

    /** The zone of the tz database that an identifier means, some programs put a prefix in front of it. */
    static Optional<String> ofDatabase(String id, Set<String> database) {
        String name = id;
        while (!database.contains(name)) {
            int slash = id.startsWith("/") ? name.indexOf('/') : -1;
            if (slash < 0) {
                return Optional.empty();
            }
            name = name.substring(slash + 1);
        }
        return Optional.of(name);
    }

    ZoneRules rules(Moment moment) {
        ZoneRules rules = known.get(moment.zone());
        if (rules == null) {
            rules = find(moment.zone());
            known.put(moment.zone(), rules);
        }
        return rules;
    }

    private ZoneRules find(String id) {
        if (id.equals(Moment.FLOATING)) {
            return floating.getRules();
        }
        if (id.equals(Moment.UTC)) {
            return ZoneOffset.UTC.getRules();
        }
        return ofDatabase(id, ZoneId.getAvailableZoneIds())
                .map(name -> ZoneId.of(name).getRules())
                .orElseGet(() -> build(id, own.getOrDefault(id, ImmutableList.of())));
    }

    /** A time that the clock skipped is read by the offset before, one that it showed twice is the earlier. */
    Instant instant(Moment moment) {
        return instant(moment.local(), rules(moment));
    }

    static Instant instant(LocalDateTime local, ZoneRules rules) {
        return local.toInstant(rules.getOffset(local));
    }

    static LocalDateTime local(Instant instant, ZoneRules rules) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, rules.getOffset(instant));
    }

    /** Days by the calendar, then seconds by the clock. */
    static Instant plus(Instant start, Span span, ZoneRules rules) {
        Instant end = span.days() == 0 ? start : instant(local(start, rules).plusDays(span.days()), rules);
        return end.plusSeconds(span.seconds());
    }

    /** The last time of a rule by the clock of its event: a date is the whole day. */
    static LocalDateTime lastOf(Moment until, ZoneRules rules) {
        if (until.isDate()) {
            return until.date().atTime(LocalTime.MAX);
        }
        return until.zone().equals(Moment.UTC) ? local(until.local().toInstant(ZoneOffset.UTC), rules) : until.local();
    }

    private ZoneRules build(String id, ImmutableList<Observance> observances) {
        Steps steps = new Steps("time zone '" + id + "'");
        List<Onset> onsets = observances.stream()
                .flatMap(its -> its.onsets(horizon, steps)
                        .map(local -> new Onset(local.toInstant(its.before()), its.before(), its.after())))
                .sorted(Comparator.comparing(Onset::instant))
                .toList();
        if (onsets.isEmpty()) {
            return observances.get(0).before().getRules();
        }
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffset base = onsets.get(0).before();
        ZoneOffset offset = base;
        for (Onset onset : onsets) {
            if (!onset.after().equals(offset)) {
                LocalDateTime local =
                        LocalDateTime.ofEpochSecond(onset.instant().getEpochSecond(), 0, offset);
                transitions.add(ZoneOffsetTransition.of(local, offset, onset.after()));
                offset = onset.after();
            }
        }
        return ZoneRules.of(base, base, ImmutableList.of(), transitions, ImmutableList.of());
    }

    private record Onset(Instant instant, ZoneOffset before, ZoneOffset after) {}
}
