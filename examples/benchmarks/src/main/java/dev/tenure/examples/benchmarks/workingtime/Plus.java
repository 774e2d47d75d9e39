package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell the instant that is some hours of work later. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // the harness sets up
public class Plus {

    /** How many hours. */
    @Param
    public Step step;

    private final BusinessCalendar calendar = OfficeHours.calendar();
    private final PlanCalendar planCalendar = new PlanCalendar();
    private Questions questions;
    private org.mpxj.Duration[] planTime;
    private int asked;

    /** Draws the questions. */
    @Setup
    public void setUp() {
        questions = Questions.of(step);
        planTime = Stream.of(questions.time).map(PlanCalendar::duration).toArray(org.mpxj.Duration[]::new);
    }

    /**
     * Asks this library.
     *
     * @return the instant
     */
    @Benchmark
    public Instant tenure() {
        int i = next();
        return calendar.plus(questions.from[i], questions.time[i]);
    }

    /**
     * Asks this library without objects.
     *
     * @return the second since 1970
     */
    @Benchmark
    public long tenureSeconds() {
        int i = next();
        return calendar.plusSeconds(questions.fromSecond[i], questions.seconds[i]);
    }

    /**
     * Asks MPXJ.
     *
     * @return the time on the wall
     */
    @Benchmark
    public LocalDateTime mpxj() {
        int i = next();
        return planCalendar.plus(questions.fromOnWall[i], planTime[i]);
    }

    /**
     * Asks the loop over days.
     *
     * @return the instant
     */
    @Benchmark
    public Instant dayLoop() {
        int i = next();
        return DayLoop.plus(questions.from[i], questions.time[i]);
    }

    private int next() {
        asked = (asked + 1) & (Questions.COUNT - 1);
        return asked;
    }
}
