package dev.tenure.examples.benchmarks.lifetime;

import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.BuyTillYouDie;
import dev.tenure.lifetime.noncontractual.PurchaseAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLog;
import dev.tenure.lifetime.noncontractual.PurchaseLogAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.noncontractual.PurchaseModelKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Customers of a BG/NBD process, each seen for half a year to two years and to the day, in columns: repeat purchases, days from the first purchase to the last,
 * days from the first purchase to the end.
 */
final class Customers {

    static final double R = 0.25;
    static final double ALPHA_DAYS = 4.4 * 7;
    static final double A = 0.8;
    static final double B = 2.4;
    private static final int YOUNGEST = 26 * 7;
    private static final int OLDEST = 104 * 7;
    private static final int SEED = 12_345;
    private static final int END = 20_000;

    final int[] repeats;
    final double[] recency;
    final double[] age;

    private Customers(int rows) {
        repeats = new int[rows];
        recency = new double[rows];
        age = new double[rows];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < rows; i++) {
            draw(i, random);
        }
    }

    /** Returns so many customers; the first ones of more are the same. */
    static Customers of(int rows) {
        return new Customers(rows);
    }

    int rows() {
        return repeats.length;
    }

    /** Fits a model by this library, in weeks. */
    ModelFit<PurchaseModel> fit(PurchaseModelKind kind) {
        PurchaseAccumulator accumulator =
                BuyTillYouDie.withDefaults().with(kind).accumulator();
        accumulator.addAll(ChronoUnit.DAYS, repeats, recency, age);
        return accumulator.result();
    }

    /** Returns the ledger of the customers, one purchase on the first day, the others at equal distances up to the last one. */
    PurchaseLogResult log() {
        PurchaseLogAccumulator ledger = PurchaseLog.withDefaults().accumulator(LocalDate.ofEpochDay(END));
        for (int row = 0; row < rows(); row++) {
            int first = END - (int) age[row];
            for (int purchase = 0; purchase <= repeats[row]; purchase++) {
                double days = repeats[row] == 0 ? 0 : recency[row] * purchase / repeats[row];
                ledger.add(row, first + (int) Math.ceil(days), 1);
            }
        }
        return ledger.result();
    }

    private void draw(int row, SplittableRandom random) {
        age[row] = random.nextInt(YOUNGEST, OLDEST + 1);
        double rate = gamma(R, random) / ALPHA_DAYS;
        double first = gamma(A, random);
        double leaves = first / (first + gamma(B, random));
        double time = random.nextExponential() / rate;
        boolean stays = true;
        while (stays && time <= age[row]) {
            repeats[row]++;
            recency[row] = Math.min(Math.ceil(time), age[row]);
            time += random.nextExponential() / rate;
            stays = random.nextDouble() >= leaves;
        }
    }

    /** Draws from a gamma law of scale 1: G. Marsaglia and W. W. Tsang, ACM TOMS 26 (2000), 363-372. */
    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
