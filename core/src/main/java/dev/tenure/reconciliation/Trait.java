package dev.tenure.reconciliation;

import com.google.common.collect.ImmutableList;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * One rule of a policy.
 *
 * @param name the rule's name
 * @param value reads the rule
 * @param take returns the first policy with the second one's rule
 * @param <P> the policy
 */
record Trait<P>(String name, Function<P, Object> value, BinaryOperator<P> take) {

    boolean differs(P from, P to) {
        return !value.apply(from).equals(value.apply(to));
    }

    static <P> ImmutableList<Trait<P>> differing(ImmutableList<Trait<P>> traits, P from, P to) {
        return traits.stream().filter(trait -> trait.differs(from, to)).collect(ImmutableList.toImmutableList());
    }

    /** Returns the rule as one of a policy that holds this one. */
    <Q> Trait<Q> within(Function<Q, P> part, BiFunction<Q, P, Q> with) {
        return new Trait<>(
                name,
                whole -> value.apply(part.apply(whole)),
                (whole, other) -> with.apply(whole, take.apply(part.apply(whole), part.apply(other))));
    }
}
