package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Caveats;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportHeader;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Text;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes all figures of a report with the calculators of the library.
 *
 * <p>With contracts, a client is one while a contract runs, and revenue is recurring. Without them, a client is one from the
 * first invoice until there has been none for a number of days, and revenue is what was invoiced.
 */
public final class ReportFigures {

    private final ReportRequest request;
    private final Facts facts;
    private final Periods periods;
    private final Tenures tenures;
    private final Stay stay;
    private final Lifespans lifespans;
    private final Leaving leaving;
    private final Voice voice;
    private final Optional<Service> service;

    private ReportFigures(ReportRequest request, Facts facts, LocalDate from) {
        this.request = request;
        this.facts = facts;
        periods = new Periods(request.granularity(), from, request.asOf());
        tenures = Tenures.of(facts, request);
        stay = new Stay(tenures, periods, request.preset());
        lifespans = new Lifespans(tenures);
        leaving = new Leaving(tenures);
        voice = new Voice(facts, tenures);
        service = Kept.of(facts, periods, request.service()).map(kept -> new Service(facts, kept));
    }

    /**
     * Computes a report.
     *
     * @param book what the files say
     * @param request what is asked
     * @return the report; empty if nothing is dated before the day of the figures
     */
    public static Optional<Report> of(Book book, ReportRequest request) {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(request, "request");
        Facts facts = Facts.of(book, request.asOf());
        return facts.firstDay().isPresent()
                ? Optional.of(new ReportFigures(
                                request,
                                facts,
                                LocalDate.ofEpochDay(facts.firstDay().orElseThrow()))
                        .report())
                : Optional.empty();
    }

    private Report report() {
        return facts.hasContracts() ? ofContracts() : ofInvoices();
    }

    private Report ofContracts() {
        Recurring recurring = new Recurring(facts, periods, request.preset());
        Exposure exposure = new Exposure(facts, periods, tenures, stay.monthlyChurn(), recurring);
        Worth worth = new Worth(
                facts,
                new Basis(request.grossMargin()),
                recurring.now().averageRevenuePerAccount(),
                lifespans.result().curve(),
                stay.monthlyChurn());
        Outlook outlook =
                new Outlook(facts, tenures, request, recurring.concentration().revenues());
        Optional<Invoiced> invoiced =
                facts.hasInvoices() ? Optional.of(new Invoiced(facts, periods)) : Optional.empty();
        Headline headline = new Headline()
                .stay(stay.kept(), stay)
                .lasts(lifespans.result())
                .worth(worth)
                .change(
                        "change",
                        periods.last(),
                        recurring.last().netNew(),
                        recurring.last().closing())
                .reason(leaving);
        ImmutableList<Text> why = ImmutableList.<Text>builder()
                .addAll(leaving.points())
                .addAll(voice.points())
                .build();
        return page(
                headline,
                Optional.of(outlook),
                ImmutableList.of(worth.answer(), recurring.change(why)),
                ImmutableList.of(
                        worth.section(invoiced.map(Invoiced::historicValue)),
                        outlook.section(),
                        recurring.section(exposure)));
    }

    private Report ofInvoices() {
        Invoiced invoiced = new Invoiced(facts, periods);
        Headline headline = new Headline()
                .stay(stay.kept(), stay)
                .lasts(lifespans.result())
                .historic(invoiced.average())
                .change("invoiced", periods.last(), invoiced.change(), invoiced.lastPeriod());
        return page(
                headline,
                Optional.empty(),
                ImmutableList.of(invoiced.worth(), new Answer("change", invoiced.changeFigure(), voice.points())),
                ImmutableList.of(invoiced.worthSection(), purchases(), invoiced.section()));
    }

    private Section purchases() {
        PurchaseForecast forecast = PurchaseForecast.of(facts, request.fitUntil());
        return new Purchases(forecast, new Prospects(facts, new Basis(request.grossMargin()), forecast)).section();
    }

    private Report page(
            Headline headline,
            Optional<Outlook> outlook,
            ImmutableList<Answer> money,
            ImmutableList<Section> moneySections) {
        return new Report(
                header(),
                headline.sentences(),
                ImmutableList.<Answer>builder()
                        .add(new Answer("stay", stay.retention(), ImmutableList.of(stay.point())))
                        .add(new Answer("long", lifespans.median(), lifespans.points()))
                        .addAll(money)
                        .addAll(service.map(Service::answer).stream().toList())
                        .build(),
                sections(moneySections),
                caveats(outlook));
    }

    private ReportHeader header() {
        return new ReportHeader(
                request.agency(),
                request.asOf(),
                Text.of(periods.last()),
                periods.from(),
                facts.currency(),
                request.preset().term());
    }

    private ImmutableList<Section> sections(ImmutableList<Section> money) {
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        sections.add(stay.section(new Cohorts(facts, periods, request.preset()).charts(tenures)));
        sections.add(lifespans.section(Segments.of(facts, tenures.spells())));
        sections.addAll(money);
        if (leaving.isKnown()) {
            sections.add(leaving.section(facts));
        }
        if (!voice.isEmpty()) {
            sections.add(voice.section());
        }
        service.map(Service::section).ifPresent(sections::add);
        return sections.build();
    }

    private Caveats caveats(Optional<Outlook> outlook) {
        return new Caveats(
                request.truth().map(truth -> new TruthTable(truth).rows(lifespans, outlook, leaving, voice, service)),
                Missing.of(facts.book()),
                request.skippedRows());
    }
}
