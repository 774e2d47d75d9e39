package dev.tenure.lifetime.noncontractual;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Predictions of BG/NBD and MBG/NBD for columns of histories. What depends on the number of purchases alone is held by it; given it, the purchases expected of a client who is still one
 * are a smooth function of one number, the logarithm of \( w = t / (\alpha + T) \), and taken from a table where more clients ask than it costs.
 */
final class BetaGeometricColumns {

    /** Those who bought more often are too few for tables. */
    private static final int TABLED = 4096;

    private static final int ENOUGH_CLIENTS = 30;
    /** The width of a table, in the logarithm of \( w \). */
    private static final double WIDEST = 1.5;

    private final int[] repeats;
    private final double[] recency;
    private final double[] age;
    /** The states of clients who have just bought, by the number of purchases. */
    private final IntFunction<BetaGeometric> fresh;

    private final double alpha;
    private final double r;
    private final double[] logOdds;
    private final int[] clients;

    private BetaGeometricColumns(int[] repeats, double[] recency, double[] age, IntFunction<BetaGeometric> fresh) {
        this.repeats = repeats;
        this.recency = recency;
        this.age = age;
        this.fresh = fresh;
        alpha = fresh.apply(0).scale();
        r = fresh.apply(0).shape();
        int most = Arrays.stream(repeats).max().orElse(0);
        logOdds = new double[Math.min(most + 1, TABLED)];
        Arrays.setAll(logOdds, x -> fresh.apply(x).logOddsOfDeath());
        clients = new int[logOdds.length];
        for (int x : repeats) {
            if (x < TABLED) {
                clients[x]++;
            }
        }
    }

    static BetaGeometricColumns of(PurchaseModel model, int[] repeats, double[] recency, double[] age) {
        return new BetaGeometricColumns(repeats, recency, age, freshStates(model));
    }

    private static IntFunction<BetaGeometric> freshStates(PurchaseModel model) {
        if (model instanceof BgNbd bg) {
            return x -> bg.after(x, 0, 0);
        }
        MbgNbd mbg = (MbgNbd) model;
        return x -> mbg.after(x, 0, 0);
    }

    void alive(double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = alive(i);
        }
    }

    private double alive(int row) {
        int x = repeats[row];
        double odds = x < TABLED ? logOdds[x] : fresh.apply(x).logOddsOfDeath();
        double last = alpha + recency[row];
        double silence = age[row] - recency[row];
        double gap = silence / last;
        double ratio = 1 + gap;
        // log1p by hand: quicker than the library's
        double logs = Math.log(ratio) + (gap - (ratio - 1)) / ratio;
        return 1 / (1 + Math.exp(odds + (r + x) * logs));
    }

    void expected(double horizon, double[] into) {
        if (horizon == 0) {
            Arrays.fill(into, 0);
            return;
        }
        double low = Math.log(horizon / (alpha + Arrays.stream(age).max().orElse(0)));
        double high = Math.log(horizon / (alpha + Arrays.stream(age).min().orElse(0)));
        Tables tables = new Tables(low, high);
        double logHorizon = Math.log(horizon);
        for (int i = 0; i < into.length; i++) {
            double logW = logHorizon - Math.log(alpha + age[i]);
            into[i] = alive(i) * tables.at(repeats[i], logW);
        }
    }

    /** What is expected of a client who is still one, by the number of purchases and the logarithm of \( w \). */
    private final class Tables {

        private final double low;
        private final double width;
        private final int pieces;
        private final @Nullable ExpectationTable[] tables;
        private final boolean[] tried;

        Tables(double low, double high) {
            this.low = low;
            pieces = (int) Math.floor((high - low) / WIDEST) + 1;
            width = (high - low) / pieces;
            tables = new @Nullable ExpectationTable[pieces * logOdds.length];
            tried = new boolean[tables.length];
        }

        double at(int x, double logW) {
            if (x < TABLED && clients[x] >= ENOUGH_CLIENTS * pieces) {
                ExpectationTable table = table(x, logW);
                if (table != null) {
                    return table.at(logW);
                }
            }
            return fresh.apply(x).expectedIfAliveBy(Math.exp(logW));
        }

        private @Nullable ExpectationTable table(int x, double logW) {
            int piece = width > 0 ? Math.max(0, Math.min((int) ((logW - low) / width), pieces - 1)) : 0;
            int index = x * pieces + piece;
            if (!tried[index]) {
                tried[index] = true;
                double from = low + piece * width;
                tables[index] = table(fresh.apply(x), from, from + width);
            }
            return tables[index];
        }

        private @Nullable ExpectationTable table(BetaGeometric state, double from, double to) {
            BetaNodes nodes = state.nodes(Math.exp(from), Math.exp(to));
            return ExpectationTable.of(from, to, logW -> nodes.mean(state.purchases(Math.exp(logW))));
        }
    }
}
