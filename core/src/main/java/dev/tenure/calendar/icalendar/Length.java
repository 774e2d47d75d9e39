package dev.tenure.calendar.icalendar;

import java.util.Optional;

/**
 * How long an event is: to an end of the first occurrence, whose elapsed time holds for the others, or else a span.
 *
 * @param end when the first occurrence ends, if it is given so
 * @param span how long it is otherwise
 */
record Length(Optional<Moment> end, Span span) {}
