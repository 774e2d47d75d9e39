package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Cholesky;
import dev.tenure.stat.ChiSquareTest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Tests for each cause whether groups of clients lose the same share to it, over all times: Gray's test.
 *
 * <p><b>Formula.</b> With {@code F} the incidence of the cause in all groups together, {@code d_k} the ends for the cause in group {@code k},
 * and \( R_k(t) = n_k (1 - \hat F_k(t-)) / \hat S_k(t-) \) the number that has not ended for the cause there, those who ended for another kept,
 *
 * <p>\[ z_k = \sum_t \bigl(1 - \hat F(t-)\bigr)^\rho \left( d_k(t) - \frac{R_k(t)}{\sum_l R_l(t)} \sum_l d_l(t) \right),
 * \qquad \chi^2 = z' V^{-1} z \]
 *
 * <p><b>Units.</b> None: a statistic and a p-value.
 *
 * <p><b>Conventions.</b> It compares the shares that are lost, as an agency counts them, and not the rates among those still there. With
 * {@code rho} above 0 early differences weigh more. Strata are compared within themselves and added up. Unknown causes always compete as
 * one of their own here, whatever the rule of the incidences: the test is of what was recorded. Degrees of freedom are those of the groups in
 * which something could be seen.
 *
 * <p><b>Errors.</b> Fewer than two groups, and groups with different causes or units, are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> R. J. Gray, "A Class of K-Sample Tests for Comparing the Cumulative Incidence of a Competing Risk", <i>Annals of
 * Statistics</i> 16 (1988), 1141-1154.
 */
public final class GrayTest {

    private static final GrayTest DEFAULTS = new GrayTest(0);

    /** Groups whose share of a variance is smaller than this have none of their own. */
    private static final double TOLERANCE = 1e-9;

    private final double rho;

    private GrayTest(double rho) {
        this.rho = rho;
    }

    /**
     * Returns the test with all times weighing the same.
     *
     * @return the test
     */
    public static GrayTest withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this test with another weight of early against late differences.
     *
     * @param newRho the power of the share not yet lost to the cause, finite; 0 unless set
     * @return the changed test
     * @throws IllegalArgumentException if it is not finite
     */
    public GrayTest withRho(double newRho) {
        checkArgument(Double.isFinite(newRho), "rho must be finite: %s", newRho);
        return new GrayTest(newRho);
    }

    /**
     * Compares groups.
     *
     * @param groups the incidences of each group by its name, two or more
     * @return the tests by cause
     * @throws IllegalArgumentException if there are fewer than two groups, or they differ in causes or unit
     */
    public GrayTestResult of(Map<String, CompetingRisks> groups) {
        Objects.requireNonNull(groups, "groups");
        return ofStrata(ImmutableList.of(groups));
    }

    /**
     * Compares groups within strata, such as segments of the same size.
     *
     * @param strata for each stratum the incidences of its groups; a group may be missing in some of them
     * @return the tests by cause
     * @throws IllegalArgumentException if there are fewer than two groups, or they differ in causes or unit
     */
    public GrayTestResult ofStrata(Iterable<? extends Map<String, CompetingRisks>> strata) {
        Objects.requireNonNull(strata, "strata");
        ImmutableList<ImmutableSortedMap<String, CompetingRisks>> sorted =
                ImmutableList.copyOf(Iterables.transform(strata, stratum -> ImmutableSortedMap.copyOf(stratum)));
        ImmutableList<CompetingRisks> all =
                sorted.stream().flatMap(stratum -> stratum.values().stream()).collect(ImmutableList.toImmutableList());
        ImmutableList<String> groups = sorted.stream()
                .flatMap(stratum -> stratum.keySet().stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo))
                .asList();
        checkArgument(groups.size() >= 2, "groups must be two or more: %s", groups);
        all.forEach(risks -> checkSame(all.get(0), risks));
        return new GrayTestResultBuilder()
                .tests(tests(sorted, groups, all))
                .groups(groups)
                .strata(sorted.size())
                .rho(rho)
                .observations(
                        all.stream().mapToLong(CompetingRisks::observations).sum())
                .ended(all.stream().mapToLong(CompetingRisks::ended).sum())
                .unknown(all.stream().mapToLong(CompetingRisks::unknown).sum())
                .build();
    }

    private static void checkSame(CompetingRisks first, CompetingRisks other) {
        checkArgument(first.causes().equals(other.causes()), "causes must be %s: %s", first.causes(), other.causes());
        checkArgument(first.unit() == other.unit(), "unit must be %s: %s", first.unit(), other.unit());
    }

    private ImmutableMap<String, Outcome<ChiSquareTest>> tests(
            ImmutableList<ImmutableSortedMap<String, CompetingRisks>> strata,
            ImmutableList<String> groups,
            ImmutableList<CompetingRisks> all) {
        boolean late =
                all.stream().anyMatch(risks -> risks.incidences().get(0).table().table().lateEntry);
        ImmutableMap.Builder<String, Outcome<ChiSquareTest>> tests = ImmutableMap.builder();
        ImmutableList<String> causes = all.get(0).causes();
        for (int cause = 0; cause < causes.size(); cause++) {
            tests.put(
                    causes.get(cause),
                    late
                            ? Outcome.undefined(Reason.NOT_APPLICABLE, "Gray's test does not cover delayed entry")
                            : test(strata, groups, cause));
        }
        return tests.buildOrThrow();
    }

    private Outcome<ChiSquareTest> test(
            ImmutableList<ImmutableSortedMap<String, CompetingRisks>> strata, ImmutableList<String> groups, int cause) {
        // scores sum to zero: the last group's says nothing new
        int size = groups.size() - 1;
        double[] score = new double[size];
        double[][] variance = new double[size][size];
        for (ImmutableSortedMap<String, CompetingRisks> stratum : strata) {
            add(stratum, groups, cause, score, variance);
        }
        Cholesky decomposition = Cholesky.of(variance, TOLERANCE);
        if (decomposition.rank() == 0) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "too few have ended for this cause to compare groups");
        }
        return Outcome.of(ChiSquareTest.of(decomposition.quadraticForm(score), decomposition.rank()));
    }

    private void add(
            ImmutableSortedMap<String, CompetingRisks> stratum,
            ImmutableList<String> groups,
            int cause,
            double[] score,
            double[][] variance) {
        CauseTable[] tables = stratum.values().stream()
                .map(risks -> risks.incidences().get(cause).table())
                .toArray(CauseTable[]::new);
        int[] places = stratum.keySet().stream().mapToInt(groups::indexOf).toArray();
        int[] inner =
                Arrays.stream(places).filter(place -> place < score.length).toArray();
        GrayStratum gray = new GrayStratum(tables, rho);
        for (int i = 0; i < inner.length; i++) {
            score[inner[i]] += gray.score(i);
            for (int j = 0; j < inner.length; j++) {
                variance[inner[i]][inner[j]] += gray.variance(i, j);
            }
        }
    }
}
