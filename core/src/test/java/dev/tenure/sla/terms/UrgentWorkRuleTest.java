package dev.tenure.sla.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.Client;
import dev.tenure.client.ClientId;
import dev.tenure.client.DecisionRight;
import dev.tenure.client.Party;
import dev.tenure.client.Person;
import dev.tenure.client.PersonId;
import dev.tenure.client.Role;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UrgentWorkRuleTest {

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    private static final PersonId CONTACT = PersonId.of("anna");
    private static final PersonId OWNER = PersonId.of("boris");
    private static final PersonId DEPUTY = PersonId.of("vera");
    private static final PersonId TRAINEE = PersonId.of("gleb");
    private static final PersonId STRANGER = PersonId.of("dina");
    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    private static final Client CLIENT = Client.builder()
            .id(ClientId.of("c-1"))
            .name("Clinic")
            .addPeople(person(CONTACT), person(OWNER), person(DEPUTY), person(TRAINEE))
            .putRole(Role.CLIENT_CONTACT, CONTACT)
            .putDecisionRight(DecisionRight.BUDGET, OWNER)
            .build();

    private static final UrgentWorkRule RULE = UrgentWorkRule.builder()
            .addPeople(DEPUTY, STRANGER)
            .addRole(Role.CLIENT_CONTACT)
            .addDecisionRight(DecisionRight.BUDGET)
            .surcharge(Ratio.parse("0.5"))
            .fixedSurcharge(Money.parse("RUB 1000"))
            .queueJump(3)
            .monthlyLimit(2)
            .build();

    // laws

    @Property
    void thePriceIsExact(
            @ForAll @LongRange(max = 1_000_000_000L) long minor,
            @ForAll @IntRange(max = 300) int thousandths,
            @ForAll @LongRange(max = 1_000_000L) long fixed) {
        UrgentWorkDecision decision = RULE.toBuilder()
                .surcharge(Ratio.of(thousandths, 1000))
                .fixedSurcharge(Money.ofMinor(RUB, fixed))
                .build()
                .decide(request(CONTACT, Money.ofMinor(RUB, minor), 1), 0);
        BigDecimal kopecks = BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(1000L + thousandths, 3))
                .add(BigDecimal.valueOf(fixed));

        assertEquals(Outcome.of(ExactMoney.of(RUB, kopecks.movePointLeft(2))), decision.price());
    }

    @Property
    void urgentWorkNeverMovesBack_norPastTheFront(
            @ForAll @IntRange(min = 1, max = 100) int position, @ForAll @IntRange(min = 1) int jump) {
        int moved = RULE.toBuilder()
                .queueJump(jump)
                .build()
                .decide(request(CONTACT, Money.parse("RUB 1"), position), 0)
                .queuePosition()
                .orElseThrow();

        assertEquals(jump >= position ? 1 : position - jump, moved);
    }

    @Property
    void exactlyTheLimitIsGranted(@ForAll @IntRange(max = 20) int limit, @ForAll @IntRange(max = 20) int granted) {
        UrgentWorkDecision decision =
                RULE.toBuilder().monthlyLimit(limit).build().decide(request(CONTACT, Money.parse("RUB 1"), 5), granted);

        assertEquals(granted + 1 <= limit, decision.isAllowed());
        assertEquals(decision.isAllowed(), decision.price().isDefined());
        assertEquals(decision.isAllowed(), decision.queuePosition().isDefined());
        assertEquals(decision.isAllowed(), decision.refusals().isEmpty());
    }

    // edges

    @Test
    void personsRolesAndRights_mayAsk() {
        assertTrue(RULE.mayAsk(CLIENT, CONTACT));
        assertTrue(RULE.mayAsk(CLIENT, OWNER));
        assertTrue(RULE.mayAsk(CLIENT, DEPUTY));
        assertFalse(RULE.mayAsk(CLIENT, TRAINEE));
    }

    @Test
    void aStranger_mayNotAsk_evenIfNamed() {
        assertFalse(RULE.mayAsk(CLIENT, STRANGER));
    }

    @Test
    void openRolesAndRights_letNobodyAsk() {
        Client bare = Client.builder()
                .id(ClientId.of("c-2"))
                .name("Bare")
                .addPerson(person(CONTACT))
                .build();

        assertFalse(RULE.mayAsk(bare, CONTACT));
    }

    @Test
    void aGrantedRequest_hasPriceAndPosition() {
        UrgentWorkDecision decision = RULE.decide(request(OWNER, Money.parse("RUB 8000"), 7), 1);

        assertTrue(decision.isAllowed());
        assertEquals(Outcome.of(money("RUB 13000")), decision.price());
        assertEquals(Outcome.of(money("RUB 5000")), decision.surcharge());
        assertEquals(Outcome.of(4), decision.queuePosition());
        assertEquals(ImmutableList.of(), decision.refusals());
    }

    @Test
    void withoutAJump_urgentWorkGoesToTheFront_andWithoutSurchargeItCostsTheSame() {
        UrgentWorkDecision decision = UrgentWorkRule.builder()
                .addPerson(DEPUTY)
                .monthlyLimit(1)
                .build()
                .decide(request(DEPUTY, Money.parse("RUB 8000"), 700), 0);

        assertEquals(Outcome.of(1), decision.queuePosition());
        assertEquals(Outcome.of(money("RUB 8000")), decision.price());
        assertEquals(Outcome.of(money("RUB 0")), decision.surcharge());
    }

    @Test
    void aRefusedRequest_saysEveryReason() {
        UrgentWorkDecision decision = RULE.decide(request(TRAINEE, Money.parse("RUB 8000"), 7), 2);

        assertFalse(decision.isAllowed());
        assertFalse(decision.isEntitled());
        assertFalse(decision.isWithinLimit());
        assertEquals(
                ImmutableList.of("gleb may not ask for urgent work", "the limit of 2 in 2025-03 is reached"),
                decision.refusals());
        String all = "gleb may not ask for urgent work; the limit of 2 in 2025-03 is reached";
        assertEquals(Outcome.<ExactMoney>undefined(Reason.NOT_APPLICABLE, all), decision.price());
        assertEquals(Outcome.<Integer>undefined(Reason.NOT_APPLICABLE, all), decision.queuePosition());
    }

    @Test
    void aLimitOfZero_allowsNothing() {
        UrgentWorkDecision decision =
                RULE.toBuilder().monthlyLimit(0).build().decide(request(CONTACT, Money.parse("RUB 1"), 1), 0);

        assertEquals(ImmutableList.of("the limit of 0 in 2025-03 is reached"), decision.refusals());
        assertTrue(decision.isEntitled());
    }

    // messages

    @Test
    void rule_saysWhatIsWrong() {
        assertEquals(
                "people, roles and decisionRights must not all be empty: [], [], []",
                message(() -> UrgentWorkRule.builder().monthlyLimit(1).build()));
        assertEquals(
                "surcharge must not be negative: -1/100",
                message(() -> RULE.toBuilder().surcharge(Ratio.parse("-0.01")).build()));
        assertEquals(
                "fixedSurcharge must not be negative: RUB -1.00",
                message(() ->
                        RULE.toBuilder().fixedSurcharge(Money.parse("RUB -1")).build()));
        assertEquals(
                "queueJump must be positive: 0",
                message(() -> RULE.toBuilder().queueJump(0).build()));
        assertEquals(
                "monthlyLimit must not be negative: -1",
                message(() -> RULE.toBuilder().monthlyLimit(-1).build()));
    }

    @Test
    void oneOfPeopleRolesAndRights_isEnough() {
        assertEquals(
                0,
                UrgentWorkRule.builder()
                        .addRole(Role.CLIENT_CONTACT)
                        .monthlyLimit(0)
                        .build()
                        .monthlyLimit());
        assertEquals(
                0,
                UrgentWorkRule.builder()
                        .addDecisionRight(DecisionRight.ACCESS)
                        .monthlyLimit(0)
                        .build()
                        .monthlyLimit());
    }

    @Test
    void request_saysWhatIsWrong() {
        assertEquals(
                "price must not be negative: RUB -1.00", message(() -> request(CONTACT, Money.parse("RUB -1"), 1)));
        assertEquals("queuePosition must be positive: 0", message(() -> request(CONTACT, Money.parse("RUB 1"), 0)));
        assertEquals(
                "grantedThisMonth must not be negative: -1",
                message(() -> Objects.hash(RULE.decide(request(CONTACT, Money.parse("RUB 1"), 1), -1))));
        assertEquals(
                "price must be in the currency of fixedSurcharge, RUB: USD 1.00",
                message(() -> Objects.hash(RULE.decide(request(CONTACT, Money.parse("USD 1"), 1), 0))));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        Money price = Money.parse("RUB 1");
        assertEquals("client", nullMessage(() -> UrgentWorkRule.Request.of(null, CONTACT, MARCH, price, 1)));
        assertEquals("requester", nullMessage(() -> UrgentWorkRule.Request.of(CLIENT, null, MARCH, price, 1)));
        assertEquals("month", nullMessage(() -> UrgentWorkRule.Request.of(CLIENT, CONTACT, null, price, 1)));
    }

    @Test
    void explain_ofAGrant_showsTheTerms() {
        assertEquals(
                """
                urgent work = RUB 13000.00   [ordinary price + surcharge; ordinary price = RUB 8000.00, requester = boris, \
                month = 2025-03, granted before = 1, limit = 2]
                  surcharge = RUB 5000.00   [ordinary price * share + fixed; share = 50.00%, fixed = RUB 1000.00]
                  queue position = 4   [max(1, position - jump); position = 7, jump = 3]
                """,
                RULE.decide(request(OWNER, Money.parse("RUB 8000"), 7), 1)
                        .explain()
                        .toText());
    }

    @Test
    void explain_ofARefusal_saysWhy() {
        assertEquals(
                """
                urgent work = undefined (the limit of 0 in 2025-03 is reached)   [ordinary price + surcharge; \
                ordinary price = RUB 8000.00, requester = vera, month = 2025-03, granted before = 0, limit = 0]
                  surcharge = undefined (the limit of 0 in 2025-03 is reached)   [ordinary price * share + fixed; share = 0.00%]
                  queue position = undefined (the limit of 0 in 2025-03 is reached)   [to the front; position = 7, jump = all]
                """,
                UrgentWorkRule.builder()
                        .addPerson(DEPUTY)
                        .monthlyLimit(0)
                        .build()
                        .decide(request(DEPUTY, Money.parse("RUB 8000"), 7), 0)
                        .explain()
                        .toText());
    }

    private static Person person(PersonId id) {
        return Person.builder().id(id).name(id.value()).party(Party.CLIENT).build();
    }

    private static UrgentWorkRule.Request request(PersonId person, Money price, int position) {
        return UrgentWorkRule.Request.of(CLIENT, person, MARCH, price, position);
    }

    private static ExactMoney money(String text) {
        return ExactMoney.of(Money.parse(text));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
