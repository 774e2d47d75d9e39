package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.calendar.BusinessCalendar;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to tell the working time between two instants. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // the harness sets up
public class Between {

    /** How far the instants lie apart. */
    @Param
    public Span span;

    private final BusinessCalendar calendar = OfficeHours.calendar();
    private final PlanCalendar planCalendar = new PlanCalendar();
    private Questions questions;
    private int asked;

    /** Draws the questions. */
    @Setup
    public void setUp() {
        questions = Questions.of(span);
    }

    /**
     * Asks this library.
     *
     * @return the working time
     */
    @Benchmark
    public Duration tenure() {
        int i = next();
        return calendar.between(questions.from[i], questions.to[i]);
    }

    /**
     * Asks this library without objects.
     *
     * @return the working time in seconds
     */
    @Benchmark
    public long tenureSeconds() {
        int i = next();
        return calendar.secondsBetween(questions.fromSecond[i], questions.toSecond[i]);
    }

    /**
     * Asks MPXJ. It remembers its answers, and is made to forget them before a round of the same questions.
     *
     * @return the working time
     */
    @Benchmark
    public org.mpxj.Duration mpxj() {
        int i = next();
        if (i == 0) {
            planCalendar.forget();
        }
        return planCalendar.between(questions.fromOnWall[i], questions.toOnWall[i]);
    }

    /**
     * Asks the loop over days.
     *
     * @return the working time
     */
    @Benchmark
    public Duration dayLoop() {
        int i = next();
        return DayLoop.between(questions.from[i], questions.to[i]);
    }

    private int next() {
        asked = (asked + 1) & (Questions.COUNT - 1);
        return asked;
    }
}
