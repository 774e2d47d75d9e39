package dev.tenure.lifetime.noncontractual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ledgers of clients who follow BG/NBD with r = 1, alpha = 6 weeks, a = 1, b = 3, drawn by inverting the laws; they come in the first half of a year. */
final class SimulatedLedger {

    static final LocalDate START = LocalDate.of(2024, 1, 1);
    static final LocalDate END = START.plusDays(363);
    static final LocalDate LAST = START.plusDays(363 + 182);

    private static final double ALPHA = 42;
    private static final double B = 3;

    private SimulatedLedger() {}

    static List<Invoice> rows(int clients, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Invoice> rows = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            double rate = exponential(random) / ALPHA;
            double leaves = 1 - Math.pow(random.nextDouble(), 1 / B);
            double day = random.nextInt(182);
            rows.add(row(client, day, random));
            boolean there = true;
            while (there) {
                day += exponential(random) / rate;
                there = day < 545;
                if (there) {
                    rows.add(row(client, day, random));
                    there = random.nextDouble() >= leaves;
                }
            }
        }
        return rows;
    }

    static PurchaseLogResult log(int clients, long seed) {
        return PurchaseLog.withDefaults().withHeldOutUntil(LAST).of(rows(clients, seed), END);
    }

    private static double exponential(SplittableRandom random) {
        return -Math.log1p(-random.nextDouble());
    }

    private static Invoice row(long client, double day, SplittableRandom random) {
        return Invoice.of(client, START.plusDays((long) day), 100 + random.nextInt(900));
    }
}
