package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.tenure.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** What holds from one day on, until the next version of the contract takes effect or the contract ends. */
@ValueStyle
@Value.Immutable
public abstract class ContractVersion {

    ContractVersion() {}

    /**
     * Returns the first day on which this version holds.
     *
     * @return the day
     */
    public abstract LocalDate effectiveFrom();

    /**
     * Returns what the agency does for the client.
     *
     * @return the services, in the order given; empty if they were not recorded
     */
    public abstract ImmutableSet<Service> services();

    /**
     * Returns what the client pays.
     *
     * @return the fee terms
     */
    public abstract FeeTerms feeTerms();

    /**
     * Returns the tax on the fees.
     *
     * @return the tax, {@link Tax#NONE} unless set
     */
    @Value.Default
    public Tax tax() {
        return Tax.NONE;
    }

    /**
     * Tells whether the client is only trying, and may leave without having paid.
     *
     * @return true during a trial, false unless set
     */
    @Value.Default
    public boolean trial() {
        return false;
    }

    /**
     * Returns the factor by which a clause on indexation changed the fixed fee of the version before.
     *
     * @return the factor, positive, such as 1.08; empty if no such clause was used. What the fee changed beyond it was agreed anew
     */
    public abstract Optional<BigDecimal> indexation();

    @Value.Check
    void check() {
        indexation().ifPresent(factor -> checkArgument(factor.signum() > 0, "indexation must be positive: %s", factor));
    }

    /**
     * Returns a version of the given fee terms alone.
     *
     * @param effectiveFrom the first day on which it holds
     * @param feeTerms what the client pays
     * @return the version
     */
    public static ContractVersion of(LocalDate effectiveFrom, FeeTerms feeTerms) {
        return builder().effectiveFrom(effectiveFrom).feeTerms(feeTerms).build();
    }

    /**
     * Returns a builder that holds this version's attributes.
     *
     * @return a new builder
     */
    public final ContractVersionBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ContractVersionBuilder builder() {
        return new ContractVersionBuilder();
    }
}
