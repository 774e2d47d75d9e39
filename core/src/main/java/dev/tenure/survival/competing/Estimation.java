package dev.tenure.survival.competing;

import com.google.common.collect.ImmutableList;
import dev.tenure.survival.RiskTable;
import dev.tenure.survival.SurvivalAccumulator;
import dev.tenure.survival.SurvivalCurve;
import java.util.Arrays;

/** The estimation of the incidences of all causes from their counts. */
final class Estimation {

    private final Options options;
    private final SurvivalCurve survival;
    private final ExitTable table;
    private final RiskTable[] known;
    private final double[][] ended;
    private final long unknown;

    private Estimation(Options options, SurvivalAccumulator all, SurvivalAccumulator[] exits) {
        this.options = options;
        this.survival = all.result();
        RiskTable unknowns = exits[0].riskTable();
        this.table = ExitTable.of(all.riskTable(), unknowns);
        this.known =
                Arrays.stream(exits).skip(2).map(SurvivalAccumulator::riskTable).toArray(RiskTable[]::new);
        this.ended = Arrays.stream(known)
                .map(part -> ExitTable.ended(table.times, part))
                .toArray(double[][]::new);
        this.unknown = total(table.unknown);
    }

    /** Returns the incidences, given the counts of everything and those of unknown ends, what goes on and each cause. */
    static CompetingRisks of(Options options, SurvivalAccumulator all, SurvivalAccumulator[] exits) {
        return new Estimation(options, all, exits).result();
    }

    private CompetingRisks result() {
        return new CompetingRisksBuilder()
                .incidences(incidences())
                .survival(survival)
                .unknown(unknown)
                .unknownRule(options.unknownCause())
                .variance(options.variance())
                .intervalMethod(options.interval())
                .build();
    }

    private ImmutableList<CauseIncidence> incidences() {
        ImmutableList.Builder<CauseIncidence> incidences = ImmutableList.builder();
        boolean spread = options.unknownCause() == UnknownCause.IN_PROPORTION;
        for (int cause = 0; cause < known.length; cause++) {
            UnknownShare share = spread ? share(cause) : UnknownShare.NONE;
            incidences.add(
                    incidence(options.causes().get(cause), false, ended[cause], share, shareAtRisk(cause, share)));
        }
        if (!spread) {
            incidences.add(
                    incidence(AalenJohansen.UNKNOWN_NAME, true, table.unknown, UnknownShare.NONE, new double[0]));
        }
        return incidences.build();
    }

    private CauseIncidence incidence(
            String name, boolean isUnknown, double[] counts, UnknownShare share, double[] shareAtRisk) {
        return new CauseIncidenceBuilder()
                .cause(name)
                .isUnknown(isUnknown)
                .isEstimable(share.isEstimated() || !needsShare())
                .table(new CauseTable(table, options.variance(), counts, share, shareAtRisk))
                .ended(total(counts))
                .survival(survival)
                .unknown(unknown)
                .unknownRule(options.unknownCause())
                .variance(options.variance())
                .intervalMethod(options.interval())
                .level(options.level())
                .build();
    }

    private boolean needsShare() {
        return options.unknownCause() == UnknownCause.IN_PROPORTION && unknown > 0;
    }

    private UnknownShare share(int cause) {
        double all = survival.ended() - unknown;
        return all == 0 ? UnknownShare.NONE : new UnknownShare(total(ended[cause]) / all, all);
    }

    private double[] shareAtRisk(int cause, UnknownShare share) {
        if (!share.isEstimated()) {
            return new double[0];
        }
        double[] weights = new double[table.size()];
        for (int other = 0; other < known.length; other++) {
            double weight = (other == cause ? 1 : 0) - share.value();
            double[] atRisk = ExitTable.atRisk(table.times, known[other]);
            for (int i = 0; i < weights.length; i++) {
                weights[i] += weight * atRisk[i];
            }
        }
        return weights;
    }

    private static long total(double[] counts) {
        return (long) Arrays.stream(counts).sum();
    }
}
