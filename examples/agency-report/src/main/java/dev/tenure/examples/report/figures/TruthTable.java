package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.contract.ChurnReason;
import dev.tenure.examples.report.page.Caveats;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Text;
import dev.tenure.examples.report.sample.SampleTruth;
import dev.tenure.examples.report.service.UsualTargets;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.performance.SlaComplianceResult;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.SurvivalQuantile;
import dev.tenure.voice.NetPromoterResult;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parameters a sample was drawn from, beside what the report makes of it. */
final class TruthTable {

    private static final int MONTHS = 12;
    /** Few clients have been observed for so long. */
    private static final int PROJECTED = 36;

    private final SampleTruth truth;

    TruthTable(SampleTruth truth) {
        this.truth = truth;
    }

    ImmutableList<Caveats.Truth> rows(
            Lifespans lifespans, Optional<Outlook> outlook, Leaving leaving, Voice voice, Optional<Service> service) {
        ImmutableList.Builder<Caveats.Truth> rows = ImmutableList.builder();
        rows.add(row(Shown.months(medianMonths()), lifespans.median()));
        // who left after exactly six months has reached six
        rows.add(row(new Quantity.Share(truth.survival(5)), lifespans.reaching(6)));
        rows.add(row(new Quantity.Share(truth.survival(11)), lifespans.reaching(12)));
        outlook.map(future -> future.stays(PROJECTED))
                .ifPresent(stays -> rows.add(new Caveats.Truth(
                        Text.phrase("truth.projected", Text.count(PROJECTED)),
                        Text.share(truth.survival(PROJECTED)),
                        Text.of(Shown.share(stays.value())),
                        Text.of(Shown.shares(stays.interval())))));
        rows.add(row(
                "truth.kpi-missed",
                truth.churnReasons().getOrDefault(ChurnReason.KPI_MISSED, 0.0),
                leaving.because(ChurnReason.KPI_MISSED)));
        leaving.lostTo(ChurnReason.KPI_MISSED)
                .ifPresent(lost -> rows.add(new Caveats.Truth(
                        Text.phrase("truth.kpi-lost"),
                        Text.share(truth.churnReasons().getOrDefault(ChurnReason.KPI_MISSED, 0.0)
                                * (1 - truth.survival(MONTHS))),
                        Text.of(Shown.share(lost.incidenceAt(MONTHS))),
                        Text.of(Shown.shares(lost.intervalAt(MONTHS))))));
        rows.add(row("truth.expectation", truth.expectationNamed(), leaving.unmetExpectation()));
        NetPromoterResult nps = voice.overall();
        rows.add(new Caveats.Truth(
                Text.phrase("truth.nps"),
                Text.of(Shown.points(truth.netPromoterScore())),
                Text.of(Shown.points(nps.value().orElseThrow())),
                Text.of(Shown.span(nps.interval(), Shown::points))));
        voice.ratings()
                .satisfaction(false)
                .ifPresent(result -> rows.add(row("truth.csat", truth.topTwoBox(), result.proportion())));
        voice.ratings()
                .effort(false)
                .ifPresent(result -> rows.add(new Caveats.Truth(
                        Text.phrase("truth.ces"),
                        Text.of(Shown.number(truth.meanEase())),
                        Text.of(Shown.number(result.value().orElseThrow())),
                        Text.of(Shown.span(result.interval(), Shown::number)))));
        service.map(Service::kept).ifPresent(kept -> rows.addAll(rows(kept)));
        return rows.build();
    }

    private ImmutableList<Caveats.Truth> rows(Kept kept) {
        SlaComplianceResult first =
                kept.compliance(SlaTargetKind.FIRST_RESPONSE).orElseThrow();
        SurvivalQuantile median =
                kept.times(SlaTargetKind.FIRST_RESPONSE, Priority.NORMAL).median();
        return ImmutableList.of(
                row("truth.first-response", truth.service().firstResponseCompliance(), first.proportion()),
                new Caveats.Truth(
                        Text.phrase("truth.response-median"),
                        Text.of(Shown.seconds(truth.service()
                                .medianResponse(UsualTargets.time(SlaTargetKind.FIRST_RESPONSE, Priority.NORMAL)))),
                        Text.of(Explanation.quantity(median.value(), Shown::seconds)),
                        Text.of(new Quantity.Span(
                                Explanation.quantity(median.lower(), Shown::seconds),
                                Explanation.quantity(median.upper(), Shown::seconds)))),
                row("truth.unassigned", truth.service().unassigned(), first.causeShare(BreachCause.UNASSIGNED)),
                row("truth.paused", truth.service().pause(), kept.paused()));
    }

    /** Returns after how many months at most half of the clients are left. */
    private int medianMonths() {
        return IntStream.iterate(0, month -> month + 1)
                .filter(month -> truth.survival(month) <= 0.5)
                .findFirst()
                .orElseThrow();
    }

    private static Caveats.Truth row(Quantity actual, Figure figure) {
        return new Caveats.Truth(
                Text.phrase("figure." + figure.id() + ".title"),
                Text.of(actual),
                Text.of(figure.value()),
                Text.of(figure.interval().orElseThrow().span()));
    }

    private static Caveats.Truth row(String key, double actual, Proportion estimate) {
        return new Caveats.Truth(
                Text.phrase(key),
                Text.share(actual),
                Text.of(Shown.share(estimate.value())),
                Text.of(Steps.span(estimate)));
    }
}
