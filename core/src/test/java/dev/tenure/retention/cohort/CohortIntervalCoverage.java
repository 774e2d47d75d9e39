package dev.tenure.retention.cohort;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How often intervals of net retention hold the true share, in cohorts of log-normal clients of whom some leave, some pay less and
 * some more. {@code main} prints the table of docs/validation.md.
 */
final class CohortIntervalCoverage {

    private static final int RESAMPLES = 400;
    private static final LocalDate CAME = LocalDate.of(2025, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2025, 2, 28);
    private static final CohortAnalysis ANALYSIS = CohortAnalysis.withDefaults().with(RevenueDetail.MOVEMENTS);

    private CohortIntervalCoverage() {}

    /** How many of those who stay pay more and less; both by 30 % on average, what is more by a log-normal factor. */
    enum Growth {
        NONE(0, 0, 0),
        SOME(0.3, 0.5, 0.1),
        UNEVEN(0.3, 1, 0.1),
        ALL(1, 0.3, 0);

        private final double more;
        private final double spread;
        private final double less;

        Growth(double more, double spread, double less) {
            this.more = more;
            this.spread = spread;
            this.less = less;
        }

        double mean() {
            return 1 + 0.3 * (more - less);
        }

        double factor(Random random) {
            double which = random.nextDouble();
            double size = 0.3 * Math.exp(spread * random.nextGaussian() - spread * spread / 2);
            if (which < more) {
                return 1 + size;
            }
            return which < more + less ? 0.7 : 1;
        }
    }

    /** One setting: by how much clients differ, how many stay, and whether larger ones stay more. */
    record Setting(int clients, double spread, double stay, boolean largeStayMore, Growth growth) {}

    /** One cohort: what clients paid at first and later, and the net share on average. */
    private static final class Book {

        private final long[] first;
        private final long[] later;
        private double expected;

        Book(Random random, Setting setting) {
            int n = setting.clients();
            first = new long[n];
            later = new long[n];
            for (int i = 0; i < n; i++) {
                first[i] = 1 + Math.round(1e6 * Math.exp(setting.spread() * random.nextGaussian()));
            }
            Arrays.sort(first);
            double total = Arrays.stream(first).sum();
            for (int i = 0; i < n; i++) {
                double shift = setting.largeStayMore() ? 0.18 * ((double) i / (n - 1) - 0.5) : 0;
                double chance = setting.stay() + shift;
                double factor = setting.growth().factor(random);
                later[i] = random.nextDouble() < chance ? Math.round(first[i] * factor) : 0;
                expected += first[i] * chance * setting.growth().mean() / total;
            }
        }

        double share() {
            return (double) Arrays.stream(later).sum() / Arrays.stream(first).sum();
        }

        /** Returns half the width of Student's interval, with the variance of a ratio. */
        double half() {
            int n = first.length;
            double share = share();
            double total = Arrays.stream(first).sum();
            double squares = 0;
            for (int i = 0; i < n; i++) {
                squares += Math.pow((later[i] - share * first[i]) / total, 2);
            }
            return TDistribution.of(n - 1.0).inverseSurvivalProbability(0.025) * Math.sqrt(squares * n / (n - 1));
        }
    }

    private interface Method {
        Interval of(Book book, Random random);
    }

    private static Interval library(Book book) {
        CohortAccumulator accumulator = ANALYSIS.accumulator(LATER);
        for (int i = 0; i < book.first.length; i++) {
            accumulator.add(ClientActivity.of(i, CAME, book.first[i]));
            accumulator.add(ClientActivity.of(i, LATER, book.later[i]));
        }
        return accumulator.result().average(1).interval(CohortMeasure.NET).orElseThrow();
    }

    private static Interval student(Book book) {
        return interval(book.share() - book.half(), book.share() + book.half());
    }

    private static Interval logarithmic(Book book) {
        double share = book.share();
        double factor = share == 0 ? 1 : Math.exp(book.half() / share);
        return interval(share / factor, share * factor);
    }

    private static Interval bootstrap(Book book, Random random) {
        int n = book.first.length;
        double[] shares = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double first = 0;
            double later = 0;
            for (int j = 0; j < n; j++) {
                int client = random.nextInt(n);
                first += book.first[client];
                later += book.later[client];
            }
            shares[i] = later / first;
        }
        Arrays.sort(shares);
        return interval(shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static Interval interval(double lower, double upper) {
        return Interval.of(lower, upper, ConfidenceLevel.P95);
    }

    /** Returns the share of cohorts whose interval holds the truth, and the mean width of the intervals. */
    private static double[] coverage(Method method, int books, Setting setting) {
        Random random = new Random(20250331);
        double held = 0;
        double width = 0;
        for (int i = 0; i < books; i++) {
            Book book = new Book(random, setting);
            Interval interval = method.of(book, random);
            // what clients pay later is rounded
            held += interval.lower() - 1e-6 <= book.expected && book.expected <= interval.upper() + 1e-6 ? 1 : 0;
            width += interval.width();
        }
        return new double[] {held / books, width / books};
    }

    /** Returns the coverage of the library's interval. */
    static double ofLibrary(int books, Setting setting) {
        return coverage((book, random) -> library(book), books, setting)[0];
    }

    /**
     * Prints the table.
     *
     * @param args how many cohorts each setting is made of
     */
    public static void main(String[] args) {
        int books = Integer.parseInt(args[0]);
        System.out.println("| clients | growth | spread | kept and grown | Student | logarithm | bootstrap |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int clients : new int[] {10, 20, 50}) {
            for (Growth growth : Growth.values()) {
                for (double spread : new double[] {0.5, 1, 1.5}) {
                    System.out.println(row(books, clients, growth, spread));
                }
            }
        }
    }

    private static String row(int books, int clients, Growth growth, double spread) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT, "| %d | %s | %.1f |", clients, growth.name().toLowerCase(Locale.ROOT), spread));
        Method[] methods = {
            (book, random) -> library(book),
            (book, random) -> student(book),
            (book, random) -> logarithmic(book),
            CohortIntervalCoverage::bootstrap
        };
        for (Method method : methods) {
            double least = 1;
            double most = 0;
            double width = 0;
            for (double stay : new double[] {0.7, 0.9}) {
                for (boolean more : new boolean[] {false, true}) {
                    double[] cell = coverage(method, books, new Setting(clients, spread, stay, more, growth));
                    least = Math.min(least, cell[0]);
                    most = Math.max(most, cell[0]);
                    width += cell[1] / 4;
                }
            }
            row.append(String.format(Locale.ROOT, " %.0f to %.0f %%, %.2f |", 100 * least, 100 * most, width));
        }
        return row.toString();
    }
}
