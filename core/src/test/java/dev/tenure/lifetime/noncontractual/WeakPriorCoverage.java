package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.lifetime.contractual.BetaDiscreteWeibull;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RetentionFit;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.lifetime.contractual.ShiftedBetaGeometric;
import dev.tenure.lifetime.discrete.BgBb;
import dev.tenure.lifetime.discrete.DiscreteBuyTillYouDie;
import dev.tenure.lifetime.discrete.RenewalHistory;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.LikelihoodRatio;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ParameterPrior;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.lifetime.estimation.WeakPrior;
import dev.tenure.lifetime.spend.ClientSpend;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.lifetime.spend.SpendAccumulator;
import dev.tenure.lifetime.spend.SpendHistory;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a weak prior does to small samples: how often the fit is at a boundary, how often a profile interval holds the true figure, and where the estimates
 * lie, without the prior and with it. {@code main} prints the table of docs/lifetime-estimation.md.
 */
final class WeakPriorCoverage {

    private static final long SEED = 20_261_123;
    private static final double NORMAL = 1.959963984540054;
    private static final int RENEWALS = 7;
    private static final int WINDOWS = 8;
    private static final PurchaseHistory CLIENT = PurchaseHistory.of(4, 40, 60, ChronoUnit.WEEKS);
    private static final Duration YEAR = Duration.ofDays(364);
    private static final SpendHistory SPENT = SpendHistory.of(3, Money.of(CurrencyUnit.EUR, 6000));

    private static final WeakPrior RENEWAL_PRIOR = WeakPrior.of(new ParameterPrior("kappa", 5, 1.5));
    private static final WeakPrior WEIBULL_PRIOR =
            WeakPrior.of(new ParameterPrior("kappa", 5, 1.5), new ParameterPrior("c", 1, 0.5));
    private static final WeakPrior BETA_GEOMETRIC_PRIOR =
            WeakPrior.of(new ParameterPrior("r", 1, 1.5), new ParameterPrior("a + b", 3, 1.5));
    private static final WeakPrior PARETO_PRIOR =
            WeakPrior.of(new ParameterPrior("r", 1, 1.5), new ParameterPrior("s", 1, 1.5));
    private static final WeakPrior WINDOW_PRIOR =
            WeakPrior.of(new ParameterPrior("alpha + beta", 3, 1.5), new ParameterPrior("gamma + delta", 3, 1.5));
    private static final WeakPrior SPEND_PRIOR =
            WeakPrior.of(new ParameterPrior("p", 3, 1.5), new ParameterPrior("q", 3, 1.5));

    private WeakPriorCoverage() {}

    /** A model with its prior, and what is asked of it: a sample is drawn, then fitted by an estimation. */
    private record Case<M>(
            String name,
            M truth,
            WeakPrior prior,
            Scale scale,
            ToDoubleFunction<M> figure,
            BiFunction<Integer, Random, Function<MaximumLikelihood, ModelFit<M>>> sample) {}

