package dev.tenure.reconciliation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.Serializable;

/** How a difference is split into the rules that cause it. */
public sealed interface Split {

    /**
     * By the Shapley value: what each rule changes on average over all orders in which the rules could be changed one after
     * another. No order has to be chosen, rules that do the same get the same, and a rule that changes nothing gets nothing.
     * Source: L. S. Shapley, "A Value for n-Person Games", <i>Contributions to the Theory of Games II</i>, Princeton 1953, 307-317.
     */
    record Shapley() implements Split, Serializable {

        @Override
        public String toString() {
            return "Shapley value over the rules";
        }
    }

    /**
     * By a waterfall: the rules are changed one after another, and each gets what the figure changes by at its step. Another order
     * gives other parts.
     *
     * @param order the names of the rules in the order of their change, each once; those that are not named come last, in the order
     *     of the policy
     */
    record Waterfall(ImmutableList<String> order) implements Split, Serializable {

        /**
         * Creates a waterfall.
         *
         * @param order the names of the rules, each once
         */
        public Waterfall {
            checkArgument(
                    ImmutableSet.copyOf(order).size() == order.size(), "order must name each rule once: %s", order);
        }

        @Override
        public String toString() {
            return order.isEmpty()
                    ? "one rule after another"
                    : "one rule after another, first " + String.join(", ", order);
        }
    }

    /**
     * Returns the split by the Shapley value.
     *
     * @return the split
     */
    static Split shapley() {
        return new Shapley();
    }

    /**
     * Returns the split by a waterfall.
     *
     * @param order the names of the rules in the order of their change, each once; those that are not named come last, in the order
     *     of the policy
     * @return the split
     * @throws IllegalArgumentException if a name comes twice
     */
    static Split waterfall(String... order) {
        return new Waterfall(ImmutableList.copyOf(order));
    }
}
