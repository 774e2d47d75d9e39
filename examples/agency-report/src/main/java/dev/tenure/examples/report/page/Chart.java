package dev.tenure.examples.report.page;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * A picture of the report. Its title is the phrase {@code chart.<id>.title}; everything it shows is in {@link #table()}
 * too.
 */
public sealed interface Chart {

    /**
     * Returns the chart's name in the message bundles; it is unique on the page.
     *
     * @return the name, such as {@code "survival"}
     */
    String id();

    /**
     * Returns what the chart shows, in words, for everybody who does not see it.
     *
     * @return one or two sentences with the figures that matter
     */
    Text description();

    /**
     * Returns the data behind the chart.
     *
     * @return a table with all that the chart shows
     */
    Table table();

    /**
     * How many of those who began are still there after each length of time.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param scale what the curve is of, and by which unit of time
     * @param points the steps of the curve by time; the first one at time 0
     * @param marks points in time worth a line, such as 6 and 12 months
     */
    record SurvivalCurve(
            String id, Text description, Scale scale, ImmutableList<Point> points, ImmutableList<Integer> marks)
            implements Chart {

        /** What a curve is of. The order carries no meaning. */
        public enum Scale {
            /** Clients who are still here, by months. */
            MONTHS("months"),
            /** Tickets that have not been answered, by hours of work. */
            HOURS("hours");

            private final String unit;

            Scale(String unit) {
                this.unit = unit;
            }

            Quantity time(double value) {
                return new Quantity.Measure(value, unit);
            }

            /** Returns the phrase of this scale. */
            String phrase(String key) {
                return this == MONTHS ? key : key + "." + unit;
            }
        }

        /**
         * A step of the curve, which holds from its time on.
         *
         * @param time the time since the start
         * @param atRisk how many were observed just before
         * @param survival the share still there, a fraction
         * @param interval where the true share may lie, if the sample tells
         */
        public record Point(double time, long atRisk, double survival, Optional<Interval> interval) {

            /**
             * Creates a step.
             *
             * @param time the time since the start
             * @param atRisk how many were observed just before
             * @param survival the share still there
             * @param interval where the true share may lie
             */
            public Point {
                Objects.requireNonNull(interval, "interval");
            }
        }

        /**
         * Creates a survival curve.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param scale what the curve is of
         * @param points the steps of the curve
         * @param marks points in time worth a line
         */
        public SurvivalCurve {
            requireBasics(id, description);
            Objects.requireNonNull(scale, "scale");
            checkArgument(!points.isEmpty(), "points must not be empty: %s", id);
            Objects.requireNonNull(marks, "marks");
        }

        @Override
        public Table table() {
            return tableOf(
                    this,
                    columns(
                            "column.months",
                            scale.phrase("column.at-risk"),
                            scale.phrase("column.survival"),
                            "column.interval"),
                    points.stream()
                            .map(point -> ImmutableList.of(
                                    Text.of(scale.time(point.time())),
                                    Text.count(point.atRisk()),
                                    Text.share(point.survival()),
                                    shareSpan(point.interval())))
                            .collect(toImmutableList()));
        }
    }

    /**
     * How much of each cohort is left after each period.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param rows the cohorts, oldest first
     */
    record CohortHeatMap(String id, Text description, ImmutableList<Cohort> rows) implements Chart {

        /**
         * A cohort.
         *
         * @param label the period in which its clients began
         * @param size how many they were
         * @param shares the share left by age in periods, from 0; empty where it is not yet known
         * @param intervals where the true shares may lie, by age, if the sample tells; empty if the shares are of no sample
         */
        public record Cohort(
                Text label,
                long size,
                ImmutableList<Optional<Double>> shares,
                ImmutableList<Optional<Interval>> intervals) {

            /**
             * Creates a cohort.
             *
             * @param label the period in which its clients began
             * @param size how many they were
             * @param shares the share left by age
             * @param intervals where the true shares may lie
             */
            public Cohort {
                Objects.requireNonNull(label, "label");
                checkArgument(
                        intervals.isEmpty() || intervals.size() == shares.size(),
                        "intervals must be %s: %s",
                        shares.size(),
                        intervals.size());
            }

            /**
             * Creates a cohort whose shares have no intervals.
             *
             * @param label the period in which its clients began
             * @param size how many they were
             * @param shares the share left by age
             */
            public Cohort(Text label, long size, ImmutableList<Optional<Double>> shares) {
                this(label, size, shares, ImmutableList.of());
            }

            /**
             * Returns where the true share may lie.
             *
             * @param period the age in periods
             * @return the interval; empty if there is none
             */
            public Optional<Interval> interval(int period) {
                return intervals.isEmpty() ? Optional.empty() : intervals.get(period);
            }
        }

        /**
         * Creates a heat map.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param rows the cohorts
         */
        public CohortHeatMap {
            requireBasics(id, description);
            checkArgument(!rows.isEmpty(), "rows must not be empty: %s", id);
        }

        /**
         * Returns how many periods the oldest cohort can be followed.
         *
         * @return the number of columns, zero or more
         */
        public int periods() {
            return rows.stream().mapToInt(row -> row.shares().size()).max().orElse(0);
        }

        @Override
        public Table table() {
            ImmutableList.Builder<Text> columns = ImmutableList.<Text>builder()
                    .add(Text.phrase("column.cohort"))
                    .add(Text.phrase("column.clients"));
            for (int period = 0; period < periods(); period++) {
                columns.add(Text.count(period));
            }
            return tableOf(this, columns.build(), rows.stream().map(this::row).collect(toImmutableList()));
        }

        private ImmutableList<Text> row(Cohort cohort) {
            ImmutableList.Builder<Text> cells =
                    ImmutableList.<Text>builder().add(cohort.label()).add(Text.count(cohort.size()));
            for (int period = 0; period < periods(); period++) {
                Optional<Double> share =
                        period < cohort.shares().size() ? cohort.shares().get(period) : Optional.empty();
                cells.add(share.map(Text::share).orElse(Text.plain("")));
            }
            return cells.build();
        }
    }

    /**
     * What led from one amount to another.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param start the amount before
     * @param steps the movements, in the order they are drawn
     * @param end the amount after
     */
    record Bridge(String id, Text description, Step start, ImmutableList<Step> steps, Step end) implements Chart {

        /**
         * A labelled amount.
         *
         * @param label what it is
         * @param amount the amount; negative for a loss
         */
        public record Step(Text label, BigMoney amount) {

            /**
             * Creates a step.
             *
             * @param label what it is
             * @param amount the amount
             */
            public Step {
                Objects.requireNonNull(label, "label");
                Objects.requireNonNull(amount, "amount");
            }
        }

        /**
         * Creates a bridge.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param start the amount before
         * @param steps the movements
         * @param end the amount after
         * @throws IllegalArgumentException if the movements do not lead from the start to the end
         */
        public Bridge {
            requireBasics(id, description);
            BigMoney reached = start.amount();
            for (Step step : steps) {
                reached = reached.plus(step.amount());
            }
            checkArgument(reached.isEqual(end.amount()), "steps must lead to %s: %s", end.amount(), reached);
        }

        @Override
        public Table table() {
            ImmutableList<Step> all = ImmutableList.<Step>builder()
                    .add(start)
                    .addAll(steps)
                    .add(end)
                    .build();
            return tableOf(
                    this,
                    columns("column.movement", "column.amount"),
                    all.stream()
                            .map(step -> ImmutableList.of(step.label(), Text.of(new Quantity.Amount(step.amount()))))
                            .collect(toImmutableList()));
        }
    }

    /**
     * Bars side by side, such as the clients by grade of lifespan or the largest clients.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param column what the bars stand for, the heading of their labels
     * @param bars the bars, in the order they are drawn, all of one unit
     */
    record Bars(String id, Text description, Text column, ImmutableList<Bar> bars) implements Chart {

        /**
         * A bar.
         *
         * @param label what it stands for
         * @param value how long it is
         * @param interval where the true value may lie: a {@link Quantity.Span} in the unit of the value, if there is one
         */
        public record Bar(Text label, Quantity value, Optional<Quantity.Span> interval) {

            /**
             * Creates a bar.
             *
             * @param label what it stands for
             * @param value how long it is
             * @param interval where the true value may lie
             */
            public Bar {
                Objects.requireNonNull(label, "label");
                Objects.requireNonNull(value, "value");
                Objects.requireNonNull(interval, "interval");
            }
        }

        /**
         * Creates bars.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param column what the bars stand for
         * @param bars the bars
         */
        public Bars {
            requireBasics(id, description);
            Objects.requireNonNull(column, "column");
            checkArgument(!bars.isEmpty(), "bars must not be empty: %s", id);
        }

        @Override
        public Table table() {
            return tableOf(
                    this,
                    ImmutableList.of(column, Text.phrase("column.value"), Text.phrase("column.interval")),
                    bars.stream()
                            .map(bar -> ImmutableList.of(
                                    bar.label(),
                                    Text.of(bar.value()),
                                    bar.interval().<Text>map(Text.Shown::new).orElse(Text.plain(""))))
                            .collect(toImmutableList()));
        }
    }

    /**
     * Causes by how often they occurred, most frequent first, with their running share of the whole.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param causes the causes, by falling count
     */
    record Pareto(String id, Text description, ImmutableList<Cause> causes) implements Chart {

        /**
         * A cause.
         *
         * @param label what it is
         * @param side whose it is, such as the agency's
         * @param count how often it occurred, one or more
         */
        public record Cause(Text label, Text side, long count) {

            /**
             * Creates a cause.
             *
             * @param label what it is
             * @param side whose it is
             * @param count how often it occurred
             */
            public Cause {
                Objects.requireNonNull(label, "label");
                Objects.requireNonNull(side, "side");
                checkArgument(count > 0, "count must be positive: %s", count);
            }
        }

        /**
         * Creates a Pareto chart.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param causes the causes, by falling count
         * @throws IllegalArgumentException if a cause comes before a more frequent one
         */
        public Pareto {
            requireBasics(id, description);
            checkArgument(!causes.isEmpty(), "causes must not be empty: %s", id);
            for (int i = 1; i < causes.size(); i++) {
                checkArgument(
                        causes.get(i).count() <= causes.get(i - 1).count(),
                        "causes must be ordered by falling count: %s",
                        causes.get(i).count());
            }
        }

        /**
         * Returns how often all causes occurred.
         *
         * @return the sum of the counts
         */
        public long total() {
            return causes.stream().mapToLong(Cause::count).sum();
        }

        @Override
        public Table table() {
            ImmutableList.Builder<ImmutableList<Text>> rows = ImmutableList.builder();
            long running = 0;
            for (Cause cause : causes) {
                running += cause.count();
                rows.add(ImmutableList.of(
                        cause.label(),
                        cause.side(),
                        Text.count(cause.count()),
                        Text.share((double) cause.count() / total()),
                        Text.share((double) running / total())));
            }
            return tableOf(
                    this,
                    columns("column.reason", "column.side", "column.clients", "column.share", "column.running-share"),
                    rows.build());
        }
    }

    /**
     * A score from -100 to 100 over time, each with its interval.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param scores the scores by time
     */
    record ScoreHistory(String id, Text description, ImmutableList<Score> scores) implements Chart {

        /**
         * The score of one period.
         *
         * @param period the period
         * @param promoters how many answered 9 or 10
         * @param passives how many answered 7 or 8
         * @param detractors how many answered 0 to 6
         * @param score the score in points
         * @param interval where the true score may lie
         */
        public record Score(
                Text period,
                long promoters,
                long passives,
                long detractors,
                double score,
                Optional<Interval> interval) {

            /**
             * Creates a score.
             *
             * @param period the period
             * @param promoters how many answered 9 or 10
             * @param passives how many answered 7 or 8
             * @param detractors how many answered 0 to 6
             * @param score the score in points
             * @param interval where the true score may lie
             */
            public Score {
                Objects.requireNonNull(period, "period");
                Objects.requireNonNull(interval, "interval");
            }
        }

        /**
         * Creates a history of scores.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param scores the scores by time
         */
        public ScoreHistory {
            requireBasics(id, description);
            checkArgument(!scores.isEmpty(), "scores must not be empty: %s", id);
        }

        @Override
        public Table table() {
            return tableOf(
                    this,
                    columns(
                            "column.period",
                            "column.promoters",
                            "column.passives",
                            "column.detractors",
                            "column.score",
                            "column.interval"),
                    scores.stream().map(ScoreHistory::row).collect(toImmutableList()));
        }

        private static ImmutableList<Text> row(Score score) {
            return ImmutableList.of(
                    score.period(),
                    Text.count(score.promoters()),
                    Text.count(score.passives()),
                    Text.count(score.detractors()),
                    Text.of(points(score.score())),
                    score.interval()
                            .map(interval ->
                                    Text.of(new Quantity.Span(points(interval.lower()), points(interval.upper()))))
                            .orElse(Text.plain("")));
        }

        private static Quantity points(double value) {
            return new Quantity.Measure(value, "points");
        }
    }

    /**
     * Lines over one axis, such as recurring revenue by month.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param column what the axis stands for, the heading of its labels
     * @param labels the places on the axis
     * @param series the lines, each with one value a place; {@link Quantity.Missing} leaves a gap
     * @param steps whether a value holds until the next place, as a share of those still here does, instead of leading straight to it
     * @param mark a place worth a line, if there is one
     */
    record Lines(
            String id,
            Text description,
            Text column,
            ImmutableList<Text> labels,
            ImmutableList<Series> series,
            boolean steps,
            Optional<Mark> mark)
            implements Chart {

        /** No value at a place where none is to be expected, such as what is projected of the past: the table leaves its cell empty. */
        public static final Quantity GAP = new Quantity.Missing(Reason.NOT_APPLICABLE, "no value here");

        /**
         * A line.
         *
         * @param name what it shows
         * @param values its values, all of one unit
         * @param band where the true values may lie, a span or the reason why there is none; empty if the line has no band
         * @param projected whether it goes on from the line before it where nothing has been observed
         */
        public record Series(
                Text name, ImmutableList<Quantity> values, ImmutableList<Quantity> band, boolean projected) {

            /**
             * Creates a line.
             *
             * @param name what it shows
             * @param values its values
             * @param band where the true values may lie
             * @param projected whether it goes on from the line before it
             */
            public Series {
                Objects.requireNonNull(name, "name");
                checkArgument(
                        band.isEmpty() || band.size() == values.size(),
                        "band must be %s: %s",
                        values.size(),
                        band.size());
            }

            /**
             * Creates a line of what was observed.
             *
             * @param name what it shows
             * @param values its values
             * @param band where the true values may lie
             */
            public Series(Text name, ImmutableList<Quantity> values, ImmutableList<Quantity> band) {
                this(name, values, band, false);
            }

            /**
             * Creates a line without a band.
             *
             * @param name what it shows
             * @param values its values
             */
            public Series(Text name, ImmutableList<Quantity> values) {
                this(name, values, ImmutableList.of());
            }
        }

        /**
         * A place worth a line.
         *
         * @param place which label, from 0
         * @param label what is there
         */
        public record Mark(int place, Text label) {

            /**
             * Creates a mark.
             *
             * @param place which label, from 0
             * @param label what is there
             */
            public Mark {
                Objects.requireNonNull(label, "label");
            }
        }

        /**
         * Creates lines that lead straight from place to place.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param column what the axis stands for
         * @param labels the places on the axis
         * @param series the lines
         */
        public Lines(
                String id, Text description, Text column, ImmutableList<Text> labels, ImmutableList<Series> series) {
            this(id, description, column, labels, series, false);
        }

        /**
         * Creates lines without a mark.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param column what the axis stands for
         * @param labels the places on the axis
         * @param series the lines
         * @param steps whether a value holds until the next place
         */
        public Lines(
                String id,
                Text description,
                Text column,
                ImmutableList<Text> labels,
                ImmutableList<Series> series,
                boolean steps) {
            this(id, description, column, labels, series, steps, Optional.empty());
        }

        /**
         * Creates lines.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param column what the axis stands for
         * @param labels the places on the axis
         * @param series the lines
         * @param steps whether a value holds until the next place
         * @param mark a place worth a line
         */
        public Lines {
            requireBasics(id, description);
            requireSeries(id, column, labels, series);
            mark.ifPresent(place -> checkElementIndex(place.place(), labels.size(), "mark"));
        }

        @Override
        public Table table() {
            return seriesTable(this, column, labels, series);
        }
    }

    /**
     * Columns side by side at each place, such as how many clients came how often and how many a model expects.
     *
     * @param id the chart's name
     * @param description what the chart shows
     * @param column what the axis stands for, the heading of its labels
     * @param labels the places on the axis
     * @param series the columns of one colour, each with one value a place
     */
    record Columns(
            String id, Text description, Text column, ImmutableList<Text> labels, ImmutableList<Lines.Series> series)
            implements Chart {

        /**
         * Creates columns.
         *
         * @param id the chart's name
         * @param description what the chart shows
         * @param column what the axis stands for
         * @param labels the places on the axis
         * @param series the columns of one colour
         */
        public Columns {
            requireBasics(id, description);
            requireSeries(id, column, labels, series);
        }

        @Override
        public Table table() {
            return seriesTable(this, column, labels, series);
        }
    }

    private static void requireSeries(
            String id, Text column, ImmutableList<Text> labels, ImmutableList<Lines.Series> series) {
        Objects.requireNonNull(column, "column");
        checkArgument(!series.isEmpty(), "series must not be empty: %s", id);
        for (Lines.Series line : series) {
            checkArgument(
                    line.values().size() == labels.size(),
                    "values must be %s: %s",
                    labels.size(),
                    line.values().size());
        }
    }

    private static Table seriesTable(
            Chart chart, Text column, ImmutableList<Text> labels, ImmutableList<Lines.Series> series) {
        ImmutableList.Builder<Text> columns = ImmutableList.<Text>builder().add(column);
        for (Lines.Series line : series) {
            columns.add(line.name());
            if (!line.band().isEmpty()) {
                columns.add(Text.phrase("column.interval"));
            }
        }
        ImmutableList.Builder<ImmutableList<Text>> rows = ImmutableList.builder();
        for (int i = 0; i < labels.size(); i++) {
            ImmutableList.Builder<Text> cells = ImmutableList.<Text>builder().add(labels.get(i));
            for (Lines.Series line : series) {
                cells.add(cell(line.values().get(i)));
                if (!line.band().isEmpty()) {
                    cells.add(cell(line.band().get(i)));
                }
            }
            rows.add(cells.build());
        }
        return tableOf(chart, columns.build(), rows.build());
    }

    private static Text cell(Quantity value) {
        return value.equals(Lines.GAP) ? Text.plain("") : Text.of(value);
    }

    private static void requireBasics(String id, Text description) {
        checkArgument(id.matches("[a-z0-9-]+"), "id must be of letters, digits and hyphens: '%s'", id);
        Objects.requireNonNull(description, "description");
    }

    private static Table tableOf(Chart chart, ImmutableList<Text> columns, ImmutableList<ImmutableList<Text>> rows) {
        return new Table(Text.phrase("chart." + chart.id() + ".title"), columns, rows);
    }

    private static ImmutableList<Text> columns(String... keys) {
        ImmutableList.Builder<Text> columns = ImmutableList.builder();
        for (String key : keys) {
            columns.add(Text.phrase(key));
        }
        return columns.build();
    }

    private static Text shareSpan(Optional<Interval> interval) {
        return interval.map(limits -> Text.of(
                        new Quantity.Span(new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .orElse(Text.of(new Quantity.Missing(Reason.NOT_ESTIMABLE, "no interval")));
    }
}
