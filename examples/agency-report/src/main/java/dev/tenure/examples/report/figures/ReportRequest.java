package dev.tenure.examples.report.figures;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.calendar.Granularity;
import dev.tenure.examples.report.page.Caveats;
import dev.tenure.examples.report.sample.SampleTruth;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.money.Ratio;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a book.
 *
 * @param agency the agency's name
 * @param asOf the day of the figures: what is dated on it or later is not yet known
 * @param granularity how long a period is
 * @param preset whose rules the figures follow
 * @param inactiveAfter without contracts: after how many days without an invoice a client counts as gone
 * @param fitUntil without contracts: the last day to whose invoices models are fitted; empty if they are fitted to all
 * @param grossMargin the share of revenue left after the direct cost of serving a client; empty if it is not known
 * @param service when the agency works, for the figures of tickets
 * @param truth what the book was drawn from, if it was
 * @param skippedRows the rows that were left out, if any
 */
public record ReportRequest(
        String agency,
        LocalDate asOf,
        Granularity granularity,
        Preset preset,
        int inactiveAfter,
        Optional<LocalDate> fitUntil,
        Optional<Ratio> grossMargin,
        ServiceRules service,
        Optional<SampleTruth> truth,
        Optional<Caveats.SkippedRows> skippedRows) {

    /**
     * Creates a request.
     *
     * @param agency the agency's name
     * @param asOf the day of the figures
     * @param granularity how long a period is
     * @param preset whose rules the figures follow
     * @param inactiveAfter the days of silence, more than 0
     * @param fitUntil the last day to whose invoices models are fitted, before the eve of the day of the figures, if not to all
     * @param grossMargin the share of revenue left, more than 0 and at most 1, if it is known
     * @param service when the agency works
     * @param truth what the book was drawn from, if it was
     * @param skippedRows the rows that were left out, if any
     */
    public ReportRequest {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(granularity, "granularity");
        Objects.requireNonNull(preset, "preset");
        checkArgument(inactiveAfter > 0, "inactiveAfter must be positive: %s", inactiveAfter);
        Objects.requireNonNull(fitUntil, "fitUntil");
        LocalDate eve = asOf.minusDays(1);
        fitUntil.ifPresent(day -> checkArgument(day.isBefore(eve), "fitUntil must be before %s: %s", eve, day));
        Objects.requireNonNull(grossMargin, "grossMargin");
        grossMargin.ifPresent(share -> checkArgument(
                share.signum() > 0 && share.compareTo(Ratio.ONE) <= 0, "grossMargin must be in (0, 1]: %s", share));
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(truth, "truth");
        Objects.requireNonNull(skippedRows, "skippedRows");
    }
}
