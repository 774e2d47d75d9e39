package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code VEVENT} as it stands in the file, not repeated. */
record Event(
        String uid,
        String summary,
        boolean isTransparent,
        boolean isCancelled,
        int sequence,
        Moment start,
        Length length,
        ImmutableList<RecurrenceRule> rules,
        ImmutableList<Extra> extras,
        ImmutableList<Moment> exceptions,
        Optional<Moment> replaces) {

    private static final int MOST_DIGITS = 9;

    static Event of(Component component) {
        checkArgument(component.all("EXRULE").isEmpty(), "VEVENT must not have an EXRULE, which RFC 5545 took away");
        Moment start = Moment.parse(component.required("DTSTART"));
        Event event = new Event(
                text(component, "UID"),
                text(component, "SUMMARY"),
                word(component, "TRANSP").equals("TRANSPARENT"),
                word(component, "STATUS").equals("CANCELLED"),
                sequence(component),
                start,
                length(component, start),
                component.all("RRULE").stream()
                        .map(rule -> RecurrenceRule.parse(rule.value()))
                        .collect(ImmutableList.toImmutableList()),
                component.all("RDATE").stream()
                        .flatMap(date -> Extra.parse(date).stream())
                        .collect(ImmutableList.toImmutableList()),
                component.all("EXDATE").stream()
                        .flatMap(date -> Extra.parseMoments(date).stream())
                        .collect(ImmutableList.toImmutableList()),
                component.one("RECURRENCE-ID").map(Event::replaced));
        event.check();
        return event;
    }

    private static String text(Component component, String name) {
        return component.one(name).map(Property::text).orElse("");
    }

    private static String word(Component component, String name) {
        return component.one(name).map(Property::value).orElse("").toUpperCase(Locale.ROOT);
    }

    private static int sequence(Component component) {
        String digits = component.one("SEQUENCE").map(Property::value).orElse("0");
        checkArgument(
                digits.length() <= MOST_DIGITS && digits.matches("[0-9]+"), "SEQUENCE must be a number: '%s'", digits);
        return Integer.parseInt(digits);
    }

    private static Moment replaced(Property property) {
        checkArgument(
                property.parameter("RANGE").isEmpty(),
                "RECURRENCE-ID must be of one occurrence: RANGE=%s",
                property.parameter("RANGE"));
        return Moment.parse(property);
    }

    private static Length length(Component component, Moment start) {
        Optional<Moment> end = component.one("DTEND").map(Moment::parse);
        Optional<Span> span = component.one("DURATION").map(its -> Span.parse(its.name(), its.value()));
        checkArgument(end.isEmpty() || span.isEmpty(), "VEVENT must not have both DTEND and DURATION");
        checkArgument(
                end.stream().allMatch(its -> its.isDate() == start.isDate()),
                "DTEND must be of the type of DTSTART: %s",
                end.map(Moment::local).orElse(start.local()));
        checkArgument(
                end.stream()
                        .noneMatch(its ->
                                its.zone().equals(start.zone()) && its.local().isBefore(start.local())),
                "DTEND must not be before DTSTART: %s",
                end.map(Moment::local).orElse(start.local()));
        if (!start.isDate()) {
            return new Length(end, span.orElse(Span.NONE));
        }
        long days = end.map(its -> ChronoUnit.DAYS.between(start.local(), its.local()))
                .orElseGet(() -> span.orElse(Span.DAY).days());
        checkArgument(
                span.stream().allMatch(its -> its.seconds() == 0),
                "DURATION must be of whole days, as DTSTART is a date");
        return new Length(Optional.empty(), new Span(Math.max(1, days), 0));
    }

    private void check() {
        checkArgument(
                extras.stream().allMatch(extra -> extra.start().isDate() == start.isDate()),
                "RDATE must be of the type of DTSTART");
        checkArgument(
                !start.isDate() || exceptions.stream().allMatch(Moment::isDate),
                "EXDATE must be of the type of DTSTART");
    }

    /** Every {@code TZID} that has to be found. */
    Stream<String> zones() {
        return Stream.of(
                        Stream.of(start),
                        length.end().stream(),
                        extras.stream().map(Extra::start),
                        extras.stream()
                                .flatMap(extra -> extra.length().stream())
                                .flatMap(its -> its.end().stream()),
                        exceptions.stream(),
                        replaces.stream())
                .flatMap(moments -> moments)
                .map(Moment::zone);
    }
}
