package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** A further date of an event ({@code RDATE}), perhaps with a length of its own. */
record Extra(Moment start, Optional<Length> length) {

    static ImmutableList<Extra> parse(Property property) {
        return Splitter.on(',')
                .splitToStream(property.value())
                .map(text -> text.contains("/") ? parsePeriod(property, text) : parseMoment(property, text))
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<Moment> parseMoments(Property property) {
        return Splitter.on(',')
                .splitToStream(property.value())
                .map(text -> Moment.parse(property, text))
                .collect(ImmutableList.toImmutableList());
    }

    private static Extra parseMoment(Property property, String text) {
        return new Extra(Moment.parse(property, text), Optional.empty());
    }

    private static Extra parsePeriod(Property property, String text) {
        List<String> ends = Splitter.on('/').splitToList(text);
        checkArgument(ends.size() == 2, "%s must be a period start/end: '%s'", property.name(), text);
        Moment start = Moment.parse(property, ends.get(0));
        Length length = ends.get(1).contains("P")
                ? new Length(Optional.empty(), Span.parse(property.name(), ends.get(1)))
                : new Length(Optional.of(Moment.parse(property, ends.get(1))), Span.NONE);
        checkArgument(
                !start.isDate() && length.end().stream().noneMatch(Moment::isDate),
                "%s must be a period of date-times: '%s'",
                property.name(),
                text);
        return new Extra(start, Optional.of(length));
    }
}
