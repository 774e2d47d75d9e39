package dev.tenure.reconciliation;

import dev.tenure.revenue.MovementPolicy;
import dev.tenure.revenue.MrrPolicy;
import dev.tenure.revenue.RevenueRetentionPolicy;
import java.io.Serializable;
import java.util.Objects;

/**
 * All that a tool's revenue retention depends on. A named preset puts together the published rules of a tool's three policies; where
 * its makers say nothing of one of them, it is that of this library.
 *
 * @param method whether movements or snapshots are looked at
 * @param mrr what counts as monthly recurring revenue
 * @param movements how changes are told apart; of no effect on snapshots
 * @param retention what counts as revenue retained
 */
public record RetentionDefinition(
        RetentionMethod method, MrrPolicy mrr, MovementPolicy movements, RevenueRetentionPolicy retention)
        implements Serializable {

    /** The definition of this library. */
    public static final RetentionDefinition STANDARD = new RetentionDefinition(
            RetentionMethod.MOVEMENTS, MrrPolicy.STANDARD, MovementPolicy.STANDARD, RevenueRetentionPolicy.STANDARD);

    /** ChartMogul. */
    public static final RetentionDefinition CHARTMOGUL = new RetentionDefinition(
            RetentionMethod.MOVEMENTS,
            MrrPolicy.CHARTMOGUL,
            MovementPolicy.CHARTMOGUL,
            RevenueRetentionPolicy.CHARTMOGUL);

    /** Baremetrics. */
    public static final RetentionDefinition BAREMETRICS = new RetentionDefinition(
            RetentionMethod.MOVEMENTS,
            MrrPolicy.BAREMETRICS,
            MovementPolicy.STANDARD,
            RevenueRetentionPolicy.BAREMETRICS);

    /**
     * Creates a definition.
     *
     * @param method whether movements or snapshots are looked at
     * @param mrr what counts as monthly recurring revenue
     * @param movements how changes are told apart
     * @param retention what counts as revenue retained
     */
    public RetentionDefinition {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(mrr, "mrr");
        Objects.requireNonNull(movements, "movements");
        Objects.requireNonNull(retention, "retention");
    }

    /**
     * Returns this definition with another method.
     *
     * @param rule the method
     * @return the changed definition
     */
    public RetentionDefinition with(RetentionMethod rule) {
        return new RetentionDefinition(rule, mrr, movements, retention);
    }

    /**
     * Returns this definition with another policy for revenue.
     *
     * @param policy what counts as monthly recurring revenue
     * @return the changed definition
     */
    public RetentionDefinition with(MrrPolicy policy) {
        return new RetentionDefinition(method, policy, movements, retention);
    }

    /**
     * Returns this definition with another policy for movements.
     *
     * @param policy how changes are told apart
     * @return the changed definition
     */
    public RetentionDefinition with(MovementPolicy policy) {
        return new RetentionDefinition(method, mrr, policy, retention);
    }

    /**
     * Returns this definition with another policy for retention.
     *
     * @param policy what counts as revenue retained
     * @return the changed definition
     */
    public RetentionDefinition with(RevenueRetentionPolicy policy) {
        return new RetentionDefinition(method, mrr, movements, policy);
    }
}
