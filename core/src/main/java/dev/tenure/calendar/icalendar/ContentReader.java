package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes events and time zones from content lines while iCal4j reads them, so that an error has the line on which iCal4j is. Only
 * its reader of lines is used: its calendars repeat events, and keep time zones for the whole program.
 */
final class ContentReader implements ContentHandler {

    /** A calendar holds events, and they hold alarms: whatever nests deeper is no calendar. */
    private static final int DEEPEST = 8;

    private final ImmutableList.Builder<Event> events = ImmutableList.builder();
    private final ImmutableMultiset.Builder<String> ignored = ImmutableMultiset.builder();
    private final Map<String, ImmutableList<Observance>> zones = new HashMap<>();
    private final Deque<Component> open = new ArrayDeque<>();
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable String value;

    /** What was read. */
    record Content(
            ImmutableList<Event> events,
            ImmutableMap<String, ImmutableList<Observance>> zones,
            ImmutableMultiset<String> ignored) {}

    static Content read(String text) {
        ContentReader reader = new ContentReader();
        try {
            new CalendarParserImpl(false).parse(new UnfoldingReader(new StringReader(text), true), reader);
        } catch (ParserException e) {
            throw new IllegalArgumentException("text must be iCalendar: line " + e.getLineNo() + ": " + detail(e), e);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("text must be iCalendar: " + e.getMessage(), e);
        }
        return new Content(reader.events.build(), ImmutableMap.copyOf(reader.zones), reader.ignored.build());
    }

    /** Without the line, which iCal4j writes in front by the locale of the machine. */
    private static String detail(ParserException e) {
        if (e.getCause() instanceof IllegalArgumentException cause) {
            return String.valueOf(cause.getMessage());
        }
        String message = String.valueOf(e.getMessage());
        return message.substring(message.indexOf(':') + 1).strip();
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
        checkArgument(open.size() < DEEPEST, "components must not be nested deeper than %s: %s", DEEPEST, name);
        open.push(new Component(name.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void endComponent(String name) {
        Component component = open.pop();
        if (!open.isEmpty()) {
            open.element().children().add(component);
        } else if (component.name().equals("VEVENT")) {
            events.add(Event.of(component));
        } else if (component.name().equals("VTIMEZONE")) {
            addZone(component);
        } else {
            ignored.add(component.name());
        }
    }

    private void addZone(Component component) {
        String id = component.required("TZID").value();
        ImmutableList<Observance> observances = component.children().stream()
                .filter(child -> child.name().equals("STANDARD") || child.name().equals("DAYLIGHT"))
                .map(Observance::of)
                .collect(ImmutableList.toImmutableList());
        checkArgument(!observances.isEmpty(), "VTIMEZONE must have STANDARD or DAYLIGHT: '%s'", id);
        zones.put(id, observances);
    }

    @Override
    public void startProperty(String name) {
        checkArgument(!name.equalsIgnoreCase("BEGIN") && !name.equalsIgnoreCase("END"), "%s must be in capitals", name);
        parameters.clear();
    }

    @Override
    public void parameter(String name, String text) {
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        parameters.put(name.toUpperCase(Locale.ROOT), isQuoted ? text.substring(1, text.length() - 1) : text);
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    @Override
    public void endProperty(String name) {
        if (!open.isEmpty() && value != null) {
            Property property = new Property(name.toUpperCase(Locale.ROOT), ImmutableMap.copyOf(parameters), value);
            check(property);
            open.element().properties().add(property);
        }
    }

    /** What the end of the component would find too; but here the line is known. */
    private void check(Property property) {
        String outermost = open.getLast().name();
        if ((outermost.equals("VEVENT") && open.size() == 1) || outermost.equals("VTIMEZONE")) {
            parse(property);
        }
    }

    @CanIgnoreReturnValue
    private static Object parse(Property property) {
        return switch (property.name()) {
            case "DTSTART", "DTEND", "RECURRENCE-ID" -> Moment.parse(property);
            case "DURATION" -> Span.parse(property.name(), property.value());
            case "RRULE" -> RecurrenceRule.parse(property.value());
            case "RDATE" -> Extra.parse(property);
            case "EXDATE" -> Extra.parseMoments(property);
            case "TZOFFSETFROM", "TZOFFSETTO" -> Observance.offset(property);
            default -> property;
        };
    }
}
