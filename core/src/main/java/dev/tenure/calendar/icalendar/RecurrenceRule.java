package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A recurrence rule as RFC 5545, section 3.3.10, has it, without its expansion.
 *
 * @param count how often the event takes place; zero for no limit
 * @param parts the numbers of each {@code BY…} part that has numbers
 */
record RecurrenceRule(
        Frequency frequency,
        int interval,
        int count,
        Optional<Moment> until,
        DayOfWeek weekStart,
        ImmutableSet<WeekdayRule> days,
        Parts parts) {

    private static final int MOST_DIGITS = 9;

    private static final int LAST_SECOND = 59;

    /** The parts of a rule that are lists of numbers. */
    enum Part {
        BYSECOND(0, 60),
        BYMINUTE(0, 59),
        BYHOUR(0, 23),
        BYMONTHDAY(-31, 31),
        BYYEARDAY(-366, 366),
        BYWEEKNO(-53, 53),
        BYMONTH(1, 12),
        BYSETPOS(-366, 366);

        private final int least;
        private final int most;

        Part(int least, int most) {
            this.least = least;
            this.most = most;
        }

        private int parse(String text) {
            int number = number(name(), text);
            checkArgument(
                    least <= number && number <= most && (least >= 0 || number != 0),
                    "RRULE must have a %s of %s to %s%s: '%s'",
                    name(),
                    least,
                    most,
                    least < 0 ? ", not 0" : "",
                    text);
            // the 61st second of a minute is the last one of a clock that has none
            return this == BYSECOND ? Math.min(number, LAST_SECOND) : number;
        }
    }

    /** Numbers by part. */
    record Parts(Map<Part, ImmutableSortedSet<Integer>> numbers) {

        ImmutableSortedSet<Integer> of(Part part) {
            return numbers.getOrDefault(part, ImmutableSortedSet.of());
        }

        boolean has(Part part) {
            return numbers.containsKey(part);
        }

        /** Whether a number that counts from one end, or from the other, is allowed. */
        boolean allow(Part part, int number, int length) {
            return !has(part) || of(part).contains(number) || of(part).contains(number - length - 1);
        }

        boolean allow(Part part, int number) {
            return !has(part) || of(part).contains(number);
        }
    }

    static RecurrenceRule parse(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : Splitter.on(';').omitEmptyStrings().split(text.toUpperCase(Locale.ROOT))) {
            int equals = part.indexOf('=');
            checkArgument(equals > 0, "RRULE must be of NAME=value: '%s'", part);
            String before = parts.put(part.substring(0, equals), part.substring(equals + 1));
            checkArgument(before == null, "RRULE must have each part once: '%s'", part);
        }
        RecurrenceRule rule = take(parts);
        checkArgument(parts.isEmpty(), "RRULE must have parts of RFC 5545 only: %s", parts);
        rule.check();
        return rule;
    }

    private static RecurrenceRule take(Map<String, String> parts) {
        String frequency = take(parts, "FREQ", "");
        checkArgument(
                Arrays.stream(Frequency.values()).anyMatch(known -> known.name().equals(frequency)),
                "RRULE must have a FREQ such as DAILY: '%s'",
                frequency);
        int interval = number("INTERVAL", take(parts, "INTERVAL", "1"));
        checkArgument(interval > 0, "RRULE must have an INTERVAL of 1 or more: %s", interval);
        Optional<Moment> until =
                Optional.ofNullable(parts.remove("UNTIL")).map(date -> Moment.parse("UNTIL", date, Moment.FLOATING));
        checkArgument(until.isEmpty() || !parts.containsKey("COUNT"), "RRULE must not have both COUNT and UNTIL");
        int count = parts.containsKey("COUNT") ? number("COUNT", take(parts, "COUNT", "")) : Integer.MAX_VALUE;
        checkArgument(count > 0, "RRULE must have a COUNT of 1 or more: %s", count);
        return new RecurrenceRule(
                Frequency.valueOf(frequency),
                interval,
                count == Integer.MAX_VALUE ? 0 : count,
                until,
                WeekdayRule.day(take(parts, "WKST", "MO")),
                parts.containsKey("BYDAY") ? takeDays(parts) : ImmutableSet.of(),
                takeNumbers(parts));
    }

    private static String take(Map<String, String> parts, String name, String otherwise) {
        String value = parts.remove(name);
        return value == null ? otherwise : value;
    }

    private static ImmutableSet<WeekdayRule> takeDays(Map<String, String> parts) {
        return Splitter.on(',')
                .splitToStream(take(parts, "BYDAY", ""))
                .map(WeekdayRule::parse)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Parts takeNumbers(Map<String, String> parts) {
        Map<Part, ImmutableSortedSet<Integer>> numbers = new HashMap<>();
        for (Part part : Part.values()) {
            String list = parts.remove(part.name());
            if (list != null) {
                numbers.put(
                        part,
                        ImmutableSortedSet.copyOf(Splitter.on(',')
                                .splitToStream(list)
                                .map(part::parse)
                                .toList()));
            }
        }
        return new Parts(numbers);
    }

    private static int number(String name, String text) {
        String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        checkArgument(
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(c -> '0' <= c && c <= '9'),
                "RRULE must have a number as %s: '%s'",
                name,
                text);
        return Integer.parseInt(text);
    }

    private void check() {
        boolean isOfDays = frequency == Frequency.WEEKLY || frequency == Frequency.DAILY;
        checkArgument(
                !parts.has(Part.BYWEEKNO) || frequency == Frequency.YEARLY,
                "RRULE must not have BYWEEKNO unless YEARLY: %s",
                frequency);
        checkArgument(
                !parts.has(Part.BYYEARDAY) || !(isOfDays || frequency == Frequency.MONTHLY),
                "RRULE must not have BYYEARDAY when %s",
                frequency);
        checkArgument(
                !parts.has(Part.BYMONTHDAY) || frequency != Frequency.WEEKLY,
                "RRULE must not have BYMONTHDAY when WEEKLY");
        boolean countsDays = days.stream().anyMatch(day -> day.ordinal() != 0);
        checkArgument(
                !countsDays
                        || frequency == Frequency.MONTHLY
                        || (frequency == Frequency.YEARLY && !parts.has(Part.BYWEEKNO)),
                "RRULE must not count days of the week unless MONTHLY, or YEARLY without BYWEEKNO: %s",
                frequency);
        checkArgument(
                !parts.has(Part.BYSETPOS) || parts.numbers().size() > 1 || !days.isEmpty(),
                "RRULE must not have BYSETPOS alone");
    }

    /** Whether work on the date is possible at all: what the rule says of days, or else what the first date says. */
    boolean allows(LocalDate date, LocalDate first) {
        return parts.allow(Part.BYMONTH, date.getMonthValue())
                && allowsWeek(date)
                && parts.allow(Part.BYYEARDAY, date.getDayOfYear(), date.lengthOfYear())
                && parts.allow(Part.BYMONTHDAY, date.getDayOfMonth(), date.lengthOfMonth())
                && allowsWeekday(date)
                && isLike(date, first);
    }

    private boolean allowsWeek(LocalDate date) {
        if (!parts.has(Part.BYWEEKNO)) {
            return true;
        }
        WeekFields weeks = WeekFields.of(weekStart, WeekFields.ISO.getMinimalDaysInFirstWeek());
        int last = (int) date.range(weeks.weekOfWeekBasedYear()).getMaximum();
        return parts.allow(Part.BYWEEKNO, date.get(weeks.weekOfWeekBasedYear()), last);
    }

    private boolean allowsWeekday(LocalDate date) {
        boolean isOfMonth = frequency == Frequency.MONTHLY || parts.has(Part.BYMONTH);
        return days.isEmpty() || days.stream().anyMatch(day -> day.matches(date, isOfMonth));
    }

    private boolean isLike(LocalDate date, LocalDate first) {
        boolean hasDays = !days.isEmpty() || parts.has(Part.BYMONTHDAY) || parts.has(Part.BYYEARDAY);
        if (hasDays || frequency.isFinerThan(Frequency.WEEKLY)) {
            return true;
        }
        if (frequency == Frequency.WEEKLY || parts.has(Part.BYWEEKNO)) {
            return date.getDayOfWeek() == first.getDayOfWeek();
        }
        boolean isLikeMonth = frequency == Frequency.MONTHLY
                || parts.has(Part.BYMONTH)
                || date.getMonthValue() == first.getMonthValue();
        return isLikeMonth && date.getDayOfMonth() == first.getDayOfMonth();
    }
}
