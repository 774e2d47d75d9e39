package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.TreeMap;

/**
 * The values that quantiles are computed from, each once with its count; as large as there are different values. Mutable and
 * not thread-safe: one for each thread or machine, then merge. The order of values and of merging changes nothing.
 */
public final class QuantilesAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final QuantileDefinition definition;
    private final ConfidenceLevel level;
    private final TreeMap<Double, Long> counts = new TreeMap<>();

    QuantilesAccumulator(QuantileDefinition definition, ConfidenceLevel level) {
        this.definition = definition;
        this.level = level;
    }

    /**
     * Adds one value.
     *
     * @param value finite
     * @throws IllegalArgumentException if the value is not finite
     */
    public void add(double value) {
        add(value, 1);
    }

    /**
     * Adds a value as often as it occurred.
     *
     * @param value finite
     * @param count how often, zero or more
     * @throws IllegalArgumentException if the value is not finite or the count is negative
     */
    public void add(double value, long count) {
        checkArgument(Double.isFinite(value), "value must be finite: %s", value);
        checkArgument(count >= 0, "count must not be negative: %s", count);
        if (count > 0) {
            // adding zero makes negative zero positive, so that both are one value
            counts.merge(value + 0.0, count, Math::addExact);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     */
    @CanIgnoreReturnValue
    public QuantilesAccumulator merge(QuantilesAccumulator other) {
        other.counts.forEach(this::add);
        return this;
    }

    /**
     * Returns the quantiles of the values so far.
     *
     * @return the quantiles
     * @throws ArithmeticException if there are more values than a {@code long} can count
     */
    public QuantilesResult result() {
        ImmutableLongArray.Builder ranks = ImmutableLongArray.builder(counts.size());
        long rank = 0;
        for (long count : counts.values()) {
            rank = Math.addExact(rank, count);
            ranks.add(rank);
        }
        return new QuantilesResultBuilder()
                .values(ImmutableDoubleArray.copyOf(counts.keySet()))
                .ranks(ranks.build())
                .definition(definition)
                .level(level)
                .build();
    }
}
