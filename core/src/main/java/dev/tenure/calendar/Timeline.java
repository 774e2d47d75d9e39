package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A calendar compiled for counting. With {@code W(t)} the open seconds before {@code t}, working time between two instants is
 * a difference of {@code W}, and a step by working time is its inverse.
 *
 * <p>Blocks are compiled when a question first touches them, and kept. {@code W} counts from the first block ever touched, so
 * that only its differences mean anything. Beyond what is irregular, the Gregorian calendar repeats itself every 400 years, so
 * that no question needs more blocks than the irregular part and 400 years on either side have.
 */
final class Timeline {

    private static final long CYCLE = OpenTime.CYCLE;

    private static final Range<Long> YEARS = Range.closed(startOfYear(0), startOfYear(10_000));

    /** The years from 0 to 9999 have fewer. */
    private static final long MOST_CYCLES = 25;

    private final OpenTime time;
    private final long lowest;
    private final long highest;
    /** From here on, what happened 400 years earlier happens again. */
    private final long repeatsFrom;
    /** Before this, what happens 400 years later has happened. */
    private final long repeatsBefore;

    /** Only ever replaced by one that holds more. */
    private volatile Window window = Window.EMPTY;

    private Timeline(OpenTime time, long lowest, long highest) {
        this.time = time;
        this.lowest = lowest;
        this.highest = highest;
        repeatsFrom = time.regularFrom() + CYCLE;
        repeatsBefore = time.regularBefore() - CYCLE;
    }

    static Timeline of(OpenTime time) {
        Range<Long> known = known(time);
        return new Timeline(time, known.lowerEndpoint(), known.upperEndpoint());
    }

    /** A timeline whose seconds are the readings of a clock. */
    static Timeline of(OpenTime time, WallClock clock) {
        Range<Long> known = known(time);
        return new Timeline(time, clock.reading(known.lowerEndpoint()), clock.reading(known.upperEndpoint()));
    }

    private static Range<Long> known(OpenTime time) {
        Range<Long> coverage = time.coverage();
        checkArgument(
                coverage.isConnected(YEARS),
                "coverage must reach into the years 0 to 9999: %s",
                UncoveredDateException.text(coverage));
        return coverage.intersection(YEARS);
    }

    /** W: how many open seconds lie before the given one, counted from an origin that never changes. */
    long openBefore(long second) {
        checkKnown(second);
        Window current = window;
        if (current.holds(second)) {
            return current.openBefore(second);
        }
        return openBeforeFar(second);
    }

    /** The end of what is known is a bound to count to, but nothing is known of it. */
    boolean isOpen(long second) {
        if (second < lowest || second >= highest) {
            throw unknown(second);
        }
        long near = second - cycles(second) * CYCLE;
        return windowAround(near).isOpen(near);
    }

    /** The open second that has {@code rank} open seconds before it, counted from the same origin. */
    long second(long rank) {
        Window current = window;
        long second = current.holdsRank(rank) ? current.second(rank) : secondFar(rank);
        if (second < lowest || second >= highest) {
            throw nothingLeft(second < lowest);
        }
        return second;
    }

    private long openBeforeFar(long second) {
        long cycles = cycles(second);
        long near = second - cycles * CYCLE;
        return windowAround(near).openBefore(near) + (cycles == 0 ? 0 : cycles * openPerCycle(cycles > 0));
    }

    /** How many times 400 years the second lies beyond what has to be compiled; negative before it. */
    private long cycles(long second) {
        if (second > repeatsFrom) {
            return Math.floorDiv(second - repeatsFrom - 1, CYCLE) + 1;
        }
        if (second < repeatsBefore) {
            return Math.floorDiv(second - repeatsBefore, CYCLE);
        }
        return 0;
    }

    private long openPerCycle(boolean after) {
        long to = after ? repeatsFrom : repeatsBefore + CYCLE;
        return windowAround(to).openBefore(to) - windowAround(to - CYCLE).openBefore(to - CYCLE);
    }

    private long secondFar(long rank) {
        Window current = window;
        while (rank >= current.openBeforeEnd()) {
            if (current.end() >= highest) {
                throw nothingLeft(false);
            }
            if (current.end() > repeatsFrom) {
                return secondBeyond(rank, true);
            }
            current = windowAround(current.end());
        }
        while (rank < current.openBeforeStart()) {
            if (current.start() <= lowest) {
                throw nothingLeft(true);
            }
            if (current.start() <= repeatsBefore) {
                return secondBeyond(rank, false);
            }
            current = windowAround(current.start() - 1);
        }
        return current.second(rank);
    }

    private long secondBeyond(long rank, boolean after) {
        long perCycle = openPerCycle(after);
        if (perCycle == 0) {
            throw nothingLeft(!after);
        }
        // read only now: counting a cycle may have compiled more
        Window all = window;
        long limit = all.openBefore(after ? repeatsFrom : repeatsBefore);
        long cycles = after ? (rank - limit) / perCycle + 1 : Math.floorDiv(rank - limit, perCycle);
        if (Math.abs(cycles) > MOST_CYCLES) {
            throw nothingLeft(!after);
        }
        return all.second(rank - cycles * perCycle) + cycles * CYCLE;
    }

    private Window windowAround(long second) {
        Window current = window;
        return current.holds(second) ? current : extendTo(second);
    }

    private synchronized Window extendTo(long second) {
        window = window.extendedTo(second, time);
        return window;
    }

    void checkKnown(long second) {
        if (second < lowest || second > highest) {
            throw unknown(second);
        }
    }

    private RuntimeException unknown(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        boolean inYears = second >= YEARS.lowerEndpoint() && second < YEARS.upperEndpoint();
        return inYears
                ? new UncoveredDateException(instant, time.coverage())
                : new IllegalArgumentException("instant must be in the years 0 to 9999: " + instant);
    }

    private RuntimeException nothingLeft(boolean before) {
        Range<Long> coverage = time.coverage();
        if (before && coverage.hasLowerBound() && coverage.lowerEndpoint() > YEARS.lowerEndpoint()) {
            return new UncoveredDateException(Instant.ofEpochSecond(coverage.lowerEndpoint() - 1), coverage);
        }
        if (!before && coverage.hasUpperBound() && coverage.upperEndpoint() < YEARS.upperEndpoint()) {
            return new UncoveredDateException(Instant.ofEpochSecond(coverage.upperEndpoint() + 1), coverage);
        }
        return new NoWorkingTimeException(
                before
                        ? "calendar has no working time left since year 0"
                        : "calendar has no working time left up to year 9999");
    }

    private static long startOfYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
