package dev.tenure.examples.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.common.collect.ImmutableList;
import com.google.common.math.DoubleMath;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data of a chart as JSON that may stand in an HTML script element. All words and labels are in the page's language
 * already; the script only draws.
 */
final class ChartJson {

    private static final JsonFactory JSON =
            new JsonFactoryBuilder().characterEscapes(new HtmlEscapes()).build();

    private final JsonGenerator json;
    private final Wording words;

    private ChartJson(JsonGenerator json, Wording words) {
        this.json = json;
        this.words = words;
    }

    /** Returns the data of a chart. */
    static String of(Chart chart, Wording words) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            new ChartJson(json, words).write(chart);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(Chart chart) throws IOException {
        if (chart instanceof Chart.SurvivalCurve survival) {
            survival(survival);
        } else if (chart instanceof Chart.CohortHeatMap cohorts) {
            cohorts(cohorts);
        } else if (chart instanceof Chart.Bridge bridge) {
            bridge(bridge);
        } else if (chart instanceof Chart.Bars bars) {
            bars(bars);
        } else if (chart instanceof Chart.Pareto pareto) {
            pareto(pareto);
        } else if (chart instanceof Chart.ScoreHistory scores) {
            scores(scores);
        } else if (chart instanceof Chart.Columns columns) {
            columns(columns);
        } else {
            lines((Chart.Lines) chart);
        }
    }