    /** Prints a row for each case and size; the argument is the number of samples. */
    public static void main(String[] arguments) {
        int samples = Integer.parseInt(arguments[0]);
        for (Case<RetentionModel> renewals : ImmutableList.of(
                renewals("sBG 1, 4", new ShiftedBetaGeometric(1, 4, Period.ofYears(1)), RENEWAL_PRIOR),
                renewals("sBG 5, 20", new ShiftedBetaGeometric(5, 20, Period.ofYears(1)), RENEWAL_PRIOR))) {
            print(renewals, samples, 20);
        }
        for (Case<PurchaseModel> purchases : ImmutableList.of(
                purchases(new BgNbd(0.8, 8, 0.8, 2.5, ChronoUnit.WEEKS)),
                purchases(new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS)),
                purchases(new ParetoNbd(0.8, 8, 0.6, 30, ChronoUnit.WEEKS)),
                purchases(new ParetoNbd(2, 20, 1.5, 100, ChronoUnit.WEEKS)))) {
            print(purchases, samples, 20);
        }
        print(
                renewals("BdW 1, 4, 0.8", new BetaDiscreteWeibull(1, 4, 0.8, Period.ofYears(1)), WEIBULL_PRIOR),
                samples,
                20,
                50,
                200);
        print(windows(BgBb.of(1.2, 0.8, 0.7, 2.8, Period.ofMonths(3))), samples, 20, 50, 200);
        print(spend("of all", model -> orInfinite(model)), samples, 20, 50, 200);
        print(spend("of a client", model -> orInfinite(model.given(SPENT))), samples, 20, 50, 200);
    }

    private static <M> void print(Case<M> its, int samples, int... sizes) {
        for (int clients : sizes) {
            Random random = new Random(SEED + clients + its.name().hashCode());
            Tally<M> without = new Tally<>(its, MaximumLikelihood.withDefaults(), samples);
            Tally<M> with = new Tally<>(its, MaximumLikelihood.withDefaults().with(its.prior()), samples);
            for (int i = 0; i < samples; i++) {
                Function<MaximumLikelihood, ModelFit<M>> drawn = its.sample().apply(clients, random);
                without.add(drawn);
                with.add(drawn);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.3g |%s%s%n",
                    its.name(),
                    clients,
                    its.figure().applyAsDouble(its.truth()),
                    without.cells(),
                    with.cells());
        }
    }

    /** What became of the fits by one estimation. */
    private static final class Tally<M> {

        private final Case<M> its;
        private final MaximumLikelihood estimation;
        private final double[] estimates;
        private int samples;
        private int boundary;
        private int none;
        private int held;

        Tally(Case<M> its, MaximumLikelihood estimation, int most) {
            this.its = its;
            this.estimation = estimation;
            estimates = new double[most];
        }

        void add(Function<MaximumLikelihood, ModelFit<M>> sample) {
            ModelFit<M> fit = sample.apply(estimation);
            double value = its.figure().applyAsDouble(its.truth());
            double root = LikelihoodRatio.root(fit, its.scale(), its.figure(), value);
            estimates[samples++] =
                    fit.model().map(its.figure()::applyAsDouble).toOptional().orElse(Double.NaN);
            boundary += fit.status().ending() == FitStatus.Ending.BOUNDARY ? 1 : 0;
            none += Double.isNaN(root) ? 1 : 0;
            held += Math.abs(root) <= NORMAL ? 1 : 0;
        }

        /** The boundaries, the coverage where there is an estimate, how often there is none, the median estimate. */
        String cells() {
            double[] sorted = Arrays.stream(estimates)
                    .filter(estimate -> !Double.isNaN(estimate))
                    .sorted()
                    .toArray();
            return String.format(
                    Locale.ROOT,
                    " %.0f %% | %.1f %%%s | %.3g |",
                    100.0 * boundary / samples,
                    100.0 * held / (samples - none),
                    none == 0 ? "" : String.format(Locale.ROOT, " (%.1f %% none)", 100.0 * none / samples),
                    sorted[sorted.length / 2]);
        }
    }

    /** Which share of those who were there after the seventh renewal stays five more. */
    private static Case<RetentionModel> renewals(String name, RetentionModel truth, WeakPrior prior) {
        RetentionFit fitting = truth instanceof BetaDiscreteWeibull
                ? RetentionFit.withDefaults().with(RetentionModelKind.BETA_DISCRETE_WEIBULL)
                : RetentionFit.withDefaults();
        return new Case<>(
                name + ", stays five more renewals",
                truth,
                prior,
                Scale.LOGIT,
                model -> model.survivalGiven(RENEWALS, 5),
                (clients, random) -> {
                    RenewalAccumulator sample = RenewalAccumulator.every(Period.ofYears(1));
                    for (int i = 0; i < clients; i++) {
                        int renewals = 0;
                        boolean stays = true;
                        while (stays && renewals < RENEWALS) {
                            stays = random.nextDouble() < truth.retention(renewals + 1);
                            renewals += stays ? 1 : 0;
                        }
                        sample.add(renewals, !stays);
                    }
                    return estimation -> fitting.with(estimation).of(sample.result());
                });
    }

    private static Case<PurchaseModel> purchases(BgNbd truth) {
        PurchaseCoverage.Truth drawn = PurchaseCoverage.truth(truth);
        return purchases(
                drawn, BETA_GEOMETRIC_PRIOR, ", P(alive)", Scale.LOGIT, model -> model.probabilityAlive(CLIENT));
    }

    private static Case<PurchaseModel> purchases(ParetoNbd truth) {
        PurchaseCoverage.Truth drawn = PurchaseCoverage.truth(truth);
        return purchases(
                drawn,
                PARETO_PRIOR,
                ", purchases in a year",
                Scale.LOGARITHM,
                model -> model.expectedPurchases(CLIENT, YEAR));
    }

    private static Case<PurchaseModel> purchases(
            PurchaseCoverage.Truth truth,
            WeakPrior prior,
            String asked,
            Scale scale,
            ToDoubleFunction<PurchaseModel> figure) {
        return new Case<>(truth.name() + asked, truth.model(), prior, scale, figure, (clients, random) -> {
            PurchaseSample sample = PurchaseCoverage.drawn(truth, clients, random);
            return estimation -> estimation.of(truth.likelihood().apply(sample));
        });
    }

    /** How often a client who bought in three of eight windows, last in the sixth, buys in the next four. */
    private static Case<BgBb> windows(BgBb truth) {
        RenewalHistory client = RenewalHistory.of(3, 6, WINDOWS);
        return new Case<>(
                "BG/BB 1.2, 0.8, 0.7, 2.8, purchases in four windows",
                truth,
                WINDOW_PRIOR,
                Scale.LOGARITHM,
                model -> model.expectedPurchases(client, 4),
                (clients, random) -> {
                    DiscreteBuyTillYouDie fitting = DiscreteBuyTillYouDie.withDefaults();
                    var sample = fitting.accumulator(truth.window());
                    for (int i = 0; i < clients; i++) {
                        double buys = PurchaseCoverage.beta(truth.alpha(), truth.beta(), random);
                        double leaves = PurchaseCoverage.beta(truth.gamma(), truth.delta(), random);
                        int repeats = 0;
                        int last = 0;
                        for (int window = 1; window <= WINDOWS && random.nextDouble() >= leaves; window++) {
                            if (random.nextDouble() < buys) {
                                repeats++;
                                last = window;
                            }
                        }
                        sample.add(repeats, last, WINDOWS);
                    }
                    return estimation -> fitting.with(estimation).of(sample);
                });
    }

    /** Clients with one to ten invoices. */
    private static Case<GammaGamma> spend(String whose, ToDoubleFunction<GammaGamma> figure) {
        GammaGamma truth = GammaGamma.of(4, 4, 1500, CurrencyUnit.EUR);
        return new Case<>(
                "Gamma-Gamma 4, 4, 1500, mean spend " + whose,
                truth,
                SPEND_PRIOR,
                Scale.LOGARITHM,
                figure,
                (clients, random) -> {
                    SpendAccumulator sample = ClientSpend.withDefaults().accumulator(CurrencyUnit.EUR);
                    for (int i = 0; i < clients; i++) {
                        int invoices = 1 + random.nextInt(10);
                        double rate = PurchaseCoverage.gamma(truth.q(), random) / truth.gamma();
                        double total = PurchaseCoverage.gamma(truth.p() * invoices, random) / rate;
                        sample.add(invoices, Math.max(1, Math.round(100 * total)));
                    }
                    return estimation ->
                            ClientSpend.withDefaults().with(estimation).of(sample);
                });
    }

    private static double orInfinite(GammaGamma model) {
        return model.mean().toOptional().orElse(Double.POSITIVE_INFINITY);
    }
}
