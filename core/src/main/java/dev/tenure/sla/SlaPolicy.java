package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.internal.ValueStyle;
import dev.tenure.sla.terms.CriticalIncidentDefinition;
import dev.tenure.sla.terms.ServiceCredits;
import dev.tenure.sla.terms.SlaTiers;
import dev.tenure.sla.terms.UrgentWorkRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What an agency promises its clients: targets by kind, by priority of the ticket and by tier of the client, whom to call when
 * they take too long, and the terms beside the times.
 *
 * <p><b>Conventions.</b> Of the targets that fit a ticket the most specific one holds: first one for its priority and its tier,
 * then one for its tier, then one for its priority, then one for all. What was agreed with a tier thus goes before the
 * general terms. Where no target fits, nothing is promised.
 *
 * <p><b>Errors.</b> A blank name, two targets for the same kind, priority and tier, a target for a tier that the policy does not know, and an estimate that may take longer than the
 * solution by the same hours are an {@link IllegalArgumentException}. Times by different hours are not compared.
 */
@ValueStyle
@Value.Immutable
public abstract class SlaPolicy {

    SlaPolicy() {}

    /**
     * Returns what the policy is called.
     *
     * @return the name, not blank; explanations show it
     */
    public abstract String name();

    /**
     * Returns the promises.
     *
     * @return the targets, in the order given, no two for the same kind, priority and tier; empty if nothing is promised
     */
    public abstract ImmutableList<SlaTarget> targets();

    /**
     * Returns whom to call when a promise takes too long.
     *
     * @return the path, for each promise by its own clock; empty if there is none
     */
    public abstract Optional<EscalationPath> escalation();

    /**
     * Returns the tiers of clients.
     *
     * @return the tiers by daily advertising spend; empty if the policy knows none, or tiers are given by hand
     */
    public abstract Optional<SlaTiers> clientTiers();

    /**
     * Returns what a critical problem is.
     *
     * @return the definition; empty if it was not agreed
     */
    public abstract Optional<CriticalIncidentDefinition> criticalIncident();

    /**
     * Returns who may ask for urgent work, and what it costs.
     *
     * @return the rule; empty if it was not agreed
     */
    public abstract Optional<UrgentWorkRule> urgentWork();

    /**
     * Returns what the agency gives back if it does not keep its promises.
     *
     * @return the credits; empty if none were agreed
     */
    public abstract Optional<ServiceCredits> serviceCredits();

    /**
     * Returns the promise that holds for a ticket.
     *
     * @param kind what is promised
     * @param priority how urgent the ticket is
     * @param tier the tier of its client; empty if it has none
     * @return the most specific target that fits; empty if nothing is promised
     */
    public final Optional<SlaTarget> targetFor(SlaTargetKind kind, Priority priority, Optional<String> tier) {
        SlaTarget best = null;
        for (SlaTarget target : targets()) {
            if (fits(target, kind, priority, tier) && (best == null || rank(target) > rank(best))) {
                best = target;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean fits(SlaTarget target, SlaTargetKind kind, Priority priority, Optional<String> tier) {
        return target.kind() == kind
                && target.priority().orElse(priority) == priority
                && (target.tier().isEmpty() || target.tier().equals(tier));
    }

    private static int rank(SlaTarget target) {
        return (target.tier().isPresent() ? 2 : 0) + (target.priority().isPresent() ? 1 : 0);
    }

    @Value.Check
    void check() {
        checkArgument(!name().isBlank(), "name must not be blank: '%s'", name());
        Set<List<Object>> keys = new HashSet<>();
        for (SlaTarget target : targets()) {
            List<Object> key = List.of(target.kind(), target.priority(), target.tier());
            checkArgument(keys.add(key), "targets must differ in kind, priority or tier: %s", key);
        }
        for (SlaTarget target : targets()) {
            target.tier().ifPresent(this::checkTier);
        }
        for (Priority priority : Priority.values()) {
            tiers().forEach(tier -> checkEstimate(priority, tier));
        }
    }

    private void checkTier(String tier) {
        checkArgument(
                clientTiers().stream().allMatch(known -> isTier(known, tier)),
                "targets must name tiers of the policy: '%s'",
                tier);
    }

    private static boolean isTier(SlaTiers known, String name) {
        return known.tiers().stream().anyMatch(tier -> tier.name().equals(name));
    }

    private Stream<Optional<String>> tiers() {
        return Stream.concat(
                        Stream.of(Optional.<String>empty()), targets().stream().map(SlaTarget::tier))
                .distinct();
    }

    private void checkEstimate(Priority priority, Optional<String> tier) {
        Optional<SlaTarget> estimate = targetFor(SlaTargetKind.ESTIMATE, priority, tier);
        Optional<SlaTarget> resolution = targetFor(SlaTargetKind.RESOLUTION, priority, tier);
        if (estimate.isPresent()
                && resolution.isPresent()
                && estimate.get().hours().equals(resolution.get().hours())) {
            checkArgument(
                    estimate.get().time().compareTo(resolution.get().time()) <= 0,
                    "estimate must not take longer than resolution %s: %s",
                    resolution.get().time(),
                    estimate.get().time());
        }
    }

    /**
     * Returns a policy without escalation.
     *
     * @param name what it is called, not blank
     * @param targets the promises
     * @return the policy
     */
    public static SlaPolicy of(String name, Iterable<SlaTarget> targets) {
        return builder().name(name).targets(targets).build();
    }

    /**
     * Returns a builder that holds this policy's attributes.
     *
     * @return a new builder
     */
    public final SlaPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder; it needs a name
     */
    public static SlaPolicyBuilder builder() {
        return new SlaPolicyBuilder();
    }
}
