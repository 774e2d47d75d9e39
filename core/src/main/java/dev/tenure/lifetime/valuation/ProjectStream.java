package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;

/**
 * The project work of a client.
 *
 * @param work the work
 * @param kept the share of its revenue that counts
 */
record ProjectStream(ProjectWork work, Ratio kept) {

    /** Returns how many purchases are to be expected, discounted. */
    Outcome<Ratio> payments(Setting setting) {
        return setting.models
                .purchases()
                .model()
                .flatMap(model -> Estimates.number(purchases(setting, model), "purchases"));
    }

    /** Returns what a purchase leaves. */
    Outcome<ExactMoney> each(Setting setting) {
        Outcome<ExactMoney> spend = work.spend() instanceof ProjectSpend.Known known
                ? Outcome.of(known.price())
                : setting.models.spend().model().flatMap(model -> of(model).meanSpend());
        return spend.map(amount -> amount.multipliedBy(kept));
    }

    /** Returns how many purchases are to be expected by a model; infinite if they have no end. */
    double purchases(Setting setting, PurchaseModel model) {
        int due = work.first() == FirstPurchase.DUE ? 1 : 0;
        return due
                + setting.horizon()
                        .map(length -> model.discountedExpectedPurchases(work.history(), discount(setting), length))
                        .orElseGet(() -> model.discountedExpectedPurchases(work.history(), discount(setting))
                                .toOptional()
                                .orElse(Double.POSITIVE_INFINITY));
    }

    private static DiscountRate discount(Setting setting) {
        return setting.policy.discount();
    }

    /** Tells whether a model of spend is needed. */
    boolean isEstimated() {
        return work.spend() instanceof ProjectSpend.Estimated;
    }

    /** Returns what a purchase leaves by a model, in units of the currency; infinite if it has no mean. */
    double units(GammaGamma model) {
        return of(model).mean().toOptional().orElse(Double.POSITIVE_INFINITY) * kept.doubleValue();
    }

    private GammaGamma of(GammaGamma model) {
        return work.spend() instanceof ProjectSpend.Estimated estimated ? model.given(estimated.history()) : model;
    }
}
