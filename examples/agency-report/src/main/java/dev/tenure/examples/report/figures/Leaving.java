package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
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
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Why clients leave, by the main cause of each departure. */
final class Leaving {

    private static final int MOST_EXPECTATIONS = 20;

    private final ImmutableList<Loss> losses;
    private final ImmutableList<Counted> causes;

    Leaving(ImmutableList<Loss> losses) {
        this.losses = losses;
        causes = counted(loss ->
                new Kind(loss.cause().map(ChurnCause::side), loss.cause().map(ChurnCause::reason)));
    }

    /** What departures have in common: whose side it was, and why. */
    private record Kind(Optional<ChurnSide> side, Optional<ChurnReason> reason) {

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

    private record Counted(Kind kind, long count) {}

    private ImmutableList<Counted> counted(Function<Loss, Kind> kind) {
        return losses.stream().collect(groupingBy(kind, counting())).entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Counted::count)
                        .reversed()
                        .thenComparing(counted -> counted.kind().order()))
                .collect(toImmutableList());
    }

    /** Tells whether any cause was written down. */
    boolean isKnown() {
        return losses.stream().anyMatch(loss -> loss.cause().isPresent());
    }

    /** Returns the most frequent cause that was written down. */
    private Optional<Counted> top() {
        return causes.stream()
                .filter(counted -> counted.kind().reason().isPresent())
                .findFirst();
    }

    Optional<Text> lead() {
        return top().map(counted -> Text.phrase("lead.reason", counted.kind().reasonText()));
    }

    ImmutableList<Text> points() {
        return top().map(counted -> ImmutableList.of(Text.phrase(
                        "point.reason",
                        counted.kind().reasonText(),
                        Text.count(counted.count()),
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

    Section section(Facts facts) {
        return new Section(
                "reasons",
                ImmutableList.of(pareto()),
                ImmutableList.of(
                        figure("agency-side", share(cause -> cause.side() == ChurnSide.AGENCY), "by the agency"),
                        figure("unmet-expectation", unmetExpectation(), "with an expectation")),
                expectations(facts));
    }

    private static Figure figure(String id, Proportion share, String part) {
        return Figure.of(id, Steps.share("share", share, part, "departures"))
                .withInterval(Steps.span(share), ConfidenceLevel.P95)
                .withPolicy("interval", Shown.term(Steps.METHOD))
                .withReading(Text.phrase("reading.of", Text.count(share.successes()), Text.count(share.trials())));
    }

    private Chart pareto() {
        Counted top = top().orElseThrow();
        return new Chart.Pareto(
                "reasons",
                Text.phrase(
                        "chart.reasons.text",
                        top.kind().reasonText(),
                        Text.count(top.count()),
                        Text.count(losses.size())),
                causes.stream()
                        .map(counted -> new Chart.Pareto.Cause(
                                counted.kind().reasonText(), counted.kind().sideText(), counted.count()))
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
