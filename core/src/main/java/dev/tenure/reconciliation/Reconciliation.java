package dev.tenure.reconciliation;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/**
 * Why one figure of one book differs between two policies. Made by {@link ChurnReconciler}, {@link MrrReconciler} and
 * {@link RetentionReconciler}.
 *
 * <p>{@code toValue = fromValue + the sum of all contributions}, exactly.
 *
 * @param <N> the exact number the figure is: {@code Ratio} for a rate, {@code ExactMoney} for an amount
 */
@ResultStyle
@Value.Immutable
public abstract class Reconciliation<N> {

    Reconciliation() {}

    /**
     * Returns what is reconciled.
     *
     * @return the figure's name, such as {@code "logo churn"}
     */
    public abstract String figure();

    /**
     * Returns how the difference is split.
     *
     * @return the split
     */
    public abstract Split split();

    /**
     * Returns the figure by the first policy.
     *
     * @return the exact figure; undefined as the figure is
     */
    public abstract Outcome<N> fromValue();

    /**
     * Returns the figure by the second policy.
     *
     * @return the exact figure; undefined as the figure is
     */
    public abstract Outcome<N> toValue();

    /**
     * Returns what each rule in which the policies differ adds to the difference.
     *
     * @return the rules in the order of the policy, those without effect with a contribution of zero; their sum is {@link #value()};
     *     empty if the policies are equal; undefined if a figure that the split needs is, with the rules under which it is
     */
    public abstract Outcome<ImmutableList<RuleContribution<N>>> contributions();

    /**
     * Returns how the figure came about by the first policy.
     *
     * @return the figure's own explanation
     */
    public abstract Explanation fromExplanation();

    /**
     * Returns how the figure came about by the second policy.
     *
     * @return the figure's own explanation
     */
    public abstract Explanation toExplanation();

    abstract Scale<N> scale();

    /**
     * Returns the difference.
     *
     * @return {@code toValue - fromValue}, exact; undefined if either figure is
     */
    public final Outcome<N> value() {
        return fromValue().flatMap(old -> toValue().map(now -> scale().minus(now, old)));
    }

    /**
     * Compares what two tools report with what their rules give.
     *
     * @param fromReported what the tool with the first policy reports
     * @param toReported what the tool with the second policy reports
     * @return the difference of the reported figures, with the part that the rules do not explain
     */
    public final ReportedReconciliation<N> reported(N fromReported, N toReported) {
        return new ReportedReconciliationBuilder<N>()
                .byRules(this)
                .fromReported(fromReported)
                .toReported(toReported)
                .build();
    }

    /**
     * Explains the difference.
     *
     * @return both figures, what each rule adds with what it is by either policy, and how both figures came about
     */
    public final Explanation explain() {
        ExplanationBuilder builder = Explanation.builder()
                .name("difference in " + figure())
                .formula("to - from, by the " + split())
                .value(quantity(value(), scale()::quantity))
                .putInput("from", quantity(fromValue(), scale()::quantity))
                .putInput("to", quantity(toValue(), scale()::quantity));
        if (contributions() instanceof Outcome.Undefined<ImmutableList<RuleContribution<N>>> undefined) {
            builder.putInput("rules", new Quantity.Missing(undefined.reason(), undefined.detail()));
        }
        return builder.addAllParts(explainRules())
                .addPart(fromExplanation())
                .addPart(toExplanation())
                .build();
    }

    final ImmutableList<Explanation> explainRules() {
        return contributions().toOptional().orElse(ImmutableList.of()).stream()
                .map(this::explain)
                .collect(ImmutableList.toImmutableList());
    }

    private Explanation explain(RuleContribution<N> rule) {
        ExplanationBuilder builder = Explanation.builder()
                .name(rule.rule())
                .formula(rule.from() + " -> " + rule.to())
                .value(scale().quantity(rule.contribution()));
        if (!rule.contracts().isEmpty()) {
            builder.putInput("contracts", new Quantity.Count(rule.contracts().size()));
        }
        return builder.build();
    }
}
