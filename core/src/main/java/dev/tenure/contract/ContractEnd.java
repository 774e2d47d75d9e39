package dev.tenure.contract;

import com.google.common.collect.ImmutableList;
import dev.tenure.internal.ValueStyle;
import java.time.LocalDate;
import org.immutables.value.Value;

/** When a contract ended or will end, and why. */
@ValueStyle
@Value.Immutable
public abstract class ContractEnd {

    ContractEnd() {}

    /**
     * Returns the first day on which the contract no longer runs.
     *
     * @return the day after the last day of service
     */
    public abstract LocalDate date();

    /**
     * Returns why it ended.
     *
     * @return the causes, the main one first; empty if nobody recorded why
     */
    public abstract ImmutableList<ChurnCause> causes();

    /**
     * Tells whether the end can be learnt from: there is a cause, and a cause names the expectation that was not met.
     *
     * @return true if it can
     */
    public final boolean isExplained() {
        return causes().stream().anyMatch(cause -> cause.unmetExpectation().isPresent());
    }

    /**
     * Returns an end whose causes nobody recorded.
     *
     * @param date the first day on which the contract no longer runs
     * @return the end
     */
    public static ContractEnd of(LocalDate date) {
        return builder().date(date).build();
    }

    /**
     * Returns a builder that holds this end's attributes.
     *
     * @return a new builder
     */
    public final ContractEndBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ContractEndBuilder builder() {
        return new ContractEndBuilder();
    }
}
