package dev.tenure.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Outcome;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/retention.md}. */
class RetentionWorkedExampleTest {

    @Test
    void marchOfFourClients() {
        ClientPresence presence = ClientPresence.of(List.of(
                ClientSpell.ongoing(1, LocalDate.of(2024, 5, 1)),
                ClientSpell.ended(2, LocalDate.of(2024, 9, 1), LocalDate.of(2025, 3, 10)),
                ClientSpell.ongoing(3, LocalDate.of(2025, 1, 15)),
                ClientSpell.ended(4, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 5)),
                ClientSpell.ongoing(4, LocalDate.of(2025, 3, 20)),
                ClientSpell.ended(5, LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 25))));
        ReportingCalendar months = ReportingCalendar.of(Granularity.MONTH);
        ReportingPeriod march = months.periodOf(LocalDate.of(2025, 3, 1));
        LocalDate asOf = LocalDate.of(2025, 3, 31);
        LogoChurnResult chartMogul = LogoChurn.withDefaults().of(presence, march, asOf);
        LogoChurnResult stripe =
                LogoChurn.withDefaults().with(ChurnPolicy.STRIPE).of(presence, march, asOf);
        LogoChurnResult shopify =
                LogoChurn.withDefaults().with(ChurnPolicy.SHOPIFY).of(presence, march, asOf);
        LogoChurnResult days =
                LogoChurn.withDefaults().with(ChurnPolicy.CLIENT_DAYS).of(presence, march, asOf);

        assertEquals(Outcome.of(Proportion.of(1, 4)), chartMogul.proportion());
        Interval interval = chartMogul.interval().orElseThrow();
        assertEquals(0.0456, interval.lower(), 5e-5);
        assertEquals(0.6994, interval.upper(), 5e-5);
        assertEquals(Outcome.of(Ratio.of(3, 5)), stripe.exact());
        assertEquals(Outcome.of(Ratio.of(7, 10)), shopify.exact());
        assertEquals(109, days.counts().clientDays());
        assertEquals(Outcome.of(Ratio.of(93, 109)), days.exact());
    }
}
