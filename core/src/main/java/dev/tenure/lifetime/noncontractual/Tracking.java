package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Arrays;

/** Compares the purchases of weeks with what is expected of new clients. */
final class Tracking {

    private static final int WEEK = 7;

    private final PurchaseModel model;
    private final PurchaseLogResult log;
    private final int firstDay;
    /** How many clients came on each day from the first one on. */
    private final long[] newClients;
    /** What is expected of a client so many days after the first purchase; not a number where it has not been asked. */
    private final double[] expected;

    private Tracking(PurchaseModel model, PurchaseLogResult log) {
        this.model = model;
        this.log = log;
        int end = log.question().end();
        int oldest = 0;
        for (int line = 0; line < log.size(); line++) {
            oldest = Math.max(oldest, log.ageDays(line));
        }
        firstDay = end - oldest;
        newClients = new long[oldest + 1];
        for (int line = 0; line < log.size(); line++) {
            newClients[oldest - log.ageDays(line)]++;
        }
        expected = new double[oldest + log.heldOutDays() + 1];
        Arrays.fill(expected, Double.NaN);
    }

    static ImmutableList<TrackedWeek> of(PurchaseModel model, PurchaseLogResult log) {
        return log.size() == 0 ? ImmutableList.of() : new Tracking(model, log).weeks();
    }

    private ImmutableList<TrackedWeek> weeks() {
        ImmutableList.Builder<TrackedWeek> weeks = ImmutableList.builder();
        int end = log.question().end();
        double cumulativeExpected = 0;
        long cumulativeActual = 0;
        int from = firstDay;
        while (from <= log.question().last()) {
            // weeks end so that one of them ends with the observation
            int to = Math.min(
                    from + Math.floorMod(end - from, WEEK), log.question().last());
            double expectedBefore = cumulativeExpected;
            long actual = actual(from, to);
            cumulativeExpected = expectedUpTo(to);
            cumulativeActual += actual;
            weeks.add(new TrackedWeek(
                    LogQuestion.day(from),
                    LogQuestion.day(to),
                    from > end,
                    cumulativeExpected - expectedBefore,
                    actual,
                    cumulativeExpected,
                    cumulativeActual));
            from = to + 1;
        }
        return weeks.build();
    }

    private long actual(int from, int to) {
        long sum = 0;
        for (int day = from; day <= to; day++) {
            sum += log.purchasesOn(day);
        }
        return sum;
    }

    private double expectedUpTo(int day) {
        double sum = 0;
        for (int came = 0; came < newClients.length && firstDay + came <= day; came++) {
            if (newClients[came] > 0) {
                sum += newClients[came] * expectedAfter(day - firstDay - came);
            }
        }
        return sum;
    }

    private double expectedAfter(int days) {
        if (Double.isNaN(expected[days])) {
            expected[days] = model.expectedPurchases(Duration.ofDays(days));
        }
        return expected[days];
    }
}
