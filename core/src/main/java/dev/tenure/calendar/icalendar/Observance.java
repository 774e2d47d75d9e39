package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a {@code VTIMEZONE}: from each of its onsets on, clocks show another offset.
 *
 * @param first the first onset, by the clock as it went before
 * @param before the offset before
 * @param after the offset from then on
 */
record Observance(
        Moment first,
        ZoneOffset before,
        ZoneOffset after,
        ImmutableList<RecurrenceRule> rules,
        ImmutableList<Moment> dates) {

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(\\d{2})?");

    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int LAST = 59;
    private static final int MOST_SECONDS = 18 * SECONDS_AN_HOUR;

    static Observance of(Component component) {
        ImmutableList.Builder<Moment> dates = ImmutableList.builder();
        component.all("RDATE").forEach(property -> dates.addAll(Extra.parseMoments(property)));
        return new Observance(
                Moment.parse(component.required("DTSTART")),
                offset(component.required("TZOFFSETFROM")),
                offset(component.required("TZOFFSETTO")),
                component.all("RRULE").stream()
                        .map(rule -> RecurrenceRule.parse(rule.value()))
                        .collect(ImmutableList.toImmutableList()),
                dates.build());
    }

    static ZoneOffset offset(Property property) {
        Matcher form = OFFSET.matcher(property.value());
        checkArgument(form.matches(), "%s must be an offset such as +0100: '%s'", property.name(), property.value());
        int minute = Integer.parseInt(form.group(3));
        int second = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
        int seconds = Integer.parseInt(form.group(2)) * SECONDS_AN_HOUR + minute * SECONDS_A_MINUTE + second;
        checkArgument(
                minute <= LAST && second <= LAST && seconds <= MOST_SECONDS,
                "%s must be an offset of up to 18 hours: '%s'",
                property.name(),
                property.value());
        return ZoneOffset.ofTotalSeconds("-".equals(form.group(1)) ? -seconds : seconds);
    }

    /** All onsets before the horizon, by the clock as it went before each. */
    Stream<LocalDateTime> onsets(LocalDateTime horizon, Steps steps) {
        Stream<LocalDateTime> repeated = rules.stream()
                .flatMap(rule -> new Recurrence(rule, first.local(), time -> true, steps)
                                .between(
                                        first.local(),
                                        horizon,
                                        rule.until().map(this::local).orElse(LocalDateTime.MAX))
                                .stream());
        return Stream.concat(
                        Stream.concat(Stream.of(first.local()), repeated),
                        dates.stream().map(this::local))
                .filter(onset -> onset.isBefore(horizon))
                .distinct();
    }

    private LocalDateTime local(Moment moment) {
        return moment.zone().equals(Moment.UTC) ? moment.local().plusSeconds(before.getTotalSeconds()) : moment.local();
    }
}
