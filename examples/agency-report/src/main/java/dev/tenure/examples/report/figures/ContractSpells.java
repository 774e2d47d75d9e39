package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.tenure.client.ClientId;
import dev.tenure.contract.ChurnCause;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.DateSpan;
import dev.tenure.lifetime.Lifespan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The spells of clients by their contracts: contracts that overlap or adjoin are one spell. */
final class ContractSpells {

    private final ImmutableListMultimap<ClientId, Contract> contracts;
    private final LocalDate asOf;

    ContractSpells(Iterable<Contract> contracts, LocalDate asOf) {
        this.contracts = Multimaps.index(contracts, Contract::clientId);
        this.asOf = asOf;
    }

    /** Returns the first spell of each client: who comes back has left before. */
    ImmutableList<Spell> firstSpells() {
        return clients().stream().map(client -> spell(client, 0)).collect(toImmutableList());
    }

    /** Returns the last spell of each client. */
    ImmutableList<Spell> lastSpells() {
        return clients().stream().map(client -> spell(client, -1)).collect(toImmutableList());
    }

    private Spell spell(ClientId client, int index) {
        ImmutableList<DateSpan> spells = spells(contracts.get(client));
        DateSpan span = spells.get(index < 0 ? spells.size() + index : index);
        return new Spell(
                client,
                span.end()
                        .map(end -> Lifespan.ended(span.start(), end))
                        .orElseGet(() -> Lifespan.ongoing(span.start(), asOf)),
                span.end().flatMap(end -> cause(contracts.get(client), end)));
    }

    private ImmutableList<ClientId> clients() {
        return contracts.keySet().asList();
    }

    /** Returns every end of a spell, in the order of days. */
    ImmutableList<Loss> losses() {
        return clients().stream()
                .flatMap(client -> spells(contracts.get(client)).stream()
                        .flatMap(spell -> spell.end().stream())
                        .map(day -> new Loss(client, day, cause(contracts.get(client), day))))
                .sorted(Comparator.comparing(Loss::day))
                .collect(toImmutableList());
    }

    private ImmutableList<DateSpan> spells(Collection<Contract> ofClient) {
        List<DateSpan> spells = new ArrayList<>();
        ofClient.stream()
                .map(this::known)
                .sorted(Comparator.comparing(DateSpan::start))
                .forEach(span -> add(span, spells));
        return ImmutableList.copyOf(spells);
    }

    /** An end on the day of the figures or later is not known yet. */
    private DateSpan known(Contract contract) {
        return new DateSpan(contract.start(), contract.span().end().filter(asOf::isAfter));
    }

    private static void add(DateSpan span, List<DateSpan> spells) {
        int last = spells.size() - 1;
        if (last < 0 || isBefore(spells.get(last), span)) {
            spells.add(span);
        } else {
            spells.set(last, together(spells.get(last), span));
        }
    }

    private static boolean isBefore(DateSpan earlier, DateSpan later) {
        return earlier.end().map(end -> end.isBefore(later.start())).orElse(false);
    }

    private static DateSpan together(DateSpan one, DateSpan other) {
        Optional<LocalDate> end =
                one.end().flatMap(first -> other.end().map(second -> first.isAfter(second) ? first : second));
        return new DateSpan(one.start(), end);
    }

    private static Optional<ChurnCause> cause(Collection<Contract> ofClient, LocalDate day) {
        return ofClient.stream()
                .flatMap(contract -> contract.end().stream())
                .filter(end -> end.date().equals(day))
                .map(ContractEnd::causes)
                .flatMap(Collection::stream)
                .findFirst();
    }
}
