package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which policy was in force when. No version is ever overwritten: a change is a further one.
 *
 * <p><b>Conventions.</b> The first version holds from ever on; a later one holds from its instant on, that instant included.
 */
public final class SlaPolicyHistory {

    private final SlaPolicy first;
    private final ImmutableSortedMap<Instant, SlaPolicy> changes;

    private SlaPolicyHistory(SlaPolicy first, ImmutableSortedMap<Instant, SlaPolicy> changes) {
        this.first = first;
        this.changes = changes;
    }

    /**
     * Returns the history of a policy that never changed.
     *
     * @param policy the policy
     * @return the history
     */
    public static SlaPolicyHistory of(SlaPolicy policy) {
        return new SlaPolicyHistory(Objects.requireNonNull(policy, "policy"), ImmutableSortedMap.of());
    }

    /**
     * Returns this history with one more version.
     *
     * @param effectiveFrom the first instant at which it holds, after that of the version before
     * @param policy the policy
     * @return the longer history
     * @throws IllegalArgumentException if the instant is not after that of the version before
     */
    public SlaPolicyHistory thenFrom(Instant effectiveFrom, SlaPolicy policy) {
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(policy, "policy");
        checkArgument(
                changes.isEmpty() || effectiveFrom.isAfter(changes.lastKey()),
                "effectiveFrom must be after that of the version before, %s: %s",
                changes.isEmpty() ? effectiveFrom : changes.lastKey(),
                effectiveFrom);
        return new SlaPolicyHistory(
                first,
                ImmutableSortedMap.<Instant, SlaPolicy>naturalOrder()
                        .putAll(changes)
                        .put(effectiveFrom, policy)
                        .build());
    }

    /**
     * Returns the policy in force at an instant.
     *
     * @param instant the instant
     * @return the policy
     */
    public SlaPolicy inForceAt(Instant instant) {
        Map.Entry<Instant, SlaPolicy> change = changes.floorEntry(instant);
        return change == null ? first : change.getValue();
    }

    /**
     * Returns the versions after the first.
     *
     * @return the policies by the instant from which they hold, earliest first; empty if the policy never changed
     */
    public ImmutableSortedMap<Instant, SlaPolicy> changes() {
        return changes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlaPolicyHistory that && first.equals(that.first) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + changes.hashCode();
    }

    @Override
    public String toString() {
        return first.name()
                + changes.entrySet().stream()
                        .map(change -> ", from " + change.getKey() + " "
                                + change.getValue().name())
                        .collect(Collectors.joining());
    }
}
