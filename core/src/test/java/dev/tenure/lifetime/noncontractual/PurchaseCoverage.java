package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often intervals of P(alive) by BG/NBD hold the true one, in samples of clients observed for one to two years. {@code main} prints the table of
 * docs/validation.md.
 */
final class PurchaseCoverage {

    private static final ImmutableList<BgNbd> TRUTHS = ImmutableList.of(
            new BgNbd(0.8, 8, 0.8, 2.5, ChronoUnit.WEEKS),
            new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS),
            new BgNbd(2, 10, 0.5, 5, ChronoUnit.WEEKS));
    private static final PurchaseHistory CLIENT = PurchaseHistory.of(4, 40, 60, ChronoUnit.WEEKS);

    private PurchaseCoverage() {}

    private record Row(long repeats, double recency, double age) {}

    /** Prints a row for each truth and size; the argument is the number of samples. */
    public static void main(String[] arguments) {
        int samples = Integer.parseInt(arguments[0]);
        for (BgNbd truth : TRUTHS) {
            for (int clients : new int[] {20, 50, 200}) {
                Random random = new Random(6);
                int held = 0;
                int boundary = 0;
                for (int sample = 0; sample < samples; sample++) {
                    ModelFit<PurchaseModel> fit = MaximumLikelihood.withDefaults()
                            .with(IntervalMethod.profileLikelihood())
                            .of(BgNbdLikelihood.of(drawn(truth, clients, random)));
                    Outcome<Interval> interval = fit.predict(
                                    "P(alive)", Scale.LOGIT, model -> model.probabilityAlive(CLIENT))
                            .interval();
                    boundary += fit.status().ending() == FitStatus.Ending.BOUNDARY ? 1 : 0;
                    held += interval.isDefined() && interval.orElseThrow().contains(truth.probabilityAlive(CLIENT))
                            ? 1
                            : 0;
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %s, %s, %s, %s | %d | %.0f %% | %.1f %% |%n",
                        truth.r(),
                        truth.alpha(),
                        truth.a(),
                        truth.b(),
                        clients,
                        100.0 * boundary / samples,
                        100.0 * held / samples);
            }
        }
    }

    private static PurchaseSample drawn(BgNbd truth, int clients, Random random) {
        ImmutableList<Row> rows = IntStream.range(0, clients)
                .mapToObj(i -> client(truth, random))
                .sorted(Comparator.comparingLong(Row::repeats)
                        .thenComparingDouble(Row::recency)
                        .thenComparingDouble(Row::age))
                .collect(ImmutableList.toImmutableList());
        return new PurchaseSample(
                ChronoUnit.WEEKS,
                rows.stream().mapToLong(Row::repeats).toArray(),
                rows.stream().mapToDouble(Row::recency).toArray(),
                rows.stream().mapToDouble(Row::age).toArray(),
                rows.stream().mapToLong(row -> 1).toArray());
    }

    private static Row client(BgNbd truth, Random random) {
        double age = 104 - 52 * random.nextDouble();
        double rate = gamma(truth.r(), random) / truth.alpha();
        double first = gamma(truth.a(), random);
        double leaves = first / (first + gamma(truth.b(), random));
        double recency = 0;
        long repeats = 0;
        double time = -Math.log1p(-random.nextDouble()) / rate;
        boolean alive = true;
        while (alive && time <= age) {
            repeats++;
            recency = time;
            alive = random.nextDouble() >= leaves;
            time -= Math.log1p(-random.nextDouble()) / rate;
        }
        return new Row(repeats, recency, age);
    }

    /** Draws from a gamma law of scale one, by G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363-372. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double offset = shape - 1 / 3.0;
        while (true) {
            double normal = random.nextGaussian();
            double cube = Math.pow(1 + normal / Math.sqrt(9 * offset), 3);
            if (cube > 0
                    && Math.log1p(-random.nextDouble()) < normal * normal / 2 + offset * (1 - cube + Math.log(cube))) {
                return offset * cube;
            }
        }
    }
}
