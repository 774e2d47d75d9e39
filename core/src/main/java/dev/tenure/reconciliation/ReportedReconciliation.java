package dev.tenure.reconciliation;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/**
 * Why the figures that two tools report differ: what their rules explain, and what they do not. Made by
 * {@link Reconciliation#reported}.
 *
 * <p>{@code toReported = fromReported + the contributions of the rules + the unexplained part}, exactly. The unexplained part is
 * what the rules known of a tool do not account for: rounding, data that one tool has and the other has not, or a rule nobody
 * published.
 *
 * @param <N> the exact number the figure is
 */
@ResultStyle
@Value.Immutable
public abstract class ReportedReconciliation<N> {

    ReportedReconciliation() {}

    /**
     * Returns the reconciliation by the rules alone.
     *
     * @return the figures that the policies give, and the contributions of the rules
     */
    public abstract Reconciliation<N> byRules();

    /**
     * Returns what the tool with the first policy reports.
     *
     * @return the figure as given
     */
    public abstract N fromReported();

    /**
     * Returns what the tool with the second policy reports.
     *
     * @return the figure as given
     */
    public abstract N toReported();

    /**
     * Returns the difference of what the tools report.
     *
     * @return {@code toReported - fromReported}, exact
     */
    public final N value() {
        return scale().minus(toReported(), fromReported());
    }

    /**
     * Returns by how much the first tool reports more than its rules give.
     *
     * @return {@code fromReported - byRules().fromValue()}, exact; undefined if the figure is
     */
    public final Outcome<N> unexplainedFrom() {
        return byRules().fromValue().map(figure -> scale().minus(fromReported(), figure));
    }

    /**
     * Returns by how much the second tool reports more than its rules give.
     *
     * @return {@code toReported - byRules().toValue()}, exact; undefined if the figure is
     */
    public final Outcome<N> unexplainedTo() {
        return byRules().toValue().map(figure -> scale().minus(toReported(), figure));
    }

    /**
     * Returns the part of the difference that the rules do not explain.
     *
     * @return {@code value - the difference by the rules}, exact; undefined if either figure is
     */
    public final Outcome<N> unexplained() {
        return byRules().value().map(explained -> scale().minus(value(), explained));
    }

    /**
     * Explains the difference.
     *
     * @return what each rule adds, and what remains unexplained at either tool
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("difference in reported " + byRules().figure())
                .formula("contributions of the rules + unexplained")
                .value(scale().quantity(value()))
                .putInput("from", scale().quantity(fromReported()))
                .putInput("to", scale().quantity(toReported()))
                .addAllParts(byRules().explainRules())
                .addPart(part("unexplained", "difference - difference by the rules", unexplained()))
                .addPart(part("unexplained at the first tool", "reported - by its rules", unexplainedFrom()))
                .addPart(part("unexplained at the second tool", "reported - by its rules", unexplainedTo()))
                .build();
    }

    private Explanation part(String name, String formula, Outcome<N> value) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(value, scale()::quantity))
                .build();
    }

    private Scale<N> scale() {
        return byRules().scale();
    }
}
