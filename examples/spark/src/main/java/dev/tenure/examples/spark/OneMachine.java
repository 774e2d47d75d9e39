package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tenure.calendar.Granularity;
import dev.tenure.lifetime.noncontractual.PurchaseAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLogAccumulator;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.retention.cohort.CohortAccumulator;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.revenue.RevenueMovements;
import dev.tenure.revenue.RevenueMovementsAccumulator;
import dev.tenure.revenue.RevenueMovementsResult;
import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalCurves;
import dev.tenure.survival.competing.AalenJohansen;
import dev.tenure.survival.competing.CompetingRisks;
import dev.tenure.survival.competing.CompetingRisksAccumulator;
import dev.tenure.voice.NetPromoterAccumulator;
import dev.tenure.voice.NetPromoterResult;
import dev.tenure.voice.NetPromoterScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.joda.money.CurrencyUnit;

/**
 * The same figures without Spark: from CSV files on one machine, an accumulator for each file. It is what Spark is measured against,
 * and stops at the first faulty row.
 */
final class OneMachine {

    private final CsvFiles files;
    private final Question question;
    private final Timings timings;

    OneMachine(CsvFiles files, Question question, Timings timings) {
        this.files = files;
        this.question = question;
        this.timings = timings;
    }

    /**
     * Prints the figures of the sample's day, and how long they took.
     *
     * @param arguments the folder, and how many files are read at a time
     */
    public static void main(String[] arguments) {
        Timings timings = new Timings();
        CsvFiles files = new CsvFiles(Path.of(arguments[0]), new ForkJoinPool(Integer.parseInt(arguments[1])));
        Question question = new Question(SampleClient.AS_OF, Granularity.QUARTER, CurrencyUnit.of("RUB"));
        System.out.print(Report.of(new OneMachine(files, question, timings).figures()));
        System.out.print(timings.text());
    }

    Figures figures() {
        Names names = timings.time("names", this::names);
        return new Figures(
                timings.time("cohorts", this::cohorts),
                timings.time("lifespans", () -> lifespans(ImmutableList.copyOf(names.segments))),
                timings.time("reasons", () -> reasons(ImmutableList.copyOf(names.reasons))),
                timings.time("movements", this::movements),
                timings.time("recommendation", this::recommendation),
                timings.time("purchases", this::purchases));
    }

    private CohortTable cohorts() {
        return files.count(
                        Table.INVOICES,
                        () -> CohortAnalysis.withDefaults()
                                .with(CohortPolicy.of(question.calendar()))
                                .accumulator(question.asOf().minusDays(1)),
                        (accumulator, row, days) -> accumulator.add(
                                Long.parseLong(row.getField(0)),
                                days.of(row.getField(1)),
                                Long.parseLong(row.getField(2))),
                        CohortAccumulator::merge)
                .result();
    }

    private SurvivalCurves lifespans(ImmutableList<String> segments) {
        return files.count(
                        Table.CONTRACTS,
                        () -> KaplanMeier.withDefaults().accumulator(segments),
                        (accumulator, row, days) -> {
                            int start = days.of(row.getField(2));
                            int end = end(row, days);
                            if (question.isKnown(start)) {
                                accumulator.add(
                                        segments.indexOf(row.getField(1)),
                                        question.days(start, end),
                                        question.isEnded(end));
                            }
                        },
                        GroupedSurvivalAccumulator::merge)
                .result();
    }

    private Optional<CompetingRisks> reasons(ImmutableList<String> reasons) {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(files.count(
                                Table.CONTRACTS,
                                () -> AalenJohansen.withCauses(reasons).accumulator(),
                                (accumulator, row, days) -> {
                                    int start = days.of(row.getField(2));
                                    int end = end(row, days);
                                    if (question.isKnown(start)) {
                                        accumulator.add(
                                                question.days(start, end),
                                                Reasons.cause(reasons, row.getField(4), question.isEnded(end)));
                                    }
                                },
                                CompetingRisksAccumulator::merge)
                        .result());
    }

    private RevenueMovementsResult movements() {
        List<Fee> fees = files.<List<Fee>>count(
                Table.CONTRACTS,
                ArrayList::new,
                (rows, row, days) -> rows.add(new Fee(
                        Long.parseLong(row.getField(0)),
                        days.of(row.getField(2)),
                        end(row, days),
                        Long.parseLong(row.getField(5)))),
                OneMachine::join);
        fees.sort(Comparator.comparingLong(Fee::client).thenComparingInt(Fee::start));
        RevenueMovementsAccumulator accumulator =
                RevenueMovements.withDefaults(question.currency()).accumulator();
        Movements movements = Movements.in(question);
        int left = Question.NEVER;
        for (int i = 0; i < fees.size(); i++) {
            Fee fee = fees.get(i);
            boolean first = i == 0 || fees.get(i - 1).client != fee.client;
            movements.add(accumulator, fee.client, fee.start, fee.end, fee.amount, first ? Question.NEVER : left);
            left = first ? fee.end : Math.max(left, fee.end);
        }
        return accumulator.result();
    }

    private NetPromoterResult recommendation() {
        return files.count(
                        Table.SURVEYS,
                        () -> NetPromoterScore.withDefaults().accumulator(),
                        (accumulator, row, days) -> {
                            if (question.isKnown(days.of(row.getField(1)))) {
                                accumulator.add(Integer.parseInt(row.getField(2)));
                            }
                        },
                        NetPromoterAccumulator::merge)
                .result();
    }

    private PurchaseOutlook purchases() {
        Set<Long> underContract = files.<Set<Long>>count(
                Table.CONTRACTS,
                HashSet::new,
                (clients, row, days) -> clients.add(Long.parseLong(row.getField(0))),
                OneMachine::join);
        PurchaseLogResult log = files.count(
                        Table.INVOICES,
                        () -> Purchases.log(question),
                        (accumulator, row, days) -> {
                            long client = Long.parseLong(row.getField(0));
                            if (!underContract.contains(client)) {
                                accumulator.add(client, days.of(row.getField(1)), Long.parseLong(row.getField(2)));
                            }
                        },
                        PurchaseLogAccumulator::merge)
                .result();
        PurchaseAccumulator histories = Purchases.fit().accumulator();
        histories.addAll(log);
        return PurchaseOutlook.of(histories, model -> PurchaseForecast.of(model, log));
    }

    private Names names() {
        return files.count(Table.CONTRACTS, Names::new, (names, row, days) -> names.add(row), Names::merge);
    }

    private static int end(CsvRecord row, CsvFiles.Days days) {
        return row.getField(3).isEmpty() ? Question.NEVER : days.of(row.getField(3));
    }

    @CanIgnoreReturnValue
    private static List<Fee> join(List<Fee> fees, List<Fee> others) {
        fees.addAll(others);
        return fees;
    }

    @CanIgnoreReturnValue
    private static Set<Long> join(Set<Long> clients, Set<Long> others) {
        clients.addAll(others);
        return clients;
    }

    /** What movements need of a contract. */
    private record Fee(long client, int start, int end, long amount) {}

    /** The segments and the reasons that occur. */
    private static final class Names {

        private final TreeSet<String> segments = new TreeSet<>();
        private final TreeSet<String> reasons = new TreeSet<>();

        void add(CsvRecord row) {
            segments.add(row.getField(1));
            if (!row.getField(4).isBlank() && !row.getField(4).equals(Reasons.UNKNOWN)) {
                reasons.add(row.getField(4));
            }
        }

        @CanIgnoreReturnValue
        Names merge(Names other) {
            segments.addAll(other.segments);
            reasons.addAll(other.reasons);
            return this;
        }
    }
}
