package dev.tenure.retention;

import static dev.tenure.retention.LogoChurnTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractBuilder;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.FeeTerms;
import dev.tenure.retention.Spells.Spell;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ClientPresenceTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final FeeTerms FEE = FeeTerms.retainer(Money.parse("RUB 100000"), BillingCycle.MONTHLY);

    // laws

    @Property(tries = 200)
    void aClientIsPresentOnTheDaysOfAnySpell(@ForAll("spells") List<Spell> spells) {
        ClientPresence presence = Spells.presence(spells, List.of());

        assertEquals(spells.stream().mapToLong(Spell::client).distinct().count(), presence.clients());
        for (int day = -25; day < 80; day++) {
            LocalDate date = Spells.day(day);
            assertEquals(
                    spells.stream()
                            .mapToLong(Spell::client)
                            .distinct()
                            .filter(client -> Spells.isPresent(spells, client, (int) date.toEpochDay()))
                            .count(),
                    presence.presentOn(date));
        }
    }

    @Property(tries = 200)
    void orderAndNamesOfClientsChangeNothing(
            @ForAll("spells") List<Spell> spells, @ForAll("spells") List<Spell> pauses, @ForAll Random random) {
        List<Spell> others = new ArrayList<>(renamed(spells));
        List<Spell> otherPauses = new ArrayList<>(renamed(pauses));
        Collections.shuffle(others, random);
        Collections.shuffle(otherPauses, random);

        assertSame(Spells.presence(spells, pauses), Spells.presence(others, otherPauses));
    }

    @Property(tries = 200)
    void mergingChangesNothing(@ForAll("spells") List<Spell> spells, @ForAll("spells") List<Spell> pauses)
            throws IOException, ClassNotFoundException {
        List<PresenceAccumulator> parts = IntStream.range(0, 3)
                .mapToObj(part -> Spells.accumulator(part(spells, part), part(pauses, part)))
                .toList();

        PresenceAccumulator merged = parts.get(2).merge(parts.get(0)).merge(copy(parts.get(1)));

        assertSame(Spells.presence(spells, pauses), merged.result());
    }

    @Property(tries = 100)
    void thePartsOfASpellAreTheSpell(@ForAll("spells") List<Spell> spells) {
        List<Spell> halves = spells.stream()
                .flatMap(spell -> Stream.of(
                        new Spell(spell.client(), spell.from(), (spell.from() + spell.to()) / 2),
                        new Spell(spell.client(), (spell.from() + spell.to()) / 2, spell.to())))
                .toList();

        assertSame(Spells.presence(spells, List.of()), Spells.presence(halves, List.of()));
    }

    // contracts

    @Test
    void ofContracts_overlappingAndAdjoining_areOneSpell() {
        ClientPresence presence = ClientPresence.ofContracts(
                List.of(
                        contract("a", JANUARY, JANUARY.plusDays(20)).build(),
                        contract("a", JANUARY.plusDays(10), JANUARY.plusDays(40))
                                .build(),
                        contract("a", JANUARY.plusDays(40), JULY).build(),
                        contract("b", JANUARY.plusDays(5), JANUARY.plusDays(25)).build(),
                        contract("b", JANUARY.plusDays(26), JULY).build()),
                PresencePolicy.CENSORED);

        ChurnCounts counts = quarter(presence);
        assertEquals(2, presence.clients());
        assertEquals(2, counts.joined());
        assertEquals(1, counts.churnEvents());
        assertEquals(1, counts.churnedAndBack());
        assertEquals(90 + 20 + 64, counts.clientDays());
    }

    @Test
    void ofContracts_pauseThatStays_isNotSeen() {
        ChurnCounts counts = quarter(ClientPresence.ofContracts(List.of(paused(10, 30)), PresencePolicy.STAYS));

        assertEquals(0, counts.churnEvents());
        assertEquals(90, counts.clientDays());
    }

    @Test
    void ofContracts_pauseAway_isALossAndAReturn() {
        ChurnCounts counts = quarter(ClientPresence.ofContracts(List.of(paused(10, 30)), PresencePolicy.AWAY));

        assertEquals(1, counts.churnEvents());
        assertEquals(1, counts.churnedAndBack());
        assertEquals(70, counts.clientDays());
    }

    @Test
    void ofContracts_censoredPause_isNeitherThereNorLost() {
        ClientPresence presence = ClientPresence.ofContracts(List.of(paused(10, 30)), PresencePolicy.CENSORED);

        assertEquals(0, quarter(presence).churnEvents());
        assertEquals(70, quarter(presence).clientDays());
        assertEquals(1, presence.presentOn(JANUARY.plusDays(15)));
        assertEquals(0, quarter(presence).undecided());
        assertEquals(1, on(presence, JANUARY.plusDays(29)).undecided());
        assertEquals(0, on(presence, JANUARY.plusDays(30)).undecided());
    }

    @Test
    void ofContracts_censoredPauseThatIsTooLong_isALossOnTheDayItIs() {
        PresencePolicy policy = PresencePolicy.CENSORED.withLongestPause(5);
        ClientPresence presence = ClientPresence.ofContracts(List.of(paused(10, 30)), policy);

        assertEquals(1, on(presence, JANUARY.plusDays(14)).undecided());
        assertEquals(1, on(presence, JANUARY.plusDays(15)).churnEvents());
        assertEquals(0, on(presence, JANUARY.plusDays(16)).opening());
        assertEquals(1, on(presence, JANUARY.plusDays(30)).returned());
        assertEquals(1, quarter(presence).churnedAndBack());
    }

    @Test
    void ofContracts_openPause_isALossAfterTheLongest() {
        Contract contract = contract("a", JANUARY)
                .addPause(DateSpan.from(JANUARY.plusDays(10)))
                .build();

        ClientPresence presence = ClientPresence.ofContracts(List.of(contract), PresencePolicy.CENSORED);
        ClientPresence patient = ClientPresence.ofContracts(
                List.of(contract), PresencePolicy.CENSORED.withLongestPause(Integer.MAX_VALUE));

        assertEquals(1, on(presence, JANUARY.plusDays(100)).churnEvents());
        assertEquals(1, on(presence, JANUARY.plusDays(99)).undecided());
        assertEquals(1, on(patient, LocalDate.of(2999, 1, 1)).undecided());
    }

    @Test
    void ofContracts_oneOfTwoContractsPaused_isNoPause() {
        ClientPresence presence = ClientPresence.ofContracts(
                List.of(paused(10, 30), contract("a", JANUARY.plusDays(15)).build()), PresencePolicy.CENSORED);

        assertEquals(90 - 5, quarter(presence).clientDays());
        assertEquals(
                1,
                quarter(ClientPresence.ofContracts(
                                List.of(
                                        paused(10, 30),
                                        contract("a", JANUARY.plusDays(15)).build()),
                                PresencePolicy.AWAY))
                        .churnEvents());
    }

    @Test
    void ofContracts_pauseToTheEnd_isALossAtTheEnd() {
        Contract contract = contract("a", JANUARY, JANUARY.plusDays(30))
                .addPause(DateSpan.of(JANUARY.plusDays(20), JANUARY.plusDays(40)))
                .build();
        ClientPresence presence = ClientPresence.ofContracts(List.of(contract), PresencePolicy.CENSORED);

        assertEquals(1, on(presence, JANUARY.plusDays(30)).churnEvents());
        assertEquals(1, on(presence, JANUARY.plusDays(30)).openingGone());
        assertEquals(1, on(presence, JANUARY.plusDays(29)).undecidedOpening());
    }

    @Test
    void ofContracts_departure_decidesTheMonthOfTheLoss() {
        Contract contract = contract("a", JANUARY, LocalDate.of(2025, 4, 1)).build();
        ClientPresence first = ClientPresence.ofContracts(List.of(contract), PresencePolicy.CENSORED);
        ClientPresence last = ClientPresence.ofContracts(
                List.of(contract), PresencePolicy.CENSORED.withDeparture(Departure.LAST_DAY_HERE));

        assertEquals(0, quarter(first).gone());
        assertEquals(1, quarter(last).gone());
        assertEquals(1, first.presentOn(LocalDate.of(2025, 3, 31)));
        assertEquals(0, last.presentOn(LocalDate.of(2025, 3, 31)));
    }

    @Test
    void ofContracts_cohorts_areThoseOfTheFirstContract() {
        ClientPresence presence = ClientPresence.ofContracts(
                List.of(
                        contract("a", JANUARY, JANUARY.plusDays(20)).build(),
                        contract("a", LocalDate.of(2025, 4, 10)).build(),
                        contract("b", LocalDate.of(2025, 2, 10)).build()),
                PresencePolicy.CENSORED);
        CohortTable original = CohortAnalysis.withDefaults().of(presence, LocalDate.of(2025, 4, 30));
        CohortTable again =
                CohortAnalysis.withDefaults().with(CohortPolicy.APPHUD).of(presence, LocalDate.of(2025, 4, 30));

        assertEquals(
                List.of(1L, 0L, 0L, 1L),
                original.cohorts().get(0).cells().stream()
                        .map(CohortCell::clients)
                        .toList());
        assertEquals(
                List.of("2025-01", "2025-02", "2025-04"),
                again.cohorts().stream().map(cohort -> cohort.period().label()).toList());
    }

    @Test
    void spellsAndPauses_areToldByClient() {
        PresenceAccumulator accumulator = ClientPresence.accumulator();
        accumulator.add(ClientSpell.ended(9, JANUARY, JANUARY.plusDays(5)));
        accumulator.add(ClientSpell.ongoing(9, JANUARY.plusDays(5)));
        accumulator.add(ClientSpell.ended(-3, JANUARY.plusDays(8), JANUARY.plusDays(9)));
        accumulator.add(ClientSpell.ended(-3, JANUARY, JANUARY.plusDays(2)));
        accumulator.addPause(9, (int) JANUARY.toEpochDay() - 7, (int) JANUARY.toEpochDay() + 1);
        ClientPresence presence = accumulator.result();

        assertEquals(
                List.of(
                        ClientSpell.ended(-3, JANUARY, JANUARY.plusDays(2)),
                        ClientSpell.ended(-3, JANUARY.plusDays(8), JANUARY.plusDays(9))),
                presence.spells(0));
        assertEquals(List.of(), presence.pauses(0));
        assertEquals(List.of(ClientSpell.ongoing(9, JANUARY)), presence.spells(1));
        assertEquals(List.of(DateSpan.of(JANUARY, JANUARY.plusDays(1))), presence.pauses(1));
        assertEquals(
                "index (2) must be less than size (2)",
                assertThrows(IndexOutOfBoundsException.class, () -> presence.spells(2))
                        .getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> presence.pauses(-1));
    }

    // edges

    @Test
    void spellOfNoDays_isAVisit() {
        ChurnCounts counts = on(ClientPresence.of(List.of(ClientSpell.ended(7, JANUARY, JANUARY))), JANUARY);

        assertEquals(1, counts.joined());
        assertEquals(1, counts.joinedAndLeft());
        assertEquals(0, counts.closing());
        assertEquals(0, counts.clientDays());
    }

    @Test
    void collector_spells_areThoseOfTheList() {
        List<ClientSpell> spells = List.of(ClientSpell.ended(1, JANUARY, JULY), ClientSpell.ongoing(2, JANUARY));

        assertSame(ClientPresence.of(spells), spells.parallelStream().collect(ClientPresence.collector()));
        assertEquals(Optional.of(JULY), spells.get(0).end());
    }

    @Test
    void accumulator_growsAsNeeded() {
        PresenceAccumulator accumulator = ClientPresence.accumulator();
        for (int client = 0; client < 1000; client++) {
            accumulator.addOngoing(client % 700, client);
        }

        assertEquals(700, accumulator.result().clients());
        assertEquals(700, accumulator.merge(accumulator).result().presentOn(JANUARY));
    }

    // messages

    @Test
    void badSpells_sayWhatIsWrong() {
        PresenceAccumulator accumulator = ClientPresence.accumulator();

        assertMessage(
                "end must not be before start: 2025-07-01, 2025-01-01", () -> ClientSpell.ended(1, JULY, JANUARY));
        assertMessage("endDay must not be before startDay: 5, 4", () -> accumulator.add(1, 5, 4));
        assertMessage("endDay must not be before startDay: 5, 4", () -> accumulator.addPause(1, 5, 4));
        assertMessage("startDay must be in [-719528, 2932896]: -719529", () -> accumulator.addOngoing(1, -719_529));
        assertMessage("startDay must be in [-719528, 2932896]: -719529", () -> accumulator.add(1, -719_529, 0));
        assertMessage("endDay must be in [-719528, 2932896]: 2932897", () -> accumulator.add(1, 0, 2_932_897));
        assertMessage(
                "day must be in the years 0 to 9999: +10000-01-01",
                () -> accumulator.add(ClientSpell.ongoing(1, LocalDate.of(10_000, 1, 1))));
        assertMessage(
                "day must be in the years 0 to 9999: -0001-12-31",
                () -> accumulator.add(ClientSpell.ongoing(1, LocalDate.of(-1, 12, 31))));
        assertMessage("longestPause must be positive: 0", () -> PresencePolicy.CENSORED.withLongestPause(0));
    }

    @Test
    void nulls_areNamed() {
        assertEquals(
                "pause",
                assertThrows(NullPointerException.class, () -> new PresencePolicy(null, 1, Departure.LAST_DAY_HERE))
                        .getMessage());
        assertEquals(
                "departure",
                assertThrows(NullPointerException.class, () -> PresencePolicy.AWAY.withDeparture(null))
                        .getMessage());
        assertEquals(
                "start",
                assertThrows(NullPointerException.class, () -> ClientSpell.ongoing(1, null))
                        .getMessage());
        assertEquals(
                "policy",
                assertThrows(NullPointerException.class, () -> ClientPresence.ofContracts(List.of(), null))
                        .getMessage());
    }

    @Provide
    Arbitrary<List<Spell>> spells() {
        return Spells.arbitrary();
    }

    private static List<Spell> renamed(List<Spell> spells) {
        return spells.stream()
                .map(spell -> new Spell(17 - spell.client(), spell.from(), spell.to()))
                .toList();
    }

    private static List<Spell> part(List<Spell> spells, int part) {
        return IntStream.range(0, spells.size())
                .filter(i -> i % 3 == part)
                .mapToObj(spells::get)
                .toList();
    }

    private static void assertSame(ClientPresence expected, ClientPresence actual) {
        ReportingCalendar weeks = ReportingCalendar.of(Granularity.WEEK);
        LocalDate from = Spells.day(-10);
        LocalDate to = Spells.day(70);
        assertEquals(
                LogoChurn.withDefaults().table(expected, weeks, from, to),
                LogoChurn.withDefaults().table(actual, weeks, from, to));
        assertEquals(expected.clients(), actual.clients());
    }

    private static ChurnCounts quarter(ClientPresence presence) {
        return LogoChurn.withDefaults()
                .of(presence, ReportingCalendar.of(Granularity.QUARTER).periodOf(JANUARY), JULY)
                .counts();
    }

    private static ChurnCounts on(ClientPresence presence, LocalDate day) {
        return LogoChurn.withDefaults()
                .of(presence, new ReportingPeriod(0, day, day.plusDays(1), "day"), day)
                .counts();
    }

    private static Contract paused(int from, int to) {
        return contract("a", JANUARY)
                .addPause(DateSpan.of(JANUARY.plusDays(from), JANUARY.plusDays(to)))
                .build();
    }

    private static ContractBuilder contract(String client, LocalDate start, LocalDate end) {
        return contract(client, start).end(ContractEnd.of(end));
    }

    private static ContractBuilder contract(String client, LocalDate start) {
        return Contract.builder()
                .id(ContractId.of(client + start))
                .clientId(ClientId.of(client))
                .addVersion(ContractVersion.of(start, FEE));
    }

    private static PresenceAccumulator copy(PresenceAccumulator accumulator)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PresenceAccumulator) in.readObject();
        }
    }
}
