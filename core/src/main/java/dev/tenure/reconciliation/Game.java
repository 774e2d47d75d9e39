package dev.tenure.reconciliation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.ContractId;
import dev.tenure.explain.Outcome;
import dev.tenure.money.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Splits the difference of a figure under two policies over the rules in which they differ.
 *
 * @param <P> the policy
 * @param <N> the exact number the figure is
 */
final class Game<P, N> {

    /** With more rules than this, there are too many combinations: 4,096 are enough. */
    static final int MOST_RULES = 12;

    private final P from;
    private final P to;
    private final ImmutableList<Trait<P>> rules;
    private final Scale<N> scale;

    Game(P from, P to, ImmutableList<Trait<P>> rules, Scale<N> scale) {
        this.from = from;
        this.to = to;
        this.rules = Trait.differing(rules, from, to);
        this.scale = scale;
    }

    int size() {
        return rules.size();
    }

    /** Returns what a rule adds to the difference. */
    RuleContribution<N> contribution(int rule, N part, ImmutableMap<ContractId, N> contracts) {
        return new RuleContribution<>(rules.get(rule).name(), text(rule, from), text(rule, to), part, contracts);
    }

    /** Returns each rule's part of the difference of a figure that is no sum; undefined if a figure that is needed is. */
    Outcome<ImmutableList<RuleContribution<N>>> contributions(Function<P, Outcome<N>> figure, Split split) {
        return parts(figure, split)
                .map(parts -> IntStream.range(0, parts.size())
                        .mapToObj(rule -> contribution(rule, parts.get(rule), ImmutableMap.of()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private String text(int rule, P policy) {
        return rules.get(rule).value().apply(policy).toString();
    }

    /** Returns each rule's part of the difference; undefined if a figure that is needed is. */
    Outcome<ImmutableList<N>> parts(Function<P, Outcome<N>> figure, Split split) {
        return split instanceof Split.Waterfall waterfall ? waterfall(figure, waterfall) : shapley(figure);
    }

    private Outcome<ImmutableList<N>> waterfall(Function<P, Outcome<N>> figure, Split.Waterfall split) {
        List<Outcome<N>> parts = new ArrayList<>();
        rules.forEach(rule -> parts.add(Outcome.of(scale.zero())));
        Outcome<N> before = figure(figure, 0);
        int changed = 0;
        for (int rule : order(split.order())) {
            changed |= 1 << rule;
            Outcome<N> after = figure(figure, changed);
            parts.set(rule, difference(before, after));
            before = after;
        }
        return before.flatMap(last -> all(parts));
    }

    private int[] order(ImmutableList<String> names) {
        return IntStream.range(0, rules.size())
                .boxed()
                .sorted(Comparator.comparingInt(rule -> {
                    int place = names.indexOf(rules.get(rule).name());
                    return place < 0 ? names.size() : place;
                }))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Outcome<ImmutableList<N>> shapley(Function<P, Outcome<N>> figure) {
        checkArgument(
                rules.size() <= MOST_RULES,
                "policies must differ in at most %s rules for the Shapley value; a waterfall takes any number: %s",
                MOST_RULES,
                rules.size());
        return all(IntStream.range(0, 1 << rules.size())
                        .mapToObj(changed -> figure(figure, changed))
                        .toList())
                .map(this::shapley);
    }

    private ImmutableList<N> shapley(ImmutableList<N> figures) {
        return IntStream.range(0, rules.size())
                .mapToObj(rule -> shapley(figures, rule))
                .collect(ImmutableList.toImmutableList());
    }

    /** The mean over all sizes of the mean over all sets of that size of what the rule changes. */
    private N shapley(ImmutableList<N> figures, int rule) {
        List<N> bySize = new ArrayList<>();
        rules.forEach(any -> bySize.add(scale.zero()));
        for (int changed = 0; changed < figures.size(); changed++) {
            if ((changed & 1 << rule) == 0) {
                int size = Integer.bitCount(changed);
                N change = scale.minus(figures.get(changed | 1 << rule), figures.get(changed));
                bySize.set(size, scale.plus(bySize.get(size), change));
            }
        }
        N part = scale.zero();
        long sets = 1;
        for (int size = 0; size < rules.size(); size++) {
            part = scale.plus(part, scale.times(bySize.get(size), Ratio.of(1, sets * rules.size())));
            sets = sets * (rules.size() - 1 - size) / (size + 1);
        }
        return part;
    }

    /** Returns the figure with the rules of a bit set changed. */
    private Outcome<N> figure(Function<P, Outcome<N>> figure, int changed) {
        P policy = from;
        for (int rule = 0; rule < rules.size(); rule++) {
            if ((changed & 1 << rule) != 0) {
                policy = rules.get(rule).take().apply(policy, to);
            }
        }
        Outcome<N> outcome = figure.apply(policy);
        return outcome instanceof Outcome.Undefined<N> undefined
                ? Outcome.undefined(undefined.reason(), named(changed) + undefined.detail())
                : outcome;
    }

    private String named(int changed) {
        return changed == 0
                ? ""
                : IntStream.range(0, rules.size())
                        .filter(rule -> (changed & 1 << rule) != 0)
                        .mapToObj(rule -> rules.get(rule).name() + " " + text(rule, to))
                        .collect(Collectors.joining(", ", "with ", ": "));
    }

    private Outcome<N> difference(Outcome<N> before, Outcome<N> after) {
        return before.flatMap(old -> after.map(now -> scale.minus(now, old)));
    }

    private Outcome<ImmutableList<N>> all(List<Outcome<N>> outcomes) {
        ImmutableList.Builder<N> numbers = ImmutableList.builder();
        for (Outcome<N> outcome : outcomes) {
            if (outcome instanceof Outcome.Undefined<N> undefined) {
                return Outcome.undefined(undefined.reason(), undefined.detail());
            }
            numbers.add(outcome.orElseThrow());
        }
        return Outcome.of(numbers.build());
    }
}
