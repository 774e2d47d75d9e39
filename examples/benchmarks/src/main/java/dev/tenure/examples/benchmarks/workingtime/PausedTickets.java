package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.calendar.WorkingInterval;
import dev.tenure.sla.Pauses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Some of the tickets as objects. */
final class PausedTickets {

    final Instant[] start = new Instant[Questions.COUNT];
    final Instant[] stop = new Instant[Questions.COUNT];
    final Pauses[] pauses = new Pauses[Questions.COUNT];
    final long[] startSecond = new long[Questions.COUNT];
    final long[] stopSecond = new long[Questions.COUNT];
    /** Of each ticket the start and the end of each pause. */
    final long[][] pauseSeconds = new long[Questions.COUNT][];

    PausedTickets() {
        Tickets tickets = Tickets.of(Questions.COUNT);
        for (int ticket = 0; ticket < Questions.COUNT; ticket++) {
            int row = ticket;
            startSecond[ticket] = tickets.start[ticket];
            stopSecond[ticket] = tickets.stop[ticket];
            start[ticket] = Instant.ofEpochSecond(startSecond[ticket]);
            stop[ticket] = Instant.ofEpochSecond(stopSecond[ticket]);
            pauseSeconds[ticket] = IntStream.range(0, tickets.pauses.length)
                    .mapToLong(column -> tickets.pauses[column][row])
                    .toArray();
            pauses[ticket] = Pauses.of(intervals(pauseSeconds[ticket]));
        }
    }

    private static List<WorkingInterval> intervals(long[] seconds) {
        List<WorkingInterval> intervals = new ArrayList<>();
        for (int i = 0; i < seconds.length; i += 2) {
            if (seconds[i] < seconds[i + 1]) {
                intervals.add(
                        WorkingInterval.of(Instant.ofEpochSecond(seconds[i]), Instant.ofEpochSecond(seconds[i + 1])));
            }
        }
        return intervals;
    }
}
