package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;

/**
 * The project work of a client.
 *
 * @param work the work
 * @param kept the share of its revenue that counts
 */
record ProjectStream(ProjectWork work, Ratio kept) {

    Outcome<Ratio> payments(Setting setting) {
        return setting.models
                .purchases()
                .model()
                .flatMap(model -> Estimates.number(expected(setting, model), "purchases"));
    }

    /** Returns what a purchase leaves, in units of the currency. */
    double units() {
        return Estimates.units(work.spend().amount().orElseThrow().multipliedBy(kept));
    }

    Outcome<ExactMoney> each(Setting setting) {
        return Outcome.of(work.spend().amount().orElseThrow().multipliedBy(kept));
    }

    /** Returns the expected number of purchases, which can be infinite. */
    double expected(Setting setting, PurchaseModel model) {
        int due = work.first() == FirstPurchase.DUE ? 1 : 0;
        return due + DiscountedPurchases.expected(model, work.history(), setting.policy.discount(), setting.horizon());
    }
}
