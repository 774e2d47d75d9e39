package dev.tenure.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ClientTest {

    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BORIS = PersonId.of("boris");

    // laws

    @Property
    void everyRoleIsEitherOpenOrHeld(@ForAll Set<Role> held) {
        ClientBuilder builder = client();
        held.forEach(role -> builder.putRole(role, role.party() == Party.AGENCY ? ANNA : BORIS));
        Client client = builder.build();

        assertEquals(Sets.difference(EnumSet.allOf(Role.class), held), client.openRoles());
        held.forEach(role ->
                assertEquals(role.party(), client.holderOf(role).orElseThrow().party()));
    }

    @Property
    void everyDecisionRightIsEitherOpenOrHeld(@ForAll Set<DecisionRight> held) {
        ClientBuilder builder = client();
        held.forEach(right -> builder.putDecisionRight(right, BORIS));
        Client client = builder.build();

        assertEquals(Sets.difference(EnumSet.allOf(DecisionRight.class), held), client.openDecisionRights());
        held.forEach(right ->
                assertEquals("Boris", client.holderOf(right).orElseThrow().name()));
    }

    @Property
    void theRoleThatAnswersForKeepingAClientIsTheAgencys(@ForAll RetentionOwner owner) {
        assertEquals(Party.AGENCY, owner.role().party());
        assertEquals(owner.name(), owner.role().name());
    }

    // edges

    @Test
    void client_onlyIdAndName_leavesTheRestUnknown() {
        Client client = Client.builder().id(ClientId.of("c1")).name("Alpha").build();

        assertEquals(Optional.empty(), client.segment());
        assertEquals(Optional.empty(), client.industry());
        assertEquals(Optional.empty(), client.acquiredOn());
        assertEquals(Optional.empty(), client.acquisitionCost());
        assertEquals(RetentionOwner.ACCOUNT_MANAGER, client.retentionOwner());
        assertEquals(Optional.empty(), client.holderOf(Role.ACCOUNT_MANAGER));
        assertEquals(Optional.empty(), client.holderOf(DecisionRight.BUDGET));
        assertEquals(Optional.empty(), client.person(ANNA));
        assertEquals(ImmutableSet.copyOf(Role.values()), client.openRoles());
    }

    @Test
    void client_onePersonTwoRoles_holdsBoth() {
        Client client = client().putRole(Role.ACCOUNT_MANAGER, ANNA)
                .putRole(Role.PROJECT_MANAGER, ANNA)
                .build();

        assertEquals(client.holderOf(Role.ACCOUNT_MANAGER), client.holderOf(Role.PROJECT_MANAGER));
    }

    @Test
    void toBuilder_changesOneAttribute() {
        Client client = client().segment(Segment.of("enterprise"))
                .industry(Industry.of("real estate"))
                .acquiredOn(LocalDate.of(2025, 3, 1))
                .acquisitionCost(AgencyCac.of(rubles(90_000)))
                .retentionOwner(RetentionOwner.AGENCY_HEAD)
                .build();

        Client renamed = client.toBuilder().name("Beta").build();

        assertEquals("Beta", renamed.name());
        assertEquals(client, renamed.toBuilder().name("Alpha").build());
        assertEquals("Anton", anna().toBuilder().name("Anton").build().name());
    }

    @Test
    void identifiers_sortAndPrintAsText() {
        assertTrue(ClientId.of("a").compareTo(ClientId.of("b")) < 0);
        assertTrue(PersonId.of("b").compareTo(PersonId.of("a")) > 0);
        assertEquals(0, Segment.of("a").compareTo(Segment.of("a")));
        assertTrue(Industry.of("a").compareTo(Industry.of("b")) < 0);
        assertEquals("c1", ClientId.of("c1").toString());
        assertEquals("p1", PersonId.of("p1").toString());
        assertEquals("small", Segment.of("small").toString());
        assertEquals("retail", Industry.of("retail").toString());
        assertEquals("RUB 5.00", AgencyCac.of(rubles(5)).toString());
        assertEquals("RUB 0.00", ClientCac.of(rubles(0)).toString());
    }

    // messages

    @Test
    void client_badArgument_saysWhich() {
        assertMessage("name must not be blank: ' '", () -> client().name(" ").build());
        assertMessage(
                "people must have different ids: {anna=2, boris=1}",
                () -> client().addPerson(anna()).build());
        assertMessage(
                "roles must name one of people: ACCOUNT_MANAGER=eve",
                () -> client().putRole(Role.ACCOUNT_MANAGER, PersonId.of("eve")).build());
        assertMessage(
                "roles must name somebody of the side AGENCY: ACCOUNT_MANAGER=boris",
                () -> client().putRole(Role.ACCOUNT_MANAGER, BORIS).build());
        assertMessage(
                "roles must name somebody of the side CLIENT: CLIENT_CONTACT=anna",
                () -> client().putRole(Role.CLIENT_CONTACT, ANNA).build());
        assertMessage(
                "decisionRights must name somebody of the side CLIENT: BUDGET=anna",
                () -> client().putDecisionRight(DecisionRight.BUDGET, ANNA).build());
        assertMessage(
                "name must not be blank: ''", () -> anna().toBuilder().name("").build());
    }

    @Test
    void identifiersAndCosts_badArgument_saysWhich() {
        assertMessage("value must not be blank: ''", () -> ClientId.of(""));
        assertMessage("value must not be blank: ' '", () -> PersonId.of(" "));
        assertMessage("value must not be blank: ''", () -> Segment.of(""));
        assertMessage("value must not be blank: ''", () -> Industry.of(""));
        assertMessage("value must not be negative: RUB -1.00", () -> AgencyCac.of(rubles(-1)));
        assertMessage("value must not be negative: RUB -1.00", () -> ClientCac.of(rubles(-1)));
    }

    @Test
    void client_incomplete_saysWhatIsMissing() {
        assertEquals(
                "Cannot build Client, some of required attributes are not set [id, name]",
                assertThrows(IllegalStateException.class, () -> Client.builder().build())
                        .getMessage());
    }

    private static ClientBuilder client() {
        return Client.builder()
                .id(ClientId.of("c1"))
                .name("Alpha")
                .addPeople(
                        anna(),
                        Person.builder()
                                .id(BORIS)
                                .name("Boris")
                                .party(Party.CLIENT)
                                .build());
    }

    private static Person anna() {
        return Person.builder().id(ANNA).name("Anna").party(Party.AGENCY).build();
    }

    private static Money rubles(int amount) {
        return Money.of(CurrencyUnit.of("RUB"), amount);
    }

    private static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