    private void survival(Chart.SurvivalCurve chart) throws IOException {
        json.writeStringField("kind", "survival");
        json.writeStringField("axis", words.phrase(chart.scale().phrase("chart.axis.time")));
        json.writeStringField("half", words.phrase(chart.scale().phrase("chart.median")));
        json.writeArrayFieldStart("points");
        for (Chart.SurvivalCurve.Point point : chart.points()) {
            json.writeStartObject();
            json.writeNumberField("at", point.time());
            json.writeNumberField("value", point.survival());
            limits(point.interval());
            json.writeStringField("tip", survivalTip(chart, point));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("marks");
        for (int mark : chart.marks()) {
            json.writeNumber(mark);
        }
        json.writeEndArray();
    }

    private String survivalTip(Chart.SurvivalCurve chart, Chart.SurvivalCurve.Point point) {
        String at = words.show(chart.scale().time(point.time()));
        String share = words.show(new Quantity.Share(point.survival()));
        return point.interval()
                .map(interval -> at + ": " + share + " (" + words.show(span(interval)) + ")")
                .orElse(at + ": " + share);
    }

    private void limits(Optional<Interval> interval) throws IOException {
        if (interval.isPresent()) {
            json.writeNumberField("low", interval.get().lower());
            json.writeNumberField("high", interval.get().upper());
        }
    }

    private void cohorts(Chart.CohortHeatMap chart) throws IOException {
        json.writeStringField("kind", "cohorts");
        json.writeStringField("axis", words.phrase("chart.axis.age"));
        json.writeNumberField("columns", chart.periods());
        json.writeArrayFieldStart("rows");
        for (Chart.CohortHeatMap.Cohort row : chart.rows()) {
            json.writeStartObject();
            json.writeStringField("label", words.say(row.label()));
            json.writeStringField("size", words.show(new Quantity.Count(row.size())));
            json.writeArrayFieldStart("shares");
            for (Optional<Double> share : row.shares()) {
                number(share.orElse(null));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tips");
            for (int period = 0; period < row.shares().size(); period++) {
                json.writeString(cohortTip(row.shares().get(period), row.interval(period)));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String cohortTip(Optional<Double> share, Optional<Interval> interval) {
        return share.map(value -> words.show(new Quantity.Share(value))
                        + interval.map(limits -> " (" + words.show(span(limits)) + ")")
                                .orElse(""))
                .orElseGet(() -> words.phrase("chart.masked"));
    }

    private static Quantity span(Interval limits) {
        return new Quantity.Span(new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()));
    }

    private void number(@Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private void bridge(Chart.Bridge chart) throws IOException {
        json.writeStringField("kind", "bridge");
        json.writeArrayFieldStart("steps");
        step(chart.start(), true);
        for (Chart.Bridge.Step step : chart.steps()) {
            step(step, false);
        }
        step(chart.end(), true);
        json.writeEndArray();
    }

    private void step(Chart.Bridge.Step step, boolean total) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", words.say(step.label()));
        json.writeNumberField("amount", step.amount().getAmount());
        json.writeBooleanField("total", total);
        json.writeStringField("tip", words.show(new Quantity.Amount(step.amount())));
        json.writeEndObject();
    }

    private void bars(Chart.Bars chart) throws IOException {
        json.writeStringField("kind", "bars");
        unit(chart.bars().get(0).value());
        json.writeArrayFieldStart("bars");
        for (Chart.Bars.Bar bar : chart.bars()) {
            json.writeStartObject();
            json.writeStringField("label", words.say(bar.label()));
            json.writeFieldName("value");
            coordinate(bar.value());
            if (bar.interval().isPresent()) {
                json.writeFieldName("low");
                coordinate(bar.interval().get().lower());
                json.writeFieldName("high");
                coordinate(bar.interval().get().upper());
            }
            json.writeStringField("tip", words.show(bar.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void pareto(Chart.Pareto chart) throws IOException {
        json.writeStringField("kind", "pareto");
        json.writeStringField("running", words.phrase("chart.running-share"));
        json.writeNumberField("total", chart.total());
        json.writeArrayFieldStart("causes");
        long running = 0;
        for (Chart.Pareto.Cause cause : chart.causes()) {
            running += cause.count();
            json.writeStartObject();
            json.writeStringField("label", words.say(cause.label()));
            json.writeStringField("side", words.say(cause.side()));
            json.writeNumberField("count", cause.count());
            json.writeNumberField("running", running);
            json.writeStringField("tip", words.show(new Quantity.Count(cause.count())));
            json.writeStringField("share", words.show(new Quantity.Share(rounded((double) running / chart.total()))));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Labels beside a line have room for whole per cents only. */
    private static double rounded(double share) {
        return DoubleMath.roundToLong(100 * share, RoundingMode.HALF_UP) / 100.0;
    }

    private void scores(Chart.ScoreHistory chart) throws IOException {
        json.writeStringField("kind", "scores");
        json.writeArrayFieldStart("scores");
        for (Chart.ScoreHistory.Score score : chart.scores()) {
            json.writeStartObject();
            json.writeStringField("label", words.say(score.period()));
            json.writeNumberField("value", score.score());
            limits(score.interval());
            json.writeStringField("tip", words.show(new Quantity.Measure(Math.rint(score.score()), "")));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void lines(Chart.Lines chart) throws IOException {
        json.writeStringField("kind", "lines");
        unit(firstValue(chart.series()));
        json.writeBooleanField("steps", chart.steps());
        if (chart.mark().isPresent()) {
            json.writeNumberField("mark", chart.mark().get().place());
            json.writeStringField("marked", words.say(chart.mark().get().label()));
        }
        labels(chart.labels());
        series(chart.series());
    }

    private void columns(Chart.Columns chart) throws IOException {
        json.writeStringField("kind", "columns");
        unit(firstValue(chart.series()));
        labels(chart.labels());
        series(chart.series());
    }

    private void labels(ImmutableList<Text> labels) throws IOException {
        json.writeArrayFieldStart("labels");
        for (Text label : labels) {
            json.writeString(words.say(label));
        }
        json.writeEndArray();
    }

    private void series(ImmutableList<Chart.Lines.Series> all) throws IOException {
        json.writeArrayFieldStart("series");
        for (Chart.Lines.Series series : all) {
            json.writeStartObject();
            json.writeStringField("name", words.say(series.name()));
            json.writeBooleanField("projected", series.projected());
            json.writeArrayFieldStart("values");
            for (Quantity value : series.values()) {
                coordinate(value);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tips");
            for (Quantity value : series.values()) {
                json.writeString(value.equals(Chart.Lines.GAP) ? "" : words.show(value));
            }
            json.writeEndArray();
            band("low", series, Quantity.Span::lower);
            band("high", series, Quantity.Span::upper);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void band(String name, Chart.Lines.Series series, Function<Quantity.Span, Quantity> limit)
            throws IOException {
        if (series.band().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Quantity span : series.band()) {
            coordinate(span instanceof Quantity.Span known ? limit.apply(known) : span);
        }
        json.writeEndArray();
    }

    private static Quantity firstValue(ImmutableList<Chart.Lines.Series> series) {
        return series.stream()
                .map(Chart.Lines.Series::values)
                .flatMap(List::stream)
                .filter(QuantityFormat::isNumeric)
                .findFirst()
                .orElse(new Quantity.Count(0));
    }

    private void unit(Quantity example) throws IOException {
        json.writeStringField("unit", example instanceof Quantity.Share ? "percent" : "decimal");
    }

    /** Where a quantity is drawn; binary, as pictures are. */
    private void coordinate(Quantity quantity) throws IOException {
        if (quantity instanceof Quantity.Count count) {
            json.writeNumber(count.value());
        } else if (quantity instanceof Quantity.Share share) {
            json.writeNumber(share.value());
        } else if (quantity instanceof Quantity.Measure measure) {
            json.writeNumber(measure.value());
        } else if (quantity instanceof Quantity.Amount amount) {
            BigDecimal value = amount.value().getAmount();
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    /** Escapes what could end a script element or begin a comment in it, and what older scripts take for a line's end. */
    private static final class HtmlEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] ascii;

        HtmlEscapes() {
            ascii = standardAsciiEscapesForJSON();
            ascii['<'] = ESCAPE_STANDARD;
            ascii['>'] = ESCAPE_STANDARD;
            ascii['&'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return switch (character) {
                case 0x2028 -> new SerializedString("\\u2028");
                case 0x2029 -> new SerializedString("\\u2029");
                default -> null;
            };
        }
    }
}
