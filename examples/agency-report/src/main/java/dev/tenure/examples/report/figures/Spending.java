package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.spend.ClientSpend;
import dev.tenure.lifetime.spend.Correlation;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.lifetime.spend.NonPositiveSpend;
import dev.tenure.lifetime.spend.SpendAccumulator;
import dev.tenure.lifetime.spend.SpendHistory;
import dev.tenure.lifetime.spend.SpendIndependence;
import dev.tenure.lifetime.spend.SpendIndependenceResult;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What clients spend on a purchase: the Gamma–Gamma model of their repeat purchases, and whether what it takes for granted holds. */
final class Spending {

    private static final double SIGNIFICANT = 0.05;
    /** An elasticity below it moves what a client spends by less than a tenth when it buys twice as often. */
    private static final double MATTERS = 0.14;
    /** With more clients the parabola at the estimate is as good as the profile of the likelihood, and costs nothing. */
    private static final long MANY = 300;
    /** Spends are told by so many clients to a few per cent; more, each with an amount of its own, cost seconds. */
    private static final int MOST_FITTED = 20_000;

    private final CurrencyUnit currency;
    private final int all;
    private final ModelFit<GammaGamma> fit;
    private final SpendIndependenceResult independence;

    Spending(PurchaseLogResult log, CurrencyUnit currency) {
        this.currency = currency;
        ClientSpend spending = ClientSpend.withDefaults()
                .with(NonPositiveSpend.LEAVE_OUT)
                .with(MaximumLikelihood.withDefaults()
                        .with(log.size() > MANY ? IntervalMethod.delta() : IntervalMethod.profileLikelihood()));
        SpendAccumulator clients = spending.accumulator(currency);
        int[] spenders = IntStream.range(0, log.size())
                .filter(line -> log.spendPurchases(line) > 0)
                .toArray();
        all = spenders.length;
        int step = Math.max(1, (all + MOST_FITTED - 1) / MOST_FITTED);
        for (int i = 0; i < all; i += step) {
            clients.add(log.spendPurchases(spenders[i]), log.spend(spenders[i]));
        }
        fit = spending.of(clients);
        independence = SpendIndependence.withDefaults().of(clients);
    }

    ModelFit<GammaGamma> fit() {
        return fit;
    }

    /** Returns what a client has spent; what is not positive tells nothing, as in the fit. */
    SpendHistory history(PurchaseLogResult log, int line) {
        return log.spend(line) > 0
                ? SpendHistory.of(log.spendPurchases(line), Money.ofMinor(currency, log.spend(line)))
                : SpendHistory.none(currency);
    }

    ImmutableList<Figure> figures() {
        return ImmutableList.of(spend(), independent());
    }

    /** The mean, or where it is infinite the median. */
    private Figure spend() {
        boolean infinite = fit.model()
                .toOptional()
                .filter(model -> !model.mean().isDefined())
                .isPresent();
        Prediction spend = fit.predict(
                infinite ? "median spend" : "mean spend",
                Scale.LOGARITHM,
                model -> (infinite ? model.median() : model.mean()).toOptional().orElse(Double.POSITIVE_INFINITY));
        Explanation explanation = Predicted.figure("spend", spend, this::amount).explanation();
        Figure figure = Figure.of(
                        infinite ? "spend-median" : "spend-mean",
                        explanation.toBuilder().addPart(fit.explain()).build())
                .withInterval(Shown.span(spend.interval(), this::amount), spend.level())
                .withPolicy("model", new Quantity.Term(fit.name()))
                .withPolicy("clients with repeat purchases", new Quantity.Count(all))
                .withPolicy("clients of the fit", new Quantity.Count(fit.observations()));
        return infinite ? figure.withWarning(Text.phrase("warning.infinite-spend")) : figure;
    }

    private Quantity amount(double major) {
        return Shown.amount(ExactMoney.of(
                currency, BigDecimal.valueOf(major).setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP)));
    }

    private Figure independent() {
        Correlation ranks = independence.spearman();
        Figure figure = Figure.of("spend-independence", independence.explain())
                .withInterval(Shown.span(ranks.interval(), Shown::number), independence.level())
                .withPolicy("clients", new Quantity.Count(independence.clients()));
        Outcome<Text> reading = ranks.pValue()
                .flatMap(p -> independence
                        .elasticity()
                        .value()
                        .map(elasticity -> Text.phrase(
                                key(p, elasticity),
                                Text.of(Shown.pValue(p)),
                                Text.share(Math.pow(2, elasticity) - 1))));
        return reading.toOptional().map(figure::withReading).orElse(figure);
    }

    private static String key(double p, double elasticity) {
        if (p >= SIGNIFICANT) {
            return "reading.spend-independent";
        }
        return Math.abs(elasticity) < MATTERS ? "reading.spend-nearly-independent" : "reading.spend-dependent";
    }
}
