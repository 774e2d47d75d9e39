package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.LikelihoodRatio;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.Interval;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How often profile intervals of what BG/NBD and Pareto/NBD say of a client and of a new one hold the true figure, in samples of clients observed for one
 * to two years. Each interval is asked by its likelihood-ratio test whether it holds the figure; every fortieth sample has its intervals searched
 * for too, to count those that are undefined and those where the two differ. {@code main} prints the table of docs/validation.md.
 */
final class PurchaseCoverage {

    private static final long SEED = 20_261_122;
    private static final int PARAMETERS = 4;
    private static final int[] SIZES = {20, 50, 200};
    private static final PurchaseHistory CLIENT = PurchaseHistory.of(4, 40, 60, ChronoUnit.WEEKS);
    private static final PurchaseHistory NEW = PurchaseHistory.of(0, 0, 0, ChronoUnit.WEEKS);
    private static final Duration YEAR = Duration.ofDays(364);
    private static final double WEEKS = 52;
    /** Where the closed form keeps ten digits and its series is short. */
    private static final double MARGIN = 0.01;

    private static final int MOST_TERMS = 2_000;
    private static final double NEGLIGIBLE = 1e-17;

    private static final ImmutableList<Truth> TRUTHS = ImmutableList.of(
            truth(new BgNbd(0.8, 8, 0.8, 2.5, ChronoUnit.WEEKS)),
            truth(new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS)),
            truth(new BgNbd(2, 10, 0.5, 5, ChronoUnit.WEEKS)),
            truth(new ParetoNbd(0.8, 8, 0.6, 30, ChronoUnit.WEEKS)),
            truth(new ParetoNbd(0.55, 10.6, 0.61, 11.7, ChronoUnit.WEEKS)),
            truth(new ParetoNbd(2, 20, 1.5, 100, ChronoUnit.WEEKS)));

    private static final ImmutableList<Question> QUESTIONS = ImmutableList.of(
            new Question("P(alive)", Scale.LOGIT, model -> model.probabilityAlive(CLIENT)),
            new Question("client", Scale.LOGARITHM, model -> expected(model, CLIENT)),
            new Question("new client", Scale.LOGARITHM, model -> expected(model, NEW)));
    private static final double NORMAL = 1.959963984540054;
    private static final int SEARCHED = 40;

    private PurchaseCoverage() {}

    private record Question(String name, Scale scale, ToDoubleFunction<PurchaseModel> figure) {}

    /** A model, how it is fitted, and how its clients are drawn. */
    record Truth(
            String name,
            PurchaseModel model,
            Function<PurchaseSample, ModelLikelihood<PurchaseModel>> likelihood,
            Function<Random, Row> client) {}

    record Row(long repeats, double recency, double age) {}

    /** Prints a row for each truth and size; the argument is the number of samples. */
    public static void main(String[] arguments) {
        int samples = Integer.parseInt(arguments[0]);
        for (int clients : SIZES) {
            for (int i = 0; i < TRUTHS.size(); i++) {
                System.out.println(row(TRUTHS.get(i), clients, samples, new Random(SEED + 1_000 * i + clients)));
            }
        }
    }

    private static String row(Truth truth, int clients, int samples, Random random) {
        double student = TDistribution.of(clients - PARAMETERS).inverseCumulativeProbability(0.975);
        Tally[] tallies = Stream.generate(Tally::new).limit(QUESTIONS.size()).toArray(Tally[]::new);
        int boundary = 0;
        for (int sample = 0; sample < samples; sample++) {
            ModelFit<PurchaseModel> fit =
                    MaximumLikelihood.withDefaults().of(truth.likelihood().apply(drawn(truth, clients, random)));
            boundary += fit.status().ending() == FitStatus.Ending.BOUNDARY ? 1 : 0;
            for (int i = 0; i < tallies.length; i++) {
                tallies[i].add(fit, QUESTIONS.get(i), truth.model(), student, sample % SEARCHED == 0);
            }
        }
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "| %s | %d | %.0f %% |", truth.name(), clients, 100.0 * boundary / samples));
        for (Tally tally : tallies) {
            row.append(tally.cells());
        }
        return row.toString();
    }

    /** What became of the intervals of one figure. */
    private static final class Tally {

        private int tests;
        private int none;
        private int held;
        private int heldByStudent;
        private int searched;
        private int undefined;
        private int different;

        void add(
                ModelFit<PurchaseModel> fit,
                Question question,
                PurchaseModel truth,
                double student,
                boolean isSearched) {
            double value = question.figure().applyAsDouble(truth);
            double root = LikelihoodRatio.root(fit, question.scale(), question.figure(), value);
            tests++;
            none += Double.isNaN(root) ? 1 : 0;
            held += Math.abs(root) <= NORMAL ? 1 : 0;
            heldByStudent += Math.abs(root) <= student ? 1 : 0;
            if (isSearched) {
                Outcome<Interval> interval = fit.predict(
                                question.name(), question.scale(), question.figure()::applyAsDouble)
                        .interval();
                searched++;
                undefined += interval.isDefined() ? 0 : 1;
                different +=
                        interval.isDefined() && interval.orElseThrow().contains(value) != (Math.abs(root) <= NORMAL)
                                ? 1
                                : 0;
            }
        }

        /** The coverage, that with Student's quantile, and what was found where limits were searched for. */
        String cells() {
            return String.format(
                    Locale.ROOT,
                    " %.1f %% | %.1f %% | %d, %d, %d, %d |",
                    100.0 * held / tests,
                    100.0 * heldByStudent / tests,
                    none,
                    searched,
                    undefined,
                    different);
        }
    }

    private static double expected(PurchaseModel model, PurchaseHistory history) {
        return model instanceof BgNbd bg ? expected(bg, history) : model.expectedPurchases(history, YEAR);
    }

    /** The closed form of Fader, Hardie and Lee (2005), twenty times as fast as nodes, where it keeps its digits. */
    private static double expected(BgNbd model, PurchaseHistory history) {
        double shape = model.r() + history.repeats();
        double last = model.alpha() + history.ageIn(ChronoUnit.WEEKS);
        double b = model.b() + history.repeats();
        double z = WEEKS / (last + WEEKS);
        double sum = series(shape, b, model.a() + b - 1, z);
        double part = 1 - Math.exp(Math.log(sum) - shape * Math.log1p(WEEKS / last));
        double excess = model.a() - 1;
        boolean isExact = Double.isFinite(part)
                && Math.abs(part) > MARGIN
                && Math.abs(excess) > MARGIN
                && model.a() + b - 1 > MARGIN;
        return isExact
                ? model.probabilityAlive(history) * (model.a() + b - 1) / excess * part
                : model.expectedPurchases(history, YEAR);
    }

    /** Gauss's hypergeometric series; not a number if it is long. */
    private static double series(double first, double second, double third, double z) {
        double term = 1;
        double sum = 1;
        for (int i = 0; i < MOST_TERMS; i++) {
            term *= (first + i) * (second + i) / ((third + i) * (i + 1.0)) * z;
            sum += term;
            if (term < NEGLIGIBLE * sum) {
                return sum;
            }
        }
        return Double.NaN;
    }

    static Truth truth(BgNbd model) {
        return new Truth(
                String.format(Locale.ROOT, "BG/NBD %s, %s, %s, %s", model.r(), model.alpha(), model.a(), model.b()),
                model,
                BgNbdLikelihood::of,
                random -> client(model, random));
    }

    static Truth truth(ParetoNbd model) {
        return new Truth(
                String.format(
                        Locale.ROOT, "Pareto/NBD %s, %s, %s, %s", model.r(), model.alpha(), model.s(), model.beta()),
                model,
                ParetoNbdLikelihood::of,
                random -> client(model, random));
    }

    static PurchaseSample drawn(Truth truth, int clients, Random random) {
        ImmutableList<Row> rows = IntStream.range(0, clients)
                .mapToObj(i -> truth.client().apply(random))
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
        double leaves = beta(truth.a(), truth.b(), random);
        double recency = 0;
        long repeats = 0;
        double time = wait(rate, random);
        boolean alive = true;
        while (alive && time <= age) {
            repeats++;
            recency = time;
            alive = random.nextDouble() >= leaves;
            time += wait(rate, random);
        }
        return new Row(repeats, recency, age);
    }

    private static Row client(ParetoNbd truth, Random random) {
        double age = 104 - 52 * random.nextDouble();
        double rate = gamma(truth.r(), random) / truth.alpha();
        double leaves = wait(gamma(truth.s(), random) / truth.beta(), random);
        double recency = 0;
        long repeats = 0;
        for (double time = wait(rate, random); time <= Math.min(age, leaves); time += wait(rate, random)) {
            repeats++;
            recency = time;
        }
        return new Row(repeats, recency, age);
    }

    private static double wait(double rate, Random random) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    static double beta(double first, double second, Random random) {
        double share = gamma(first, random);
        return share / (share + gamma(second, random));
    }

    /** Draws from a gamma law of scale one, by G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363-372. */
    static double gamma(double shape, Random random) {
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
