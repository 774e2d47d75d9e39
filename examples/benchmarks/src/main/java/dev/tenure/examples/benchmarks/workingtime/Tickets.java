package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.client.ClientId;
import dev.tenure.sla.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Tickets of five years in columns, as a store of many keeps them: each begins at any second, is open for up to ten days, and
 * pauses three times meanwhile.
 */
final class Tickets {

    /** How often each ticket pauses. */
    static final int PAUSES = 3;

    static final List<ClientId> CLIENTS = IntStream.range(0, 200)
            .mapToObj(number -> ClientId.of("client-" + number))
            .toList();

    private static final long SEED = 20_260_102;
    private static final int FIRST_SECOND =
            Math.toIntExact(Instant.parse("2020-01-01T00:00:00Z").getEpochSecond());
    private static final int FIVE_YEARS = Math.toIntExact(Questions.FIVE_YEARS.toSeconds());
    private static final int LONGEST = Math.toIntExact(Duration.ofDays(10).toSeconds());
    private static final Priority[] PRIORITIES = Priority.values();

    final int[] start;
    final int[] stop;
    /** The starts and ends of the pauses, in columns. */
    final int[][] pauses;

    private final short[] client;
    private final byte[] priority;

    private Tickets(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        start = new int[count];
        stop = new int[count];
        pauses = new int[2 * PAUSES][count];
        client = new short[count];
        priority = new byte[count];
        int[] edges = new int[2 * PAUSES];
        for (int ticket = 0; ticket < count; ticket++) {
            start[ticket] = FIRST_SECOND + random.nextInt(FIVE_YEARS);
            stop[ticket] = start[ticket] + 1 + random.nextInt(LONGEST);
            drawPauses(random, ticket, edges);
            client[ticket] = (short) random.nextInt(CLIENTS.size());
            priority[ticket] = (byte) random.nextInt(PRIORITIES.length);
        }
    }

    /** Returns so many tickets. */
    static Tickets of(int count) {
        return new Tickets(count);
    }

    int count() {
        return start.length;
    }

    ClientId client(int ticket) {
        return CLIENTS.get(client[ticket]);
    }

    Priority priority(int ticket) {
        return PRIORITIES[priority[ticket]];
    }

    private void drawPauses(SplittableRandom random, int ticket, int[] edges) {
        for (int i = 0; i < edges.length; i++) {
            edges[i] = random.nextInt(start[ticket], stop[ticket] + 1);
        }
        Arrays.sort(edges);
        for (int i = 0; i < edges.length; i++) {
            pauses[i][ticket] = edges[i];
        }
    }
}
