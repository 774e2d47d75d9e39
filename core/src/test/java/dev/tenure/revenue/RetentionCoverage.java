package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How often intervals of value-weighted retention hold the true share, in books of log-normal clients. {@code main} prints the
 * table of docs/validation.md.
 */
final class RetentionCoverage {

    private static final int RESAMPLES = 400;

    private RetentionCoverage() {}

    /** One book: what clients pay, whether each stayed, and the share that stays on average. */
    private static final class Book {

        private final long[] revenues;
        private final boolean[] stayed;
        private double expected;

        Book(Random random, int clients, double spread, double stay, boolean largeStayMore) {
            revenues = new long[clients];
            stayed = new boolean[clients];
            for (int i = 0; i < clients; i++) {
                revenues[i] = 1 + Math.round(1e6 * Math.exp(spread * random.nextGaussian()));
            }
            Arrays.sort(revenues);
            double total = Arrays.stream(revenues).sum();
            for (int i = 0; i < clients; i++) {
                double chance = largeStayMore ? stay + 0.18 * ((double) i / (clients - 1) - 0.5) : stay;
                stayed[i] = random.nextDouble() < chance;
                expected += revenues[i] * chance / total;
            }
        }

        double share(int[] clients) {
            double total = 0;
            double kept = 0;
            for (int i : clients) {
                total += revenues[i];
                kept += stayed[i] ? revenues[i] : 0;
            }
            return kept / total;
        }
    }

    private interface Method {
        Interval of(Book book, Random random);
    }

    static Interval library(Book book) {
        ValueWeightedRetentionAccumulator accumulator =
                ValueWeightedRetention.withDefaults().accumulator(USD);
        for (int i = 0; i < book.revenues.length; i++) {
            accumulator.add(i, book.revenues[i], book.stayed[i] ? book.revenues[i] : 0);
        }
        return accumulator.result().interval().orElseThrow();
    }

    private static Interval countingClients(Book book) {
        int stayed = 0;
        for (boolean client : book.stayed) {
            stayed += client ? 1 : 0;
        }
        return Proportion.of(stayed, book.stayed.length)
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                .orElseThrow();
    }

    private static Interval student(Book book) {
        int n = book.revenues.length;
        double total = Arrays.stream(book.revenues).sum();
        double share = book.share(all(n));
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(book.revenues[i] * ((book.stayed[i] ? 1 : 0) - share) / total, 2);
        }
        double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(0.025) * Math.sqrt(squares * n / (n - 1));
        return Interval.of(share - half, share + half, ConfidenceLevel.P95);
    }

    private static Interval bootstrap(Book book, Random random) {
        int n = book.revenues.length;
        double[] shares = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            shares[i] = book.share(random.ints(n, 0, n).toArray());
        }
        Arrays.sort(shares);
        return Interval.of(shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40], ConfidenceLevel.P95);
    }

    private static int[] all(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** Returns the share of books whose interval holds the truth, and the mean width of the intervals. */
    private static double[] coverage(
            Method method, int books, int clients, double spread, double stay, boolean largeStayMore) {
        Random random = new Random(20250331);
        double held = 0;
        double width = 0;
        for (int i = 0; i < books; i++) {
            Book book = new Book(random, clients, spread, stay, largeStayMore);
            Interval interval = method.of(book, random);
            held += interval.lower() - 1e-9 <= book.expected && book.expected <= interval.upper() + 1e-9 ? 1 : 0;
            width += Math.min(1, interval.upper()) - Math.max(0, interval.lower());
        }
        return new double[] {held / books, width / books};
    }

    /** Returns the coverage of the library's interval. */
    static double ofLibrary(int books, int clients, double spread, double stay, boolean largeStayMore) {
        return coverage((book, random) -> library(book), books, clients, spread, stay, largeStayMore)[0];
    }

    /**
     * Prints the table.
     *
     * @param args how many books each cell is made of
     */
    public static void main(String[] args) {
        int books = Integer.parseInt(args[0]);
        System.out.println(
                "| clients | spread | stay | larger stay more | effective number | counting clients | Student | bootstrap |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int clients : new int[] {20, 50, 200}) {
            for (double spread : new double[] {0.5, 1, 1.5}) {
                for (double stay : new double[] {0.7, 0.9}) {
                    for (boolean more : new boolean[] {false, true}) {
                        System.out.println(row(books, clients, spread, stay, more));
                    }
                }
            }
        }
    }

    private static String row(int books, int clients, double spread, double stay, boolean more) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT, "| %d | %.1f | %.0f %% | %s |", clients, spread, 100 * stay, more ? "yes" : "no"));
        Method[] methods = {
            (book, random) -> library(book),
            (book, random) -> countingClients(book),
            (book, random) -> student(book),
            RetentionCoverage::bootstrap
        };
        for (Method method : methods) {
            double[] cell = coverage(method, books, clients, spread, stay, more);
            row.append(String.format(Locale.ROOT, " %.1f %%, %.2f |", 100 * cell[0], cell[1]));
        }
        return row.toString();
    }
}
