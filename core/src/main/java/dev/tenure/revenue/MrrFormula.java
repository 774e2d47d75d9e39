package dev.tenure.revenue;

import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.Discount;
import dev.tenure.contract.FeeTerms.Retainer;
import dev.tenure.contract.Refund;
import dev.tenure.contract.Tax;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Monthly recurring revenue of one contract on one day, in the contract's currency and in the report's. */
final class MrrFormula {

    private final MrrPolicy policy;
    private final ExchangeRates rates;

    MrrFormula(MrrPolicy policy, ExchangeRates rates) {
        this.policy = policy;
        this.rates = rates;
    }

    ContractMrrResult of(Contract contract, LocalDate day) {
        Optional<ContractVersion> version = contract.versionOn(day);
        Optional<Retainer> retainer = version.flatMap(it -> it.feeTerms().fixedPart());
        MrrStatus status = status(contract, version, retainer, day);
        ExactMoney local = status == MrrStatus.COUNTED
                ? monthly(
                        contract,
                        version.orElseThrow(),
                        ExactMoney.of(retainer.orElseThrow().fee()),
                        day)
                : ExactMoney.zero(contract.currency());
        return new ContractMrrResultBuilder()
                .contractId(contract.id())
                .asOf(day)
                .status(status)
                .retainer(retainer)
                .localValue(local)
                .rate(local.signum() == 0 ? BigDecimal.ONE : rate(contract, day))
                .currency(rates.base())
                .policy(policy)
                .build();
    }

    /** The day's monthly revenue of a contract whose version's fee for a cycle is the given one. */
    private ExactMoney monthly(Contract contract, ContractVersion version, ExactMoney fee, LocalDate day) {
        BillingCycle cycle = version.feeTerms().fixedPart().orElseThrow().cycle();
        ExactMoney payable = lessRefunds(contract.refunds(), cycle, lessDiscounts(contract.discounts(), fee, day), day);
        return perMonth(taxed(version.tax(), payable), cycle, policy);
    }

    BigDecimal rate(Contract contract, LocalDate day) {
        return rates.rateOn(
                contract.currency(),
                policy.currencies() == MrrPolicy.Currencies.RATE_AT_START ? contract.start() : day);
    }

    static ExactMoney perMonth(ExactMoney fee, BillingCycle cycle, MrrPolicy policy) {
        return switch (cycle.unit()) {
            case DAY ->
                fee.multipliedBy(policy.days().numerator(), policy.days().denominator() * cycle.count());
            case WEEK ->
                fee.multipliedBy(policy.weeks().numerator(), policy.weeks().denominator() * cycle.count());
            case MONTH -> fee.multipliedBy(1, cycle.count());
        };
    }

    /** What clauses on indexation that took effect after {@code from} and by {@code to} add to the month of {@code to}. */
    ExactMoney indexation(Contract contract, LocalDate from, LocalDate to) {
        ExactMoney sum = ExactMoney.zero(contract.currency());
        for (int i = 1; i < contract.versions().size(); i++) {
            ContractVersion version = contract.versions().get(i);
            if (version.effectiveFrom().isAfter(from)
                    && !version.effectiveFrom().isAfter(to)) {
                sum = sum.plus(indexation(contract, contract.versions().get(i - 1), version, to));
            }
        }
        return sum;
    }

    private ExactMoney indexation(Contract contract, ContractVersion before, ContractVersion version, LocalDate day) {
        Optional<Retainer> old = before.feeTerms().fixedPart();
        if (version.indexation().isEmpty() || old.isEmpty() || before.trial()) {
            return ExactMoney.zero(contract.currency());
        }
        ExactMoney fee = ExactMoney.of(old.orElseThrow().fee());
        ExactMoney indexed = fee.multipliedBy(version.indexation().orElseThrow());
        return monthly(contract, before, indexed, day).minus(monthly(contract, before, fee, day));
    }

    /** The days on which a contract's revenue or status can change, apart from those on which a rate does. */
    NavigableSet<LocalDate> changeDays(Contract contract) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        contract.versions().forEach(version -> days.add(version.effectiveFrom()));
        contract.end().ifPresent(end -> days.add(end.date()));
        contract.pauses().forEach(span -> {
            days.add(span.start());
            span.end().ifPresent(days::add);
        });
        contract.discounts().forEach(discount -> {
            days.add(discount.span().start());
            discount.span().end().ifPresent(days::add);
        });
        addRefunds(contract, days);
        addPastDue(contract, days);
        return days;
    }

    NavigableSet<LocalDate> rateDays(Contract contract) {
        return policy.currencies() == MrrPolicy.Currencies.RATE_OF_THE_DAY
                ? rates.daysOf(contract.currency())
                : new TreeSet<>();
    }

    private static void addRefunds(Contract contract, NavigableSet<LocalDate> days) {
        for (Refund refund : contract.refunds()) {
            days.add(refund.cycleStart());
            contract.versionOn(refund.cycleStart())
                    .flatMap(version -> version.feeTerms().fixedPart())
                    .ifPresent(retainer -> days.add(retainer.cycle().next(refund.cycleStart())));
        }
    }

    private void addPastDue(Contract contract, NavigableSet<LocalDate> days) {
        if (!policy.pastDue().equals(MrrPolicy.PastDue.COUNTED)) {
            contract.pastDue().forEach(span -> {
                days.add(span.start().plusDays(policy.pastDue().lostAfterDays()));
                span.end().ifPresent(days::add);
            });
        }
    }

    private MrrStatus status(
            Contract contract, Optional<ContractVersion> version, Optional<Retainer> retainer, LocalDate day) {
        if (version.isEmpty()) {
            return MrrStatus.NOT_RUNNING;
        }
        if (version.orElseThrow().trial()) {
            return MrrStatus.TRIAL;
        }
        if (retainer.isEmpty()) {
            return MrrStatus.NO_FIXED_FEE;
        }
        if (contract.daysPastDueOn(day).orElse(-1) >= policy.pastDue().lostAfterDays()) {
            return MrrStatus.PAST_DUE;
        }
        return policy.pauses() != MrrPolicy.Pauses.KEPT && contract.isPausedOn(day)
                ? MrrStatus.PAUSED
                : MrrStatus.COUNTED;
    }

    private ExactMoney lessDiscounts(List<Discount> discounts, ExactMoney fee, LocalDate day) {
        ExactMoney rest = fee;
        for (Discount discount : discounts) {
            if (discount.holdsOn(day) && counts(discount)) {
                rest = discount.applyTo(rest);
            }
        }
        return rest;
    }

    private boolean counts(Discount discount) {
        return switch (policy.discounts()) {
            case ALL -> true;
            case STANDING_ONLY -> discount.isStanding();
            case NONE -> false;
        };
    }

    private ExactMoney lessRefunds(List<Refund> refunds, BillingCycle cycle, ExactMoney payable, LocalDate day) {
        if (policy.refunds() == MrrPolicy.Refunds.IGNORED) {
            return payable;
        }
        ExactMoney rest = payable;
        for (Refund refund : refunds) {
            if (!day.isBefore(refund.cycleStart()) && day.isBefore(cycle.next(refund.cycleStart()))) {
                rest = rest.minus(ExactMoney.of(refund.amount()));
            }
        }
        return rest.signum() < 0 ? ExactMoney.zero(rest.currency()) : rest;
    }

    private ExactMoney taxed(Tax tax, ExactMoney price) {
        return policy.taxes() == MrrPolicy.Taxes.EXCLUDED ? tax.net(price) : tax.gross(price);
    }
}
