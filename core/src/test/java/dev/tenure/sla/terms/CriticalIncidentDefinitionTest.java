package dev.tenure.sla.terms;

import static dev.tenure.sla.terms.CriticalCondition.allOf;
import static dev.tenure.sla.terms.CriticalCondition.anyOf;
import static dev.tenure.sla.terms.CriticalCondition.costs;
import static dev.tenure.sla.terms.CriticalCondition.holds;
import static dev.tenure.sla.terms.CriticalCondition.isOneOf;
import static dev.tenure.sla.terms.CriticalCondition.lasts;
import static dev.tenure.sla.terms.CriticalCondition.reaches;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CriticalIncidentDefinitionTest {

    private static final Outcome<Boolean> YES = Outcome.of(true);
    private static final Outcome<Boolean> NO = Outcome.of(false);

    private static final CriticalIncidentDefinition DEFINITION = CriticalIncidentDefinition.of(anyOf(
            holds("data lost"),
            lasts("site down", Duration.ofMinutes(15)),
            allOf(isOneOf("channel", "search", "social"), costs("spend at risk", Money.parse("RUB 10000"))),
            reaches("leads lost", Ratio.of(1, 5))));

    private static final Ratio FEW = Ratio.of(199, 1000);
    private static final Incident QUIET = incident(false, 14, "search", "RUB 9999.99", FEW);

    // golden: the truth tables of Kleene 1952, section 64, strong connectives; t, f, u

    @Test
    void connectives_areKleenes() {
        String values = "tuf";
        String[] and = {"tuf", "uuf", "fff"};
        String[] or = {"ttt", "tuu", "tuf"};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                Incident incident = incident(values.charAt(i), values.charAt(j));

                assertEquals(
                        and[i].charAt(j), letter(allOf(holds("a"), holds("b")).test(incident)), i + "," + j);
                assertEquals(
                        or[i].charAt(j), letter(anyOf(holds("a"), holds("b")).test(incident)), i + "," + j);
            }
        }
    }

    private static Incident incident(char a, char b) {
        IncidentBuilder incident = Incident.builder();
        if (a != 'u') {
            incident.putFlag("a", a == 't');
        }
        if (b != 'u') {
            incident.putFlag("b", b == 't');
        }
        return incident.build();
    }

    private static char letter(Outcome<Boolean> outcome) {
        return outcome.toOptional().map(yes -> yes ? 't' : 'f').orElse('u');
    }

    // laws

    @Provide
    static Arbitrary<CriticalCondition> conditions() {
        return conditions(3);
    }

    private static Arbitrary<CriticalCondition> conditions(int depth) {
        Arbitrary<CriticalCondition> leaves = Arbitraries.of("a", "b", "c", "d").map(CriticalCondition::holds);
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<CriticalCondition[]> parts = conditions(depth - 1)
                .array(CriticalCondition[].class)
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.oneOf(leaves, parts.map(CriticalCondition::allOf), parts.map(CriticalCondition::anyOf));
    }

    @Provide
    static Arbitrary<Incident> incidents() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of(true, false))
                .map(flags -> Incident.builder().putAllFlags(flags).build());
    }

    @Property(tries = 300)
    void learningMoreNeverChangesAnAnswer(
            @ForAll("conditions") CriticalCondition condition,
            @ForAll("incidents") Incident incident,
            @ForAll boolean learnt) {
        Outcome<Boolean> before = condition.test(incident);
        for (String fact : condition.facts()) {
            if (!incident.flags().containsKey(fact)) {
                Outcome<Boolean> after = condition.test(
                        incident.toBuilder().putFlag(fact, learnt).build());
                assertEquals(before.isDefined() ? before : after, after);
            }
        }
    }

    @Property(tries = 300)
    void withEveryFactKnownThereIsAnAnswer_theOrdinaryOne(
            @ForAll("conditions") CriticalCondition condition, @ForAll boolean a, @ForAll boolean b) {
        Incident incident = Incident.builder()
                .putFlag("a", a)
                .putFlag("b", b)
                .putFlag("c", true)
                .putFlag("d", false)
                .build();

        assertEquals(Outcome.of(truth(condition, incident)), condition.test(incident));
        assertEquals(ImmutableSet.of(), assess(condition, incident).undecided());
    }

    private static boolean truth(CriticalCondition condition, Incident incident) {
        if (condition instanceof CriticalCondition.AllOf all) {
            return all.conditions().stream().allMatch(part -> truth(part, incident));
        }
        if (condition instanceof CriticalCondition.AnyOf any) {
            return any.conditions().stream().anyMatch(part -> truth(part, incident));
        }
        return Optional.ofNullable(incident.flags().get(((CriticalCondition.Holds) condition).fact()))
                .orElseThrow();
    }

    private static IncidentAssessment assess(CriticalCondition condition, Incident incident) {
        return CriticalIncidentDefinition.of(condition).assess(incident);
    }

    // edges

    @Test
    void justBelowEveryLimit_isNotCritical() {
        assertEquals(NO, DEFINITION.isCritical(QUIET));
        assertEquals(
                ImmutableSet.of(isOneOf("channel", "search", "social")),
                DEFINITION.assess(QUIET).held());
    }

    @Test
    void atALimit_isCritical() {
        assertEquals(YES, DEFINITION.isCritical(incident(false, 15, "search", "RUB 9999.99", FEW)));
        assertEquals(YES, DEFINITION.isCritical(incident(false, 14, "search", "RUB 10000", FEW)));
        assertEquals(YES, DEFINITION.isCritical(incident(false, 14, "search", "RUB 9999.99", Ratio.of(2, 10))));
        assertEquals(YES, DEFINITION.isCritical(incident(true, 14, "search", "RUB 9999.99", FEW)));
    }

    @Test
    void allOf_needsEveryPart() {
        assertEquals(NO, DEFINITION.isCritical(incident(false, 14, "email", "RUB 10000", FEW)));
    }

    @Test
    void anUnknownFact_isNotFalse() {
        assertEquals(
                Outcome.<Boolean>undefined(Reason.NO_DATA, "data lost is not known; leads lost is not known"),
                DEFINITION.isCritical(Incident.builder()
                        .putDuration("site down", Duration.ZERO)
                        .putWord("channel", "email")
                        .build()));
    }

    @Test
    void anUnknownFact_doesNotMatterIfOthersDecide() {
        Incident incident =
                Incident.builder().putDuration("site down", Duration.ofHours(1)).build();

        assertEquals(YES, DEFINITION.isCritical(incident));
        assertEquals(
                ImmutableSet.of(lasts("site down", Duration.ofMinutes(15))),
                DEFINITION.assess(incident).held());
        assertEquals(4, DEFINITION.assess(incident).undecided().size());
        assertEquals(YES, DEFINITION.assess(incident).value());
    }

    @Test
    void aFactOfAnotherKind_isNotKnown() {
        assertEquals(
                Outcome.<Boolean>undefined(Reason.NO_DATA, "site down is not known"),
                lasts("site down", Duration.ofMinutes(15))
                        .test(Incident.builder().putFlag("site down", true).build()));
    }

    @Test
    void anotherCurrency_isUndecided() {
        Incident incident = Incident.builder()
                .putAmount("spend at risk", money("USD 10000"))
                .build();

        assertEquals(
                Outcome.<Boolean>undefined(Reason.NOT_APPLICABLE, "spend at risk is in USD and not in RUB"),
                costs("spend at risk", Money.parse("RUB 10000")).test(incident));
        assertEquals(
                Outcome.<Boolean>undefined(
                        Reason.NOT_APPLICABLE, "spend at risk is in USD and not in RUB; x is not known"),
                allOf(costs("spend at risk", Money.parse("RUB 10000")), holds("x"))
                        .test(incident));
    }

    @Test
    void theSameReasonTwice_isGivenOnce() {
        assertEquals(
                Outcome.<Boolean>undefined(Reason.NO_DATA, "down is not known"),
                allOf(lasts("down", Duration.ofMinutes(1)), lasts("down", Duration.ofMinutes(2)))
                        .test(Incident.builder().build()));
    }

    @Test
    void facts_areListedOnce() {
        assertEquals(
                List.of("data lost", "site down", "channel", "spend at risk", "leads lost"),
                DEFINITION.facts().asList());
        assertEquals(ImmutableSet.of("a"), anyOf(holds("a"), allOf(holds("a"))).facts());
    }

    @Test
    void definitions_areEqualWhateverTheOrderOfParts() {
        assertEquals(
                CriticalIncidentDefinition.of(anyOf(holds("a"), isOneOf("c", "x", "y"))),
                CriticalIncidentDefinition.of(anyOf(isOneOf("c", "y", "x"), holds("a"))));
        assertNotEquals(anyOf(holds("a")), allOf(holds("a")));
        assertNotEquals(lasts("a", Duration.ofMinutes(1)), lasts("a", Duration.ofMinutes(2)));
    }

    @Test
    void definition_keepsWhenSerialized() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(DEFINITION);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(DEFINITION, in.readObject());
        }
    }

    // messages

    @Test
    void definition_printsItself() {
        assertEquals(
                "critical if any of (data lost, site down >= PT15M, all of (channel in [search, social], "
                        + "spend at risk >= RUB 10000.00), leads lost >= 1/5)",
                DEFINITION.toString());
    }

    @Test
    void explain_saysWhichConditionHeld() {
        assertEquals(
                """
                critical incident = yes   [critical if any of (data lost, site down >= PT15M, all of (channel in [search, \
                social], spend at risk >= RUB 10000.00), leads lost >= 1/5)]
                  any of = yes   [at least one part holds]
                    data lost = undefined (data lost is not known)   [the fact against the condition; \
                data lost = undefined (data lost is not known)]
                    site down >= PT15M = no   [the fact against the condition; site down = 14.0000 min]
                    all of = yes   [every part holds]
                      channel in [search, social] = yes   [the fact against the condition; channel = 'search']
                      spend at risk >= RUB 10000.00 = yes   [the fact against the condition; spend at risk = RUB 12500.50]
                    leads lost >= 1/5 = no   [the fact against the condition; leads lost = 0.1250]
                """,
                DEFINITION
                        .assess(Incident.builder()
                                .putDuration("site down", Duration.ofMinutes(14))
                                .putAmount("spend at risk", money("RUB 12500.50"))
                                .putNumber("leads lost", Ratio.of(1, 8))
                                .putWord("channel", "search")
                                .build())
                        .explain()
                        .toText());
    }

    @Test
    void explain_showsAFlag() {
        assertEquals(
                "data lost = no   [the fact against the condition; data lost = no]\n",
                holds("data lost").explain(QUIET).toText());
    }

    @Test
    void conditions_sayWhatIsWrong() {
        assertEquals("fact must not be blank: ' '", message(() -> holds(" ")));
        assertEquals("fact must not be blank: ''", message(() -> lasts("", Duration.ZERO)));
        assertEquals("fact must not be blank: ''", message(() -> costs("", Money.parse("RUB 1"))));
        assertEquals("fact must not be blank: ''", message(() -> reaches("", Ratio.ONE)));
        assertEquals("fact must not be blank: ''", message(() -> isOneOf("", "a")));
        assertEquals("atLeast must not be negative: PT-1S", message(() -> lasts("a", Duration.ofSeconds(-1))));
        assertEquals("atLeast must not be negative: RUB -1.00", message(() -> costs("a", Money.parse("RUB -1"))));
        assertEquals("atLeast must not be negative: -1", message(() -> reaches("a", Ratio.of(-1))));
        assertEquals("words must not be empty: []", message(() -> isOneOf("a")));
        assertEquals("conditions must not be empty: []", message(CriticalCondition::allOf));
        assertEquals("conditions must not be empty: []", message(CriticalCondition::anyOf));
    }

    @Test
    void limitsOfZero_areAllowed() {
        Incident nothing = Incident.builder()
                .putDuration("down", Duration.ZERO)
                .putAmount("cost", money("RUB 0"))
                .putNumber("share", Ratio.ZERO)
                .build();

        assertEquals(
                YES,
                allOf(lasts("down", Duration.ZERO), costs("cost", Money.parse("RUB 0")), reaches("share", Ratio.ZERO))
                        .test(nothing));
    }

    @Test
    void incident_saysWhatIsWrong() {
        assertEquals(
                "facts must have a name: ' '",
                message(() -> Incident.builder().putWord(" ", "x").build()));
        assertEquals(
                "facts must be of one kind each: [down]",
                message(() -> Incident.builder()
                        .putFlag("down", true)
                        .putDuration("down", Duration.ZERO)
                        .build()));
        assertEquals(
                "facts must be of one kind each: [cost]",
                message(() -> Incident.builder()
                        .putAmount("cost", money("RUB 1"))
                        .putNumber("cost", Ratio.ONE)
                        .build()));
        assertEquals(
                "facts must be of one kind each: [share]",
                message(() -> Incident.builder()
                        .putNumber("share", Ratio.ONE)
                        .putWord("share", "a fifth")
                        .build()));
        assertEquals(
                "durations must not be negative: down = PT-1S",
                message(() -> Incident.builder()
                        .putDuration("down", Duration.ofSeconds(-1))
                        .build()));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals(
                "condition",
                assertThrows(NullPointerException.class, () -> CriticalIncidentDefinition.of(null))
                        .getMessage());
    }

    private static Incident incident(boolean lost, int minutes, String channel, String risk, Ratio leads) {
        return Incident.builder()
                .putFlag("data lost", lost)
                .putDuration("site down", Duration.ofMinutes(minutes))
                .putAmount("spend at risk", money(risk))
                .putNumber("leads lost", leads)
                .putWord("channel", channel)
                .build();
    }

    private static ExactMoney money(String text) {
        return ExactMoney.of(Money.parse(text));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
