package dev.tenure.reconciliation;

import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.ContractId;
import java.util.Objects;

/**
 * What one rule adds to the difference of two figures.
 *
 * @param rule the name of the rule
 * @param from what the first policy says
 * @param to what the second policy says
 * @param contribution what the rule adds, exact; negative if it lowers the second figure
 * @param contracts what each contract adds to the contribution, those that add nothing left out; empty if the figure is not a sum
 *     over contracts
 * @param <N> the exact number the figure is
 */
public record RuleContribution<N>(
        String rule, String from, String to, N contribution, ImmutableMap<ContractId, N> contracts) {

    /**
     * Creates a contribution.
     *
     * @param rule the name of the rule
     * @param from what the first policy says
     * @param to what the second policy says
     * @param contribution what the rule adds
     * @param contracts what each contract adds to the contribution
     */
    public RuleContribution {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(contribution, "contribution");
        Objects.requireNonNull(contracts, "contracts");
    }
}
