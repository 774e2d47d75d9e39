package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Caveats;
import dev.tenure.examples.report.page.Text;
import java.util.stream.Stream;

/** What could not be computed, by the file that would allow it. */
final class Missing {

    private static final ImmutableListMultimap<InputFile, String> NEEDED =
            ImmutableListMultimap.<InputFile, String>builder()
                    .putAll(
                            InputFile.CLIENTS,
                            "missing.names",
                            "missing.segments",
                            "figure.segments-test.title",
                            "figure.cac.title",
                            "figure.ltv-to-cac.title",
                            "figure.break-even.title")
                    .putAll(
                            InputFile.CONTRACTS,
                            "figure.mrr.title",
                            "figure.gross-revenue-retention.title",
                            "figure.net-revenue-retention.title",
                            "figure.quick-ratio.title",
                            "figure.ltv-survival.title",
                            "figure.revenue-at-risk.title",
                            "chart.reasons.title",
                            "chart.incidence.title")
                    .putAll(
                            InputFile.INVOICES,
                            "chart.cohorts-revenue.title",
                            "chart.cohorts-gross.title",
                            "figure.ltv-historic.title")
                    .putAll(
                            InputFile.SURVEYS,
                            "figure.nps.title",
                            "figure.csat.title",
                            "figure.ces.title",
                            "figure.detractors-with-reason.title")
                    .putAll(
                            InputFile.TICKETS,
                            "figure.sla-compliance.title",
                            "figure.response-median.title",
                            "chart.breaches.title",
                            "table.at-risk",
                            "figure.silence.title")
                    .putAll(
                            InputFile.TICKET_EVENTS,
                            "figure.sla-compliance.title",
                            "figure.response-median.title",
                            "chart.breaches.title",
                            "table.at-risk",
                            "figure.silence.title")
                    .putAll(InputFile.SLA, "missing.targets")
                    .build();

    private Missing() {}

    static ImmutableList<Caveats.MissingFile> of(Book book) {
        return Stream.of(InputFile.values())
                .filter(file -> !book.has(file))
                .filter(file -> file != InputFile.SLA || book.has(InputFile.TICKETS))
                .map(file -> new Caveats.MissingFile(
                        file.fileName(),
                        NEEDED.get(file).stream().map(Text::phrase).collect(toImmutableList())))
                .collect(toImmutableList());
    }
}
