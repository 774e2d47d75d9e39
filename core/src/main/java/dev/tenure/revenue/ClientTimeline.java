package dev.tenure.revenue;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.money.ExactMoney;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one client's contracts bring in from day to day, and why that changes. */
final class ClientTimeline {

    private final ClientId clientId;
    private final Collection<Contract> contracts;
    private final MrrFormula formula;
    private final MovementPolicy policy;
    private final ExactMoney nothing;
    private final NavigableSet<LocalDate> changeDays = new TreeSet<>();
    private final NavigableSet<LocalDate> rateDays = new TreeSet<>();

    ClientTimeline(
            ClientId clientId,
            Collection<Contract> contracts,
            MrrFormula formula,
            MovementPolicy policy,
            ExactMoney nothing) {
        this.clientId = clientId;
        this.contracts = contracts;
        this.formula = formula;
        this.policy = policy;
        this.nothing = nothing;
        contracts.forEach(contract -> changeDays.addAll(formula.changeDays(contract)));
        contracts.forEach(contract -> rateDays.addAll(formula.rateDays(contract)));
    }

    /** Returns what the client pays on a day. */
    ExactMoney at(LocalDate day) {
        return contracts.stream()
                .map(contract -> formula.of(contract, day).value())
                .reduce(nothing, ExactMoney::plus);
    }

    /** Returns the movements from the state of one day to the state of a later one, earliest first. */
    ImmutableList<RevenueMovement> movements(LocalDate opening, LocalDate closing) {
        ImmutableList.Builder<RevenueMovement> movements = ImmutableList.builder();
        LocalDate before = opening;
        if (policy.mode() == MovementPolicy.Mode.GROSS) {
            NavigableSet<LocalDate> steps = new TreeSet<>(changeDays.subSet(opening, false, closing, true));
            steps.addAll(rateDays.subSet(opening, false, closing, true));
            for (LocalDate day : steps) {
                addStep(movements, before, day);
                before = day;
            }
        }
        addStep(movements, before, closing);
        return movements.build();
    }

    private void addStep(ImmutableList.Builder<RevenueMovement> movements, LocalDate before, LocalDate after) {
        Map<MovementType, ExactMoney> parts = new EnumMap<>(MovementType.class);
        ExactMoney change = at(after).minus(at(before));
        boolean wasClient = isClient(before);
        boolean isClient = isClient(after);
        if (wasClient && isClient) {
            contracts.forEach(contract -> addCauses(parts, contract, before, after));
        }
        ExactMoney rest = parts.values().stream().reduce(change, ExactMoney::minus);
        boolean returned = !wasClient && isClient && isReturn(before, after);
        parts.merge(MovementPolicy.agreed(wasClient, isClient, rest.signum(), returned), rest, ExactMoney::plus);
        parts.forEach((type, amount) -> {
            if (amount.signum() != 0) {
                movements.add(new RevenueMovement(clientId, after, type, amount));
            }
        });
    }

    private void addCauses(Map<MovementType, ExactMoney> parts, Contract contract, LocalDate before, LocalDate after) {
        ContractMrrResult old = formula.of(contract, before);
        ContractMrrResult now = formula.of(contract, after);
        if (now.status() == MrrStatus.PAUSED) {
            parts.merge(MovementType.PAUSE, old.value().negated(), ExactMoney::plus);
        } else if (old.status() == MrrStatus.PAUSED) {
            parts.merge(MovementType.RESUME, now.value(), ExactMoney::plus);
        } else if (old.localValue().signum() > 0 && now.localValue().signum() > 0) {
            ExactMoney atNewRate = old.localValue().convertedTo(nothing.currency(), now.rate());
            ExactMoney indexed = formula.indexation(contract, before, after);
            parts.merge(MovementType.FX, atNewRate.minus(old.value()), ExactMoney::plus);
            parts.merge(MovementType.INDEXATION, indexed.convertedTo(nothing.currency(), now.rate()), ExactMoney::plus);
        }
    }

    /** Tells whether the client pays, or would if its contracts did not rest. */
    private boolean isClient(LocalDate day) {
        return contracts.stream()
                .map(contract -> formula.of(contract, day))
                .anyMatch(revenue -> revenue.status() == MrrStatus.PAUSED
                        || revenue.localValue().signum() > 0);
    }

    private boolean isReturn(LocalDate before, LocalDate after) {
        LocalDate left = lastLeft(before);
        return left != null && policy.isReturn(ChronoUnit.DAYS.between(left, firstBack(before, after)));
    }

    /** The day on which the client was last gone, seen from a day on which it is; null if it never was a client. */
    private @Nullable LocalDate lastLeft(LocalDate day) {
        for (LocalDate change : changeDays.headSet(day, true).descendingSet()) {
            if (isClient(change.minusDays(1))) {
                return change;
            }
        }
        return null;
    }

    private LocalDate firstBack(LocalDate before, LocalDate after) {
        return changeDays.subSet(before, false, after, true).stream()
                .filter(this::isClient)
                .findFirst()
                .orElse(after);
    }
}
