package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
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

    @Value.Lazy
    RiskSets riskSets() {
        return RiskSets.of(rows());
    }
}
