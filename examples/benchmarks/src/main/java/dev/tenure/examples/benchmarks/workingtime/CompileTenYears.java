package dev.tenure.examples.benchmarks.workingtime;

import static com.google.common.base.Preconditions.checkState;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.WorkSchedule;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long a new calendar takes to be ready for ten years, and how much memory it then keeps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompileTenYears {

    private static final int YEARS = 10;

    /** So many that what else is on the heap does not show. */
    private static final int MANY = 500;

    private static final long[] NEW_YEARS = IntStream.rangeClosed(2017, 2017 + YEARS)
            .mapToLong(year -> Instant.parse(year + "-01-01T00:00:00Z").getEpochSecond())
            .toArray();

    private final WorkSchedule schedule = OfficeHours.schedule();

    /**
     * Asks a new calendar about each of ten years.
     *
     * @return the seconds of work
     */
    @Benchmark
    public long tenure() {
        return secondsOfTenYears(BusinessCalendar.of(schedule));
    }

    /**
     * Returns how many bytes a calendar keeps for ten years, besides the schedule that it was made of.
     *
     * @return the bytes
     */
    public long retainedBytes() {
        List<BusinessCalendar> calendars = new ArrayList<>(MANY);
        long before = usedBytes();
        for (int i = 0; i < MANY; i++) {
            BusinessCalendar calendar = BusinessCalendar.of(schedule);
            checkState(secondsOfTenYears(calendar) > 0, "ten years must have hours of work");
            calendars.add(calendar);
        }
        long after = usedBytes();
        return (after - before) / calendars.size();
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long secondsOfTenYears(BusinessCalendar calendar) {
        long sum = 0;
        for (int year = 0; year < YEARS; year++) {
            sum += calendar.secondsBetween(NEW_YEARS[year], NEW_YEARS[year + 1]);
        }
        return sum;
    }
}
