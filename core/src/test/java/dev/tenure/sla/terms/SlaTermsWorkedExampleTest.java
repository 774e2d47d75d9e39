package dev.tenure.sla.terms;

import static dev.tenure.sla.terms.CriticalCondition.allOf;
import static dev.tenure.sla.terms.CriticalCondition.anyOf;
import static dev.tenure.sla.terms.CriticalCondition.costs;
import static dev.tenure.sla.terms.CriticalCondition.holds;
import static dev.tenure.sla.terms.CriticalCondition.isOneOf;
import static dev.tenure.sla.terms.CriticalCondition.lasts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.BusinessDays;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.Client;
import dev.tenure.client.ClientId;
import dev.tenure.client.Party;
import dev.tenure.client.Person;
import dev.tenure.client.PersonId;
import dev.tenure.client.Role;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.sla.performance.BadNews;
import dev.tenure.sla.performance.BadNewsLatency;
import dev.tenure.sla.performance.BadNewsLatencyResult;
import dev.tenure.sla.performance.SilenceGap;
import dev.tenure.sla.performance.SilenceGapResult;
import dev.tenure.stat.Proportion;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/sla-terms.md}. */
class SlaTermsWorkedExampleTest {

    @Test
    void aMarchOfAClinic() {
        SlaTiers tiers = SlaTiers.of(
                SlaTiers.Tier.of("standard", Money.parse("RUB 0")),
                SlaTiers.Tier.of("plus", Money.parse("RUB 20000")),
                SlaTiers.Tier.of("premium", Money.parse("RUB 100000")));
        SlaTiers.Tier tier = tiers.tierOf(Money.parse("RUB 48000"));
        SpendAtRisk risk = SpendAtRisk.of(Money.parse("RUB 48000"), Duration.ofMinutes(100));
        Money shown = risk.value().toMoney(RoundingMode.HALF_UP);

        assertEquals("plus", tier.name());
        assertEquals("RUB 10000/3", risk.value().toString());
        assertEquals(Money.parse("RUB 3333.33"), shown);

        CriticalIncidentDefinition critical = CriticalIncidentDefinition.of(anyOf(
                holds("tracking lost"),
                lasts("site down", Duration.ofMinutes(15)),
                allOf(isOneOf("channel", "search", "social"), costs("spend at risk", Money.parse("RUB 3000")))));
        Incident seen = Incident.builder()
                .putWord("channel", "search")
                .putDuration("site down", Duration.ZERO)
                .build();
        Incident known =
                seen.toBuilder().putAmount("spend at risk", risk.value()).build();
        Outcome<Boolean> atFirst = critical.isCritical(seen);
        Outcome<Boolean> later = critical.isCritical(known);
        String why = critical.assess(known).explain().toText();

        assertEquals(
                Outcome.<Boolean>undefined(Reason.NO_DATA, "tracking lost is not known; spend at risk is not known"),
                atFirst);
        assertEquals(Outcome.of(true), later);
        assertTrue(why.contains("spend at risk >= RUB 3000.00 = yes"));

        Client clinic = Client.builder()
                .id(ClientId.of("c-17"))
                .name("Clinic")
                .addPerson(Person.builder()
                        .id(PersonId.of("anna"))
                        .name("Anna")
                        .party(Party.CLIENT)
                        .build())
                .putRole(Role.CLIENT_CONTACT, PersonId.of("anna"))
                .build();
        UrgentWorkRule urgent = UrgentWorkRule.builder()
                .addRole(Role.CLIENT_CONTACT)
                .surcharge(Ratio.parse("0.5"))
                .queueJump(3)
                .monthlyLimit(2)
                .build();
        UrgentWorkRule.Request request = UrgentWorkRule.Request.of(
                clinic, PersonId.of("anna"), YearMonth.of(2025, 3), Money.parse("RUB 8000"), 7);
        UrgentWorkDecision second = urgent.decide(request, 1);
        UrgentWorkDecision third = urgent.decide(request, 2);

        assertEquals(Outcome.of(ExactMoney.of(Money.parse("RUB 12000"))), second.price());
        assertEquals(Outcome.of(4), second.queuePosition());
        assertEquals(ImmutableList.of("the limit of 2 in 2025-03 is reached"), third.refusals());

        ServiceCredits credits = ServiceCredits.builder()
                .addTier(ServiceCredits.Tier.of("0.99", "0.05"))
                .addTier(ServiceCredits.Tier.of("0.95", "0.10"))
                .minimumDecided(20)
                .freeBreaches(1)
                .build();
        ServiceCreditResult credit = credits.of(Proportion.of(38, 40), Money.parse("RUB 129999"));
        Money payable = credit.payable();

        assertEquals(Outcome.of(Ratio.of(39, 40)), credit.compliance());
        assertEquals(Money.parse("RUB 6499.95"), payable);

        WorkSchedule office =
                WorkSchedule.of(ZoneId.of("Europe/Moscow"), WeeklyHours.mondayToFriday(DayHours.parse("09:00-18:00")));
        Instant asOf = Instant.parse("2025-03-31T15:00:00Z");
        BadNewsLatencyResult news = BadNewsLatency.within(Duration.ofHours(1), BusinessCalendar.of(office))
                .of(
                        ImmutableList.of(
                                BadNews.told(
                                        Instant.parse("2025-03-14T14:30:00Z"), Instant.parse("2025-03-17T06:20:00Z")),
                                BadNews.told(
                                                Instant.parse("2025-03-20T07:00:00Z"),
                                                Instant.parse("2025-03-20T07:30:00Z"))
                                        .foundByClientAt(Instant.parse("2025-03-20T06:55:00Z")),
                                BadNews.untold(Instant.parse("2025-03-31T13:00:00Z"))),
                        asOf);
        Outcome<Duration> median = news.value();
        Proportion inTime = news.inTime();

        assertEquals(Outcome.of(Duration.ofMinutes(50)), median);
        assertEquals(Proportion.of(1, 3), inTime);
        assertEquals(Proportion.of(1, 3), news.clientFoundFirst());

        SilenceGapResult silence = SilenceGap.within(BusinessDays.of(5), office)
                .of(
                        ImmutableList.of(
                                SilenceGap.Message.of(Instant.parse("2025-03-10T07:00:00Z"), Party.AGENCY),
                                SilenceGap.Message.of(Instant.parse("2025-03-19T07:00:00Z"), Party.CLIENT),
                                SilenceGap.Message.of(Instant.parse("2025-03-26T07:00:00Z"), Party.AGENCY)),
                        Instant.parse("2025-03-03T06:00:00Z"),
                        asOf);
        BusinessDays longest = silence.longest().businessDays();
        BusinessDays current = silence.current().businessDays();

        assertEquals(BusinessDays.of(12), longest);
        assertEquals(BusinessDays.of(3), current);
        assertEquals(1, silence.exceedances());
    }
}
