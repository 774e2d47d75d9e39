package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.ChurnReason;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.Interval;
import dev.tenure.survival.competing.AalenJohansen;
import dev.tenure.survival.competing.CauseIncidence;
import dev.tenure.survival.competing.CompetingObservation;
import dev.tenure.survival.competing.CompetingRisks;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which share of all clients is lost for which reason by which time, each reason beside the others that take clients away, too. */
final class Reasons {

    /** The others of the first spells are put together. */
    private static final int MOST_REASONS = 3;
    /** The months that are drawn, if somebody has been observed for so long. */
    private static final int MOST_MONTHS = 36;

    private static final int YEAR = 12;
    private static final String OTHERS = "others";

    private final ImmutableMap<String, Leaving.Kind> kinds;
    private final CompetingRisks risks;

    private Reasons(ImmutableMap<String, Leaving.Kind> kinds, CompetingRisks risks) {
        this.kinds = kinds;
        this.risks = risks;
    }

    /** Looks at the first spells of clients; empty if no reason was written down for one of them. */
    static Optional<Reasons> of(ImmutableList<Spell> spells) {
        ImmutableList<Leaving.Kind> known = Leaving.byFrequency(spells.stream()
                        .filter(spell -> spell.life().ended() && spell.cause().isPresent())
                        .map(spell -> Leaving.Kind.of(spell.cause()))
                        .collect(toImmutableList()))
                .keySet()
                .asList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        ImmutableMap.Builder<String, Leaving.Kind> kinds = ImmutableMap.builder();
        known.stream().limit(MOST_REASONS).forEach(kind -> kinds.put(kind.order(), kind));
        ImmutableMap<String, Leaving.Kind> main = kinds.buildOrThrow();
        List<String> causes = new ArrayList<>(main.keySet());
        if (known.size() > MOST_REASONS) {
            causes.add(OTHERS);
        }
        return Optional.of(new Reasons(
                main,
                AalenJohansen.withCauses(causes)
                        .with(ChronoUnit.MONTHS)
                        .of(spells.stream()
                                .map(spell -> observation(spell, main))
                                .collect(toImmutableList()))));
    }

    private static CompetingObservation observation(Spell spell, ImmutableMap<String, Leaving.Kind> main) {
        double months = spell.life().elapsedMonths();
        if (!spell.life().ended()) {
            return CompetingObservation.ongoing(months);
        }
        if (spell.cause().isEmpty()) {
            return CompetingObservation.endedForUnknownCause(months);
        }
        String cause = Leaving.Kind.of(spell.cause()).order();
        return CompetingObservation.ended(months, main.containsKey(cause) ? cause : OTHERS);
    }

    private Text label(CauseIncidence incidence) {
        if (incidence.cause().equals(AalenJohansen.UNKNOWN_NAME)) {
            return Text.phrase("cause.unknown");
        }
        return Optional.ofNullable(kinds.get(incidence.cause()))
                .map(Leaving.Kind::reasonText)
                .orElseGet(() -> Text.phrase("cause.others"));
    }

    /** Returns what is lost for a reason within a year, if it is one of the main ones. */
    Optional<CauseIncidence> because(ChurnReason reason) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().reason().equals(Optional.of(reason)))
                .findFirst()
                .map(kind -> risks.incidence(kind.getKey()));
    }

    ImmutableList<Figure> figures() {
        CauseIncidence main = risks.incidences().get(0);
        return ImmutableList.of(
                figure("lost-to-main-reason-12", main, YEAR), figure("lost-to-main-reason-24", main, 2 * YEAR));
    }

    private Figure figure(String id, CauseIncidence incidence, int months) {
        return Figure.of(id, explain(incidence, months))
                .withInterval(Shown.shares(incidence.intervalAt(months)), incidence.level())
                .withPolicy("interval", Shown.term(incidence.intervalMethod()))
                .withPolicy("unknown reasons", Shown.term(incidence.unknownRule()))
                .withReading(Text.phrase(
                        "reading.lost-to-reason",
                        label(incidence),
                        Text.count(incidence.ended()),
                        Text.count(incidence.observations()),
                        Text.count(risks.unknown())));
    }

    /** The core names the cause in the name of the figure; the page says it beside. */
    private static Explanation explain(CauseIncidence incidence, int months) {
        Explanation explanation = incidence.explainAt(months);
        ExplanationBuilder builder = Explanation.builder()
                .name("incidence of the cause")
                .formula(explanation.formula())
                .value(explanation.value())
                .putAllInputs(explanation.inputs());
        return builder.addAllParts(explanation.parts()).build();
    }

    Optional<Chart> chart() {
        int months = (int) Math.min(
                MOST_MONTHS, Math.floor(risks.survival().longest().toOptional().orElse(0.0)));
        if (months < 1) {
            return Optional.empty();
        }
        CauseIncidence main = risks.incidences().get(0);
        return Optional.of(new Chart.Lines(
                "incidence",
                Text.phrase(
                        "chart.incidence.text",
                        label(main),
                        Text.count(months),
                        Text.of(Shown.share(main.incidenceAt(months)))),
                Text.phrase("column.months"),
                IntStream.rangeClosed(0, months).mapToObj(Text::count).collect(toImmutableList()),
                shown().stream()
                        .map(incidence -> new Chart.Lines.Series(
                                label(incidence),
                                IntStream.rangeClosed(0, months)
                                        .mapToObj(month -> Shown.share(incidence.incidenceAt(month)))
                                        .collect(toImmutableList())))
                        .collect(toImmutableList()),
                true));
    }

    /** Unknown reasons are a line of their own, if there are any. */
    private ImmutableList<CauseIncidence> shown() {
        return risks.incidences().stream()
                .filter(incidence -> incidence.ended() > 0 || kinds.containsKey(incidence.cause()))
                .collect(toImmutableList());
    }

    Table table() {
        return new Table(
                Text.phrase("table.incidence"),
                ImmutableList.of(
                        Text.phrase("column.reason"),
                        Text.phrase("column.lost"),
                        Text.phrase("column.within-12"),
                        Text.phrase("column.interval"),
                        Text.phrase("column.within-24"),
                        Text.phrase("column.interval")),
                shown().stream().map(this::row).collect(toImmutableList()));
    }

    private ImmutableList<Text> row(CauseIncidence incidence) {
        return ImmutableList.of(
                label(incidence),
                Text.count(incidence.ended()),
                share(incidence.incidenceAt(YEAR)),
                span(incidence.intervalAt(YEAR)),
                share(incidence.incidenceAt(2 * YEAR)),
                span(incidence.intervalAt(2 * YEAR)));
    }

    private static Text share(Outcome<Double> share) {
        return Text.of(Shown.share(share));
    }

    private static Text span(Outcome<Interval> interval) {
        return Text.of(Shown.shares(interval));
    }
}
