package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.time.Period;
import org.immutables.value.Value;

/**
 * Who has renewed how often and who has left, of cohorts of any age: all that the models of this package need to know. Made by {@link
 * RenewalAccumulator}.
 */
@ResultStyle
@Value.Immutable
public abstract class RenewalSample {

    RenewalSample() {}

    /**
     * Returns the time from one renewal to the next.
     *
     * @return the period, above zero
     */
    public abstract Period period();

    /**
     * Returns the distinct histories.
     *
     * @return a row for each, ascending by what it was seen from, renewals, and still there before left
     */
    public abstract ImmutableList<RenewalRow> rows();

    /**
     * Returns how many clients there are.
     *
     * @return the number, zero or more
     */
    public final long clients() {
        return rows().stream().mapToLong(RenewalRow::clients).sum();
    }

    /**
     * Returns how many clients have left.
     *
     * @return the number, from 0 to {@code clients}
     */
    public final long left() {
        return rows().stream()
                .filter(RenewalRow::left)
                .mapToLong(RenewalRow::clients)
                .sum();
    }

    /**
     * Returns up to which renewal clients were seen.
     *
     * @return the last renewal at which a client stayed or left, zero if there is none
     */
    public final int lastRenewal() {
        return riskSets().last();
    }

    /**
     * Returns how many clients were seen to come to a renewal.
     *
     * @param renewal the renewal, 1 for the first
     * @return the number, zero or more
     * @throws IllegalArgumentException if the number is not positive
     */
    public final long atRisk(int renewal) {
        return riskSets().kept(Renewals.positive("renewal", renewal))
                + riskSets().lost(renewal);
    }

    /**
     * Returns how many clients left at a renewal.
     *
     * @param renewal the renewal, 1 for the first
     * @return the number, zero or more
     * @throws IllegalArgumentException if the number is not positive
     */
    public final long lost(int renewal) {
        return riskSets().lost(Renewals.positive("renewal", renewal));
    }

    /**
     * Explains the sample.
     *
     * @return how many clients there are, with how many of them left and stayed at each renewal
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("clients who must renew")
                .formula("clients by the renewals they have been through")
                .value(new Quantity.Count(clients()))
                .putInput("period", new Quantity.Term(period().toString()))
                .putInput("left", new Quantity.Count(left()));
        for (int renewal = 1; renewal <= lastRenewal(); renewal++) {
            explanation.addPart(Explanation.builder()
                    .name("renewal " + renewal)
                    .formula("clients who left at it")
                    .value(new Quantity.Count(lost(renewal)))
                    .putInput("clients who came to it", new Quantity.Count(atRisk(renewal)))
                    .build());
        }
        return explanation.build();
    }

    @Value.Lazy
    RiskSets riskSets() {
        return RiskSets.of(rows());
    }
}
