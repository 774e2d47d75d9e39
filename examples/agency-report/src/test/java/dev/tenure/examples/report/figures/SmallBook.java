package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableMap;
import dev.tenure.calendar.Granularity;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.BookReader;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InputFolder;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.money.Ratio;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Books small enough to be reckoned by hand. */
final class SmallBook {

    static final String CLIENTS = """
            client_id,name,segment,acquisition_cost
            a,Alpha,large,300
            b,Beta,small,
            c,Gamma,large,500
            """;

    /** Alpha and Gamma stay; Beta leaves after half a year, d (without a name) after a month. */
    static final String CONTRACTS = """
            client_id,start,end,monthly_fee,churn_side,churn_reason,expectation
            a,2024-01-01,,100,,,
            b,2024-01-01,2024-07-01,200,agency,kpi_missed,the cost of a lead
            c,2024-03-01,,300,,,
            d,2025-01-01,2025-02-01,50,,,
            """;

    static final String SURVEYS = """
            client_id,date,kind,score,reason
            a,2024-11-10,nps,9,
            c,2024-11-10,nps,9,
            a,2025-02-10,nps,10,
            c,2025-02-10,nps,6,
            d,2025-02-10,nps,8,
            a,2025-02-11,nps,,
            a,2025-01-10,csat,5,
            c,2025-01-10,csat,4,
            d,2025-01-10,csat,2,
            a,2025-01-12,ces,7,
            c,2025-01-12,ces,5,
            """;

    /** By 1 April 2024 and after 40 days of silence y has gone, on 31 March; x and z have not. */
    static final String INVOICES = """
            client_id,date,amount
            x,2024-01-10,100.00
            y,2024-01-20,50.00
            x,2024-02-10,100.00
            y,2024-02-20,60.00
            x,2024-03-10,100.00
            z,2024-03-15,40.00
            """;

    static final LocalDate MARCH_2025 = LocalDate.of(2025, 3, 1);
    static final LocalDate APRIL_2024 = LocalDate.of(2024, 4, 1);

    private SmallBook() {}

    static Book of(Map<InputFile, String> texts) throws IOException {
        return BookReader.of(InputFolder.of(texts)).read().book();
    }

    static ReportRequest request(LocalDate asOf) {
        return request(asOf, Optional.empty());
    }

    private static ReportRequest request(LocalDate asOf, Optional<Ratio> grossMargin) {
        return new ReportRequest(
                "Small",
                asOf,
                Granularity.MONTH,
                Preset.STANDARD,
                40,
                Optional.empty(),
                grossMargin,
                ServiceRules.STANDARD,
                Optional.empty(),
                Optional.empty());
    }

    static Report contracts() throws IOException {
        return contracts(SURVEYS, Optional.empty());
    }

    static Report contracts(String surveys, Optional<Ratio> grossMargin) throws IOException {
        return ReportFigures.of(
                        of(ImmutableMap.of(
                                InputFile.CLIENTS, CLIENTS,
                                InputFile.CONTRACTS, CONTRACTS,
                                InputFile.SURVEYS, surveys)),
                        request(MARCH_2025, grossMargin))
                .orElseThrow();
    }

    static Report invoices() throws IOException {
        return ReportFigures.of(of(ImmutableMap.of(InputFile.INVOICES, INVOICES)), request(APRIL_2024))
                .orElseThrow();
    }

    static Figure figure(Report report, String id) {
        return report.sections().stream()
                .flatMap(section -> section.figures().stream())
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + id));
    }

    static Chart chart(Report report, String id) {
        return report.sections().stream()
                .flatMap(section -> section.charts().stream())
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no chart " + id));
    }

    static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + id));
    }
}
