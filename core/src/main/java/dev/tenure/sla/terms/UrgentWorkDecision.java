package dev.tenure.sla.terms;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import java.util.function.Supplier;
import org.immutables.value.Value;

/** Whether a request for urgent work is allowed, and on what terms. Made by {@link UrgentWorkRule}. */
@ResultStyle
@Value.Immutable
public abstract class UrgentWorkDecision {

    UrgentWorkDecision() {}

    /**
     * Returns what was agreed.
     *
     * @return the rule
     */
    public abstract UrgentWorkRule rule();

    /**
     * Returns what was asked for.
     *
     * @return the request
     */
    public abstract UrgentWorkRule.Request request();

    /**
     * Returns how many requests had been granted in the month before.
     *
     * @return the count, zero or more
     */
    public abstract int grantedThisMonth();

    /**
     * Tells whether the requester may ask for urgent work.
     *
     * @return true if so, whatever the limit
     */
    public final boolean isEntitled() {
        return rule().mayAsk(request().client(), request().requester());
    }

    /**
     * Tells whether the month's limit leaves room.
     *
     * @return true if fewer have been granted than the limit, whoever asks
     */
    public final boolean isWithinLimit() {
        return grantedThisMonth() < rule().monthlyLimit();
    }

    /**
     * Tells whether the request is allowed.
     *
     * @return true if nothing is said against it
     */
    public final boolean isAllowed() {
        return isEntitled() && isWithinLimit();
    }

    /**
     * Returns what is said against the request.
     *
     * @return every reason in a few words; empty if it is allowed
     */
    public final ImmutableList<String> refusals() {
        ImmutableList.Builder<String> refusals = ImmutableList.builder();
        if (!isEntitled()) {
            refusals.add(request().requester() + " may not ask for urgent work");
        }
        if (!isWithinLimit()) {
            refusals.add(
                    "the limit of " + rule().monthlyLimit() + " in " + request().month() + " is reached");
        }
        return refusals.build();
    }

    /**
     * Returns what the urgent work costs.
     *
     * @return the exact price, zero or more; undefined ({@link Reason#NOT_APPLICABLE}) if the request is refused
     */
    public final Outcome<ExactMoney> price() {
        return surcharge().map(ExactMoney.of(request().price())::plus);
    }

    /**
     * Returns what comes on top of the ordinary price.
     *
     * @return the exact surcharge, zero or more; undefined ({@link Reason#NOT_APPLICABLE}) if the request is refused
     */
    public final Outcome<ExactMoney> surcharge() {
        return ifAllowed(() -> {
            ExactMoney share = ExactMoney.of(request().price()).multipliedBy(rule().surcharge());
            return rule().fixedSurcharge().map(ExactMoney::of).map(share::plus).orElse(share);
        });
    }

    /**
     * Returns where the work stands from now on.
     *
     * @return the position, 1 or more; undefined ({@link Reason#NOT_APPLICABLE}) if the request is refused
     */
    public final Outcome<Integer> queuePosition() {
        return ifAllowed(() -> rule().queueJump().isEmpty()
                ? 1
                : Math.max(1, request().queuePosition() - rule().queueJump().getAsInt()));
    }

    private <T> Outcome<T> ifAllowed(Supplier<T> term) {
        return isAllowed()
                ? Outcome.of(term.get())
                : Outcome.undefined(Reason.NOT_APPLICABLE, Joiner.on("; ").join(refusals()));
    }

    /**
     * Explains the decision.
     *
     * @return the price or the reasons of the refusal, the count against the limit, the surcharge and the position
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("urgent work")
                .formula("ordinary price + surcharge")
                .value(quantity(price(), TermQuantities::amount))
                .putInput("ordinary price", TermQuantities.amount(request().price()))
                .putInput("requester", TermQuantities.term(request().requester()))
                .putInput("month", TermQuantities.term(request().month()))
                .putInput("granted before", new Quantity.Count(grantedThisMonth()))
                .putInput("limit", new Quantity.Count(rule().monthlyLimit()));
        return explanation
                .addPart(explainSurcharge())
                .addPart(explainPosition())
                .build();
    }

    private Explanation explainSurcharge() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("surcharge")
                .formula("ordinary price * share + fixed")
                .value(quantity(surcharge(), TermQuantities::amount))
                .putInput("share", TermQuantities.share(rule().surcharge()));
        rule().fixedSurcharge().ifPresent(fixed -> explanation.putInput("fixed", TermQuantities.amount(fixed)));
        return explanation.build();
    }

    private Explanation explainPosition() {
        return Explanation.builder()
                .name("queue position")
                .formula(rule().queueJump().isEmpty() ? "to the front" : "max(1, position - jump)")
                .value(quantity(queuePosition(), position -> new Quantity.Count(position)))
                .putInput("position", new Quantity.Count(request().queuePosition()))
                .putInput(
                        "jump",
                        rule().queueJump().isEmpty()
                                ? TermQuantities.term("all")
                                : new Quantity.Count(rule().queueJump().getAsInt()))
                .build();
    }
}
