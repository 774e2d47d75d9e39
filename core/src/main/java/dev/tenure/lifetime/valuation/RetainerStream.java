package dev.tenure.lifetime.valuation;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The fee of a client who is here, or of one who may come back.
 *
 * @param begin the day from which it is renewed
 * @param retainer the fee
 * @param each what each payment leaves
 * @param before the spells before that one
 * @param hope the chance that there is such a spell; empty if there is
 * @param cost what is spent if it comes, discounted
 */
record RetainerStream(
        LocalDate begin,
        Retainer retainer,
        ExactMoney each,
        ImmutableList<Spell> before,
        Optional<Proportion> hope,
        ExactMoney cost) {

    Outcome<Ratio> payments(Setting setting) {
        return expected(setting).flatMap(number -> Estimates.number(number, "payments"));
    }

    /** Returns the expected number of payments, which can be infinite. */
    Outcome<Double> expected(Setting setting) {
        return setting.models
                .retention()
                .model()
                .map(model -> weights(setting, model)
                        .expected(
                                setting.survival(model, through(setting, model.period())), setting.policy.discount()));
    }

    /** Returns how likely there is such a spell. */
    double likelihood() {
        return hope.map(counts -> (double) counts.successes() / counts.trials()).orElse(1.0);
    }

    PaymentWeights weights(Setting setting, RetentionModel model) {
        return setting.weights(plan(setting, model.period()));
    }

    /** Returns how many renewals the client is through when the payments begin, by the rule for spells. */
    int through(Setting setting, Period renewal) {
        int earlier = 0;
        if (setting.policy.tenure() == SpellTenure.ALL_SPELLS) {
            for (Spell spell : before) {
                // on the day of the end a renewal was due that did not come
                earlier += PaymentPlan.through(
                        spell.begin(), renewal, spell.end().orElseThrow().minusDays(1));
            }
        }
        return earlier + done(setting, renewal);
    }

    private PaymentPlan plan(Setting setting, Period renewal) {
        return PaymentPlan.of(setting.asOf, begin, renewal, done(setting, renewal), retainer);
    }

    private int done(Setting setting, Period renewal) {
        return hope.isPresent() ? 0 : PaymentPlan.through(begin, renewal, setting.asOf);
    }
}
