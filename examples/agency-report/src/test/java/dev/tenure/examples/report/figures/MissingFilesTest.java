package dev.tenure.examples.report.figures;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.tenure.calendar.Granularity;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.page.Caveats;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Text;
import dev.tenure.examples.report.service.ServiceRules;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MissingFilesTest {

    private static final String CHARGED = """
            client_id,date,amount
            a,2024-01-01,100
            a,2024-02-01,100
            b,2024-01-01,200
            """;

    @ParameterizedTest
    @CsvSource({
        "CONTRACTS, clients.csv invoices.csv surveys.csv tickets.csv ticket_events.csv, retention lifespan worth outlook revenue reasons",
        "CONTRACTS CLIENTS, invoices.csv surveys.csv tickets.csv ticket_events.csv, retention lifespan worth outlook revenue reasons",
        "CONTRACTS INVOICES, clients.csv surveys.csv tickets.csv ticket_events.csv, retention lifespan worth outlook revenue reasons",
        "CONTRACTS SURVEYS, clients.csv invoices.csv tickets.csv ticket_events.csv, retention lifespan worth outlook revenue reasons voice",
        "INVOICES, clients.csv contracts.csv surveys.csv tickets.csv ticket_events.csv, retention lifespan worth purchases invoiced",
        "INVOICES CLIENTS, contracts.csv surveys.csv tickets.csv ticket_events.csv, retention lifespan worth purchases invoiced",
        "INVOICES SURVEYS, clients.csv contracts.csv tickets.csv ticket_events.csv, retention lifespan worth purchases invoiced voice",
        "CLIENTS CONTRACTS INVOICES SURVEYS, tickets.csv ticket_events.csv, retention lifespan worth outlook revenue reasons voice",
        "CONTRACTS TICKETS, clients.csv invoices.csv surveys.csv ticket_events.csv sla.csv, retention lifespan worth outlook revenue reasons",
        "CONTRACTS TICKETS TICKET_EVENTS, clients.csv invoices.csv surveys.csv sla.csv, retention lifespan worth outlook revenue reasons service",
        "INVOICES TICKETS TICKET_EVENTS SLA, clients.csv contracts.csv surveys.csv, retention lifespan worth purchases invoiced service",
        "CLIENTS CONTRACTS INVOICES SURVEYS TICKETS TICKET_EVENTS SLA, '', retention lifespan worth outlook revenue reasons voice service"
    })
    void reportsOnWhatIsThereAndNamesWhatIsNot(String there, String missing, String sections) throws IOException {
        Report report = report(there);
        assertEquals(
                missing,
                String.join(
                        " ",
                        report.caveats().missingFiles().stream()
                                .map(Caveats.MissingFile::file)
                                .toList()));
        assertEquals(
                sections,
                String.join(" ", report.sections().stream().map(Section::id).toList()));
        for (String language : List.of("en", "ru")) {
            assertDoesNotThrow(() -> ReportPage.render(report, Locale.forLanguageTag(language), new StringBuilder()));
        }
    }

    @Test
    void clientsMissing_idsAreTheNames() throws IOException {
        Chart.Bars largest = (Chart.Bars) SmallBook.chart(report("CONTRACTS"), "largest-clients");
        assertEquals(
                List.of(Text.plain("c"), Text.plain("a")),
                largest.bars().stream().map(Chart.Bars.Bar::label).toList());
    }

    @Test
    void invoicesThere_moneyIsFollowedByCohort() throws IOException {
        assertTrue(has(report("CONTRACTS INVOICES"), "cohorts-revenue"));
        assertFalse(has(report("CONTRACTS"), "cohorts-revenue"));
    }

    @Test
    void nothingBeforeTheDay_noReport() throws IOException {
        assertEquals(
                Optional.empty(),
                ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.CONTRACTS, SmallBook.CONTRACTS)),
                        SmallBook.request(LocalDate.of(2024, 1, 1))));
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPresetReports(Preset preset) throws IOException {
        Report report = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.CONTRACTS, SmallBook.CONTRACTS)),
                        new ReportRequest(
                                "x",
                                SmallBook.MARCH_2025,
                                Granularity.QUARTER,
                                preset,
                                40,
                                Optional.empty(),
                                Optional.empty(),
                                ServiceRules.STANDARD,
                                Optional.empty(),
                                Optional.empty()))
                .orElseThrow();
        assertDoesNotThrow(() -> ReportPage.render(report, Locale.ENGLISH, new StringBuilder()));
    }

    @ParameterizedTest
    @EnumSource(Granularity.class)
    void everyGranularityReports_alsoOnTheFirstDays(Granularity granularity) throws IOException {
        for (LocalDate asOf : List.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 8, 15), LocalDate.of(2026, 1, 1))) {
            Report report = ReportFigures.of(
                            SmallBook.of(ImmutableMap.of(
                                    InputFile.CONTRACTS, SmallBook.CONTRACTS, InputFile.INVOICES, CHARGED)),
                            new ReportRequest(
                                    "x",
                                    asOf,
                                    granularity,
                                    Preset.STANDARD,
                                    40,
                                    Optional.empty(),
                                    Optional.empty(),
                                    ServiceRules.STANDARD,
                                    Optional.empty(),
                                    Optional.empty()))
                    .orElseThrow();
            assertDoesNotThrow(() -> ReportPage.render(report, Locale.ENGLISH, new StringBuilder()));
        }
    }

    @Test
    void manyPeriods_areDrawnByCoarserOnes() {
        Periods weeks = new Periods(Granularity.WEEK, LocalDate.of(2022, 1, 1), LocalDate.of(2026, 1, 1));
        assertEquals(Granularity.QUARTER, weeks.forColumns().granularity()); // 48 months are more than 36
        assertEquals(Granularity.MONTH, weeks.forPoints().granularity());
        Periods short_ = new Periods(Granularity.MONTH, LocalDate.of(2023, 1, 1), LocalDate.of(2026, 1, 1));
        assertEquals(Granularity.MONTH, short_.forColumns().granularity());
    }

    @Test
    void mostDeparturesOnOneDay_churnByPeriodIsWarnedAbout() throws IOException {
        StringBuilder rows = new StringBuilder("client_id,start,end,monthly_fee\n");
        for (int client = 0; client < 30; client++) {
            rows.append(client).append(",2024-01-0").append(1 + client % 9).append(",2024-06-01,100\n");
        }
        Report report = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(InputFile.CONTRACTS, rows.toString())),
                        SmallBook.request(LocalDate.of(2024, 7, 1)))
                .orElseThrow();
        assertEquals(
                Optional.of(
                        "30 of 30 departures are dated June 1, 2024: the data seem to say who has left and not when, so"
                                + " that churn by period says little. Lifespans are not touched by that."),
                SmallBook.figure(report, "logo-churn").warning().map(text -> ReportPage.say(text, Locale.ENGLISH)));
    }

    @Test
    void whoComesOnce_staysForLessThanAMonth() throws IOException {
        Report report = ReportFigures.of(
                        SmallBook.of(ImmutableMap.of(
                                InputFile.INVOICES, "client_id,date,amount\nx,2024-01-01,1\ny,2024-01-02,1\n")),
                        SmallBook.request(LocalDate.of(2024, 7, 1)))
                .orElseThrow();
        assertTrue(
                report.lead().contains(Text.phrase("lead.short")), report.lead().toString());
        assertTrue(SmallBook.figure(report, "lifespan-median").warning().isPresent());
    }

    private static boolean has(Report report, String chart) {
        return report.sections().stream()
                .flatMap(section -> section.charts().stream())
                .anyMatch(candidate -> candidate.id().equals(chart));
    }

    private static Report report(String files) throws IOException {
        ImmutableMap.Builder<InputFile, String> texts = ImmutableMap.builder();
        for (String name : files.split(" ")) {
            InputFile file = InputFile.valueOf(name);
            texts.put(
                    file,
                    switch (file) {
                        case CLIENTS -> SmallBook.CLIENTS;
                        case CONTRACTS -> SmallBook.CONTRACTS;
                        case INVOICES -> CHARGED;
                        case SURVEYS -> SmallBook.SURVEYS;
                        case TICKETS -> SmallDesk.TICKETS;
                        case TICKET_EVENTS -> SmallDesk.EVENTS;
                        case SLA -> SmallDesk.TARGETS;
                    });
        }
        return ReportFigures.of(SmallBook.of(texts.buildOrThrow()), SmallBook.request(SmallBook.MARCH_2025))
                .orElseThrow();
    }
}
