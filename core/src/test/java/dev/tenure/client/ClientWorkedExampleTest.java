package dev.tenure.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/client.md}. */
class ClientWorkedExampleTest {

    @Test
    void clientWithTwoPeople_asksForTheRest() {
        Person anna = Person.builder()
                .id(PersonId.of("p-1"))
                .name("Anna Petrova")
                .party(Party.AGENCY)
                .build();
        Person oleg = Person.builder()
                .id(PersonId.of("p-2"))
                .name("Oleg Sokolov")
                .party(Party.CLIENT)
                .build();
        Client client = Client.builder()
                .id(ClientId.of("c-17"))
                .name("Sever Development")
                .segment(Segment.of("enterprise"))
                .industry(Industry.of("real estate"))
                .acquiredOn(LocalDate.of(2025, 3, 1))
                .acquisitionCost(AgencyCac.of(Money.parse("RUB 90000")))
                .addPeople(anna, oleg)
                .putRole(Role.ACCOUNT_MANAGER, anna.id())
                .putRole(Role.PROJECT_MANAGER, anna.id())
                .putRole(Role.CLIENT_CONTACT, oleg.id())
                .putDecisionRight(DecisionRight.BUDGET, oleg.id())
                .build();
        ImmutableSet<Role> openRoles = client.openRoles();
        ImmutableSet<DecisionRight> openRights = client.openDecisionRights();
        Person keeper = client.holderOf(client.retentionOwner().role()).orElseThrow();

        assertEquals(ImmutableSet.of(Role.AGENCY_HEAD, Role.AGENCY_CONTACT), openRoles);
        assertEquals(ImmutableSet.of(DecisionRight.CREATIVE_APPROVAL, DecisionRight.ACCESS), openRights);
        assertEquals("Anna Petrova", keeper.name());
    }
}
