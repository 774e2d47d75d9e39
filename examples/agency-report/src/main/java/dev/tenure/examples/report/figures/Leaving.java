package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.ChurnCause;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.ChurnSide;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Section;
import dev.tenure.examples.report.page.Table;
import dev.tenure.examples.report.page.Text;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.competing.CauseIncidence;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Why clients leave, by the main cause of each departure. */
final class Leaving {

    private static final int MOST_EXPECTATIONS = 20;

    private final ImmutableList<Loss> losses;
    private final ImmutableMap<Kind, Long> causes;
    private final Optional<Reasons> reasons;

    Leaving(Tenures tenures) {
        this.losses = tenures.losses();
        causes = byFrequency(losses.stream().map(loss -> Kind.of(loss.cause())).collect(toImmutableList()));
        reasons = Reasons.of(tenures.spells());
    }

    /** What departures have in common: whose side it was, and why. */
    record Kind(Optional<ChurnSide> side, Optional<ChurnReason> reason) {

        static Kind of(Optional<ChurnCause> cause) {
            return new Kind(cause.map(ChurnCause::side), cause.map(ChurnCause::reason));
        }

        /** Other reasons of different sides are told apart. */
        Text reasonText() {
            Text text = Text.phrase("cause." + reason.map(Keys::of).orElse("unknown"));
            return reason.filter(ChurnReason.OTHER::equals).isPresent()
                    ? Text.phrase("cause.of-side", text, sideText())
                    : text;
        }

        Text sideText() {
            return Text.phrase("side." + side.map(Keys::of).orElse("unknown"));
        }

        String order() {
            return reason.map(Enum::name).orElse("") + side.map(Enum::name).orElse("");
        }
    }

    /** Returns how often each kind occurs, the most frequent first. */
    static ImmutableMap<Kind, Long> byFrequency(ImmutableList<Kind> kinds) {
        return kinds.stream().collect(groupingBy(kind -> kind, counting())).entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(counted -> counted.getKey().order()))
                .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Tells whether any cause was written down. */
    boolean isKnown() {
        return losses.stream().anyMatch(loss -> loss.cause().isPresent());
    }

    /** Returns the most frequent cause that was written down. */
    private Optional<Map.Entry<Kind, Long>> top() {
        return causes.entrySet().stream()
                .filter(counted -> counted.getKey().reason().isPresent())
                .findFirst();
    }

    Optional<Text> lead() {
        return top().map(counted -> Text.phrase("lead.reason", counted.getKey().reasonText()));
    }

    ImmutableList<Text> points() {
        return top().map(counted -> ImmutableList.of(Text.phrase(
                        "point.reason",
                        counted.getKey().reasonText(),
                        Text.count(counted.getValue()),
                        Text.count(losses.size()))))
                .orElse(ImmutableList.of());
    }

    Proportion because(ChurnReason reason) {
        return share(cause -> cause.reason() == reason);
    }

    Proportion unmetExpectation() {
        return share(cause -> cause.unmetExpectation().isPresent());
    }

    private Proportion share(Predicate<ChurnCause> which) {
        return Proportion.of(
                losses.stream()
                        .flatMap(loss -> loss.cause().stream())
                        .filter(which)
                        .count(),
                losses.size());
    }

    /** Returns what is lost for a reason, if it is one of the main ones. */
    Optional<CauseIncidence> lostTo(ChurnReason reason) {
        return reasons.flatMap(some -> some.because(reason));
    }

    Section section(Facts facts) {
        ImmutableList.Builder<Chart> charts = ImmutableList.<Chart>builder().add(pareto());
        reasons.flatMap(Reasons::chart).ifPresent(charts::add);
        return new Section(
                "reasons",
                charts.build(),
                ImmutableList.<Figure>builder()
                        .addAll(reasons.map(Reasons::figures).orElse(ImmutableList.of()))
                        .add(
                                figure(
                                        "agency-side",
                                        share(cause -> cause.side() == ChurnSide.AGENCY),
                                        "by the agency"),
                                figure("unmet-expectation", unmetExpectation(), "with an expectation"))
                        .build(),
                ImmutableList.<Table>builder()
                        .addAll(reasons.map(Reasons::table).stream().toList())
                        .addAll(expectations(facts))
                        .build());
    }

    private static Figure figure(String id, Proportion share, String part) {
        return Figure.of(id, Steps.share("share", share, part, "departures"))
                .withInterval(Steps.span(share), ConfidenceLevel.P95)
                .withPolicy("interval", Shown.term(Steps.METHOD))
                .withReading(Text.phrase("reading.of", Text.count(share.successes()), Text.count(share.trials())));
    }

    private Chart pareto() {
        Map.Entry<Kind, Long> top = top().orElseThrow();
        return new Chart.Pareto(
                "reasons",
                Text.phrase(
                        "chart.reasons.text",
                        top.getKey().reasonText(),
                        Text.count(top.getValue()),
                        Text.count(losses.size())),
                causes.entrySet().stream()
                        .map(counted -> new Chart.Pareto.Cause(
                                counted.getKey().reasonText(), counted.getKey().sideText(), counted.getValue()))
                        .collect(toImmutableList()));
    }

    /** The last departures with an expectation, newest first. */
    private ImmutableList<Table> expectations(Facts facts) {
        ImmutableList<ImmutableList<Text>> rows = losses.reverse().stream()
                .flatMap(loss -> loss
                        .cause()
                        .filter(cause -> cause.unmetExpectation().isPresent())
                        .map(cause -> row(facts, loss, cause))
                        .stream())
                .limit(MOST_EXPECTATIONS)
                .collect(toImmutableList());
        return rows.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(new Table(
                        Text.phrase("table.expectations"),
                        ImmutableList.of(
                                Text.phrase("column.client"),
                                Text.phrase("column.left-on"),
                                Text.phrase("column.reason"),
                                Text.phrase("column.side"),
                                Text.phrase("column.expectation")),
                        rows));
    }

    private static ImmutableList<Text> row(Facts facts, Loss loss, ChurnCause cause) {
        Kind kind = new Kind(Optional.of(cause.side()), Optional.of(cause.reason()));
        return ImmutableList.of(
                Text.plain(facts.name(loss.client())),
                Text.of(Shown.day(loss.day())),
                cause.text().map(Text::plain).orElseGet(kind::reasonText),
                kind.sideText(),
                Text.plain(cause.unmetExpectation().orElse("")));
    }
}
