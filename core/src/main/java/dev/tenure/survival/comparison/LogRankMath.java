package dev.tenure.survival.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Cholesky;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.survival.RiskTable;

/** The test of some groups from their risk tables. */
final class LogRankMath {

    private LogRankMath() {}

    /** Returns the test of the groups of the given names, from a table for each of them in each stratum. */
    static LogRankResult test(
            ImmutableList<String> names, ImmutableList<ImmutableList<RiskTable>> strata, LogRankWeight weight) {
        LogRankSums sums = new LogRankSums(weight, names.size());
        strata.forEach(sums::addStratum);
        ImmutableList<ComparedGroup> groups = groups(names, strata, sums);
        Outcome<LogRankSums> usable = usable(groups, strata, sums);
        return new LogRankResultBuilder()
                .weight(weight)
                .groups(groups)
                .strata((int) strata.stream().filter(LogRankMath::hasRows).count())
                .variance(usable.map(LogRankMath::matrix))
                .value(usable.flatMap(LogRankMath::chiSquare))
                .tables(strata)
                .build();
    }

    private static ImmutableList<ComparedGroup> groups(
            ImmutableList<String> names, ImmutableList<ImmutableList<RiskTable>> strata, LogRankSums sums) {
        ImmutableList.Builder<ComparedGroup> groups = ImmutableList.builder();
        for (int i = 0; i < names.size(); i++) {
            double ended = 0;
            double censored = 0;
            for (ImmutableList<RiskTable> tables : strata) {
                RiskTable table = tables.get(i);
                for (int row = 0; row < table.size(); row++) {
                    ended += table.ended(row);
                    censored += table.censored(row);
                }
            }
            groups.add(new ComparedGroupBuilder()
                    .name(names.get(i))
                    .observations(ended + censored)
                    .ended(ended)
                    .observed(sums.observed(i))
                    .expected(sums.expected(i))
                    .build());
        }
        return groups.build();
    }

    /** Returns the sums if they are those of counts of two groups or more, of which one at least ended. */
    private static Outcome<LogRankSums> usable(
            ImmutableList<ComparedGroup> groups, ImmutableList<ImmutableList<RiskTable>> strata, LogRankSums sums) {
        ImmutableList<String> seen = groups.stream()
                .filter(group -> group.observations() > 0)
                .map(ComparedGroup::name)
                .collect(ImmutableList.toImmutableList());
        if (seen.isEmpty()) {
            return Outcome.undefined(Reason.NO_DATA, "no observations");
        }
        if (strata.stream().flatMap(ImmutableList::stream).anyMatch(RiskTable::isWeighted)) {
            return Outcome.undefined(Reason.NOT_APPLICABLE, "no variance for weights that are not counts");
        }
        if (seen.size() == 1) {
            return Outcome.undefined(Reason.TOO_FEW_DATA, "only group '" + seen.get(0) + "' has observations");
        }
        return groups.stream().allMatch(group -> group.ended() == 0)
                ? Outcome.undefined(Reason.TOO_FEW_DATA, "no observation ended")
                : Outcome.of(sums);
    }

    private static Outcome<ChiSquareTest> chiSquare(LogRankSums sums) {
        Cholesky decomposition = sums.decomposition();
        if (decomposition.rank() == 0) {
            return Outcome.undefined(
                    Reason.NOT_ESTIMABLE,
                    sums.together()
                            ? "no variance: at no time that has a weight did only some of those at risk end"
                            : "no two groups were at risk together when one ended");
        }
        return Outcome.of(ChiSquareTest.of(decomposition.quadraticForm(sums.differences()), decomposition.rank()));
    }

    private static ImmutableList<ImmutableDoubleArray> matrix(LogRankSums sums) {
        ImmutableList.Builder<ImmutableDoubleArray> rows = ImmutableList.builder();
        for (int group = 0; group < sums.size(); group++) {
            rows.add(ImmutableDoubleArray.copyOf(sums.variance(group)));
        }
        return rows.build();
    }

    private static boolean hasRows(ImmutableList<RiskTable> tables) {
        return tables.stream().anyMatch(table -> table.size() > 0);
    }
}
