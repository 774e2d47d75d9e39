package dev.tenure.examples.embedding;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.retention.ChurnPolicy;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.ClientSpell;
import dev.tenure.retention.LogoChurn;
import dev.tenure.retention.LogoChurnResult;
import java.time.LocalDate;
import java.util.List;

/** Asks one question about four clients: what share of them did we lose in June? */
public final class Embedding {

    private Embedding() {}

    /**
     * Prints the answer and how it came about.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.print(explainedChurn());
    }

    static String explainedChurn() {
        ClientPresence clients = ClientPresence.of(List.of(
                ClientSpell.ended(1, LocalDate.of(2024, 1, 15), LocalDate.of(2025, 6, 10)),
                ClientSpell.ongoing(2, LocalDate.of(2024, 3, 1)),
                ClientSpell.ongoing(3, LocalDate.of(2024, 9, 1)),
                ClientSpell.ended(4, LocalDate.of(2024, 11, 1), LocalDate.of(2025, 2, 1))));
        ReportingPeriod june = ReportingCalendar.of(Granularity.MONTH).periodOf(LocalDate.of(2025, 6, 1));
        LocalDate asOf = LocalDate.of(2025, 7, 1);

        LogoChurnResult churn =
                LogoChurn.withDefaults().with(ChurnPolicy.CHARTMOGUL).of(clients, june, asOf);
        return churn.explain().toText();
    }
}
