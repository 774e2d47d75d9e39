package dev.tenure.examples.benchmarks.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Pairs of whole minutes in 2020 to 2024, or a minute and a step, in the form each of those asked understands.
 *
 * <p>There are many of them, so that neither a processor nor a library learns them by heart.
 */
final class Questions {

    static final Duration FIVE_YEARS = Duration.ofDays(1827);

    /** A power of two. */
    static final int COUNT = 4096;

    private static final long SEED = 20_260_101;
    private static final long FIRST_SECOND =
            Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

    final long[] fromSecond = new long[COUNT];
    final long[] toSecond = new long[COUNT];
    /** From one to the other, or the step. */
    final long[] seconds = new long[COUNT];

    final Instant[] from;
    final Instant[] to;
    final Duration[] time;
    final LocalDateTime[] fromOnWall;
    final LocalDateTime[] toOnWall;

    private Questions(long[] minutes, long[] lengths) {
        for (int i = 0; i < COUNT; i++) {
            long start = Math.min(minutes[i], minutes[i] + lengths[i]);
            seconds[i] = 60 * Math.abs(lengths[i]);
            fromSecond[i] = FIRST_SECOND + 60 * start;
            toSecond[i] = fromSecond[i] + seconds[i];
        }
        from = instants(fromSecond);
        to = instants(toSecond);
        time = LongStream.of(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
        fromOnWall = onWall(from);
        toOnWall = onWall(to);
    }

    /** Two instants in five years, not farther apart than the span. */
    static Questions of(Span span) {
        SplittableRandom random = new SplittableRandom(SEED);
        long all = FIVE_YEARS.toMinutes();
        long longest = span.longest().toMinutes();
        if (span == Span.FIVE_YEARS) {
            long[] starts = random.longs(COUNT, 0, all).toArray();
            return new Questions(
                    starts,
                    LongStream.of(starts)
                            .map(start -> random.nextLong(all) - start)
                            .toArray());
        }
        long[] starts = random.longs(COUNT, 0, all - longest).toArray();
        return new Questions(starts, random.longs(COUNT, 1, longest).toArray());
    }

    /** An instant of the first three years and a step of whole hours. */
    static Questions of(Step step) {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] starts =
                random.longs(COUNT, 0, Duration.ofDays(3 * 365).toMinutes()).toArray();
        return new Questions(
                starts,
                random.longs(COUNT, step.least(), step.most() + 1L)
                        .map(hours -> 60 * hours)
                        .toArray());
    }

    private static Instant[] instants(long[] seconds) {
        return LongStream.of(seconds).mapToObj(Instant::ofEpochSecond).toArray(Instant[]::new);
    }

    private static LocalDateTime[] onWall(Instant[] instants) {
        return Stream.of(instants)
                .map(instant -> LocalDateTime.ofInstant(instant, OfficeHours.ZONE))
                .toArray(LocalDateTime[]::new);
    }
}
