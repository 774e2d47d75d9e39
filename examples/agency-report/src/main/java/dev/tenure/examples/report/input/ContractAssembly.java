package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractBuilder;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractEndBuilder;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.Discount;
import dev.tenure.examples.report.input.Problem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the rows of one contract together: rows with the same {@code contract_id} are its parts, each of which begins where the
 * one before ends. If one of them is faulty the whole contract is left out: half of it would look like a client who left.
 */
final class ContractAssembly {

    private final Faults faults;
    private final Map<String, List<ContractPart>> parts = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private long leftOut;

    ContractAssembly(Faults faults) {
        this.faults = faults;
    }

    void add(String contract, ContractPart part) {
        String id = contract.isEmpty() ? InputFile.CONTRACTS.fileName() + ":" + part.line() : contract;
        parts.computeIfAbsent(id, key -> new ArrayList<>()).add(part);
    }

    /** Notes that a row of the contract cannot be used. */
    void addFaulty(String contract) {
        broken.add(contract);
    }

    /** Returns how many rows without a fault of their own were left out with the others of their contract. */
    long leftOut() {
        return leftOut;
    }

    ImmutableList<Contract> contracts() {
        ImmutableList.Builder<Contract> contracts = ImmutableList.builder();
        parts.forEach((id, rows) -> {
            Optional<Contract> contract = contract(id, rows);
            contract.ifPresent(contracts::add);
            leftOut += contract.isPresent() ? 0 : rows.size();
        });
        return contracts.build();
    }

    private Optional<Contract> contract(String id, List<ContractPart> rows) {
        rows.sort(Comparator.comparing(ContractPart::start));
        long before = faults.count();
        List<ContractPart> joined = new ArrayList<>();
        for (int i = 0; i < rows.size() - 1; i++) {
            checkNext(rows.get(i), rows.get(i + 1));
            joined.add(rows.get(i).endingOn(rows.get(i + 1).start()));
        }
        joined.add(rows.get(rows.size() - 1));
        return broken.contains(id) || faults.count() > before ? Optional.empty() : built(id, joined);
    }

    private void checkNext(ContractPart part, ContractPart next) {
        if (!next.client().equals(part.client())) {
            fault(next, Contracts.Name.CLIENT_ID, Kind.OTHER_CLIENT, next.client(), part.client(), part.line());
        }
        LocalDate end = part.end().orElse(next.start());
        if (!next.start().equals(end)) {
            fault(next, Contracts.Name.START, Kind.GAP, next.start(), end, part.line());
        } else if (!next.start().isAfter(part.start())) {
            fault(next, Contracts.Name.START, Kind.DUPLICATE, next.start(), part.line());
        }
        if (part.cause().isGiven()) {
            fault(part, Contracts.Name.CHURN_REASON, Kind.GOES_ON, next.line());
        }
    }

    private void fault(ContractPart part, Column column, Kind kind, Object... arguments) {
        faults.add(new Fault(InputFile.CONTRACTS, part.line(), column.header(), Problem.of(kind, arguments)));
    }

    private Optional<Contract> built(String id, List<ContractPart> rows) {
        ContractPart last = rows.get(rows.size() - 1);
        try {
            ContractBuilder contract = Contract.builder().id(ContractId.of(id)).clientId(ClientId.of(last.client()));
            rows.forEach(part -> addPart(contract, part));
            last.noticeGivenOn().ifPresent(contract::noticeGivenOn);
            last.end().ifPresent(day -> contract.end(end(last, day)));
            return Optional.of(contract.build());
        } catch (IllegalArgumentException contradiction) {
            String message = String.valueOf(contradiction.getMessage());
            faults.add(new Fault(InputFile.CONTRACTS, last.line(), "", Problem.of(Kind.INCONSISTENT, message)));
            return Optional.empty();
        }
    }

    private static void addPart(ContractBuilder contract, ContractPart part) {
        contract.addVersion(part.version());
        part.paused().dates().ifPresent(contract::addPause);
        part.pastDue().dates().ifPresent(contract::addPastDue);
        part.discount()
                .ifPresent(share ->
                        contract.addDiscount(Discount.percentage(share, new DateSpan(part.start(), part.end()))));
    }

    private static ContractEnd end(ContractPart last, LocalDate day) {
        ContractEndBuilder end = ContractEnd.builder().date(day);
        if (last.cause().isGiven()) {
            end.addCause(last.cause().churnCause());
        }
        return end.build();
    }
}
