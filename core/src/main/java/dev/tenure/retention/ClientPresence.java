package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.contract.Contract;
import dev.tenure.contract.DateSpan;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.IntStream;

/**
 * Who was a client when.
 *
 * <p><b>Formula.</b> A client is present on day {@code d} if a spell has {@code start <= d < end}; hence on every day {@code
 * present[d] = present[d - 1] + starts[d] - ends[d]}.
 *
 * <p><b>Units.</b> Days.
 *
 * <p><b>Conventions.</b> Spells of one client that overlap or adjoin are one spell. A spell that ends on the day it starts is
 * of a client who came and left on that day. Pauses count only within spells; what they mean is in {@link PausePolicy#CENSORED}.
 */
public final class ClientPresence {

    private final long[] clients;
    private final IntervalTable spells;
    private final IntervalTable pauses;

    ClientPresence(IntervalLog spellLog, IntervalLog pauseLog) {
        clients = spellLog.distinctClients();
        spells = IntervalTable.of(clients, spellLog);
        pauses = IntervalTable.of(clients, withinSpells(IntervalTable.of(clients, pauseLog)));
    }

    /**
     * Returns the presence that some spells describe.
     *
     * @param spells the spells, in any order
     * @return the presence
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999
     */
    public static ClientPresence of(Iterable<ClientSpell> spells) {
        PresenceAccumulator accumulator = accumulator();
        spells.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns the presence of the clients of some contracts. A client is there while any contract of the client runs, and on a
     * pause while all that run are paused; contracts that overlap or adjoin are one spell. Trials count.
     *
     * @param contracts the contracts, in any order; all of a client
     * @param policy what pauses mean, and on which day a client counts as lost
     * @return the presence
     * @throws IllegalArgumentException if a day is outside the years 0 to 9999
     */
    public static ClientPresence ofContracts(Iterable<Contract> contracts, PresencePolicy policy) {
        return ContractPresence.of(contracts, Objects.requireNonNull(policy, "policy"));
    }

    /**
     * Returns an empty accumulator, for spells that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public static PresenceAccumulator accumulator() {
        return new PresenceAccumulator();
    }

    /**
     * Returns a collector of spells.
     *
     * @return a collector over {@link #accumulator()}
     */
    public static Collector<ClientSpell, ?, ClientPresence> collector() {
        return Collector.of(
                PresenceAccumulator::new,
                PresenceAccumulator::add,
                PresenceAccumulator::merge,
                PresenceAccumulator::result);
    }

    /**
     * Returns how many were clients at some time.
     *
     * @return the count, zero or more
     */
    public int clients() {
        return clients.length;
    }

    /**
     * Returns how many were clients on a day.
     *
     * @param day the day
     * @return the count, zero or more; clients on a censored pause are among them
     */
    public int presentOn(LocalDate day) {
        long number = day.toEpochDay();
        int present = 0;
        for (int i = 0; i < spells.size(); i++) {
            if (spells.from(i) <= number && number < spells.to(i)) {
                present++;
            }
        }
        return present;
    }

    /**
     * Returns the spells of a client.
     *
     * @param index the place of the client among all, from 0 to {@code clients - 1}; in the order of the clients' numbers
     * @return the spells, earliest first and apart from one another, at least one
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public ImmutableList<ClientSpell> spells(int index) {
        checkElementIndex(index, clients.length, "index");
        return IntStream.range(spells.first(index), spells.end(index))
                .mapToObj(i -> new ClientSpell(clients[index], LocalDate.ofEpochDay(spells.from(i)), end(spells.to(i))))
                .collect(toImmutableList());
    }

    /**
     * Returns the censored pauses of a client.
     *
     * @param index the place of the client among all, as for {@link #spells(int)}
     * @return the pauses within the client's spells, earliest first and apart from one another
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public ImmutableList<DateSpan> pauses(int index) {
        checkElementIndex(index, clients.length, "index");
        return IntStream.range(pauses.first(index), pauses.end(index))
                .mapToObj(i -> new DateSpan(LocalDate.ofEpochDay(pauses.from(i)), end(pauses.to(i))))
                .collect(toImmutableList());
    }

    IntervalTable spells() {
        return spells;
    }

    IntervalTable pauses() {
        return pauses;
    }

    private static Optional<LocalDate> end(int day) {
        return day == IntervalTable.OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private IntervalLog withinSpells(IntervalTable raw) {
        IntervalLog log = new IntervalLog();
        for (int client = 0; client < clients.length; client++) {
            for (int i = raw.first(client); i < raw.end(client); i++) {
                addWithinSpells(client, raw.from(i), raw.to(i), log);
            }
        }
        return log;
    }

    private void addWithinSpells(int client, int from, int to, IntervalLog log) {
        for (int i = spells.first(client); i < spells.end(client); i++) {
            int first = Math.max(from, spells.from(i));
            int end = Math.min(to, spells.to(i));
            if (first < end) {
                log.add(clients[client], first, end);
            }
        }
    }
}
