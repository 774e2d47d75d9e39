package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Objects;

/**
 * Rows for a {@link CoxRegression} in columns of primitives: no object a row.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator.
 *
 * <p><b>Conventions.</b> As those of {@link CoxObservation}. The columns are not copied: they must not change until the model is
 * fitted, which then keeps its own sorted copy.
 *
 * <p><b>Errors.</b> A column of another length and a value out of range are {@link IllegalArgumentException}s, which name the column and
 * the row, from 0.
 */
public final class CoxData {

    private static final double[] NO_NUMBERS = {};
    private static final int[] NO_CODES = {};

    private final double[] stops;
    private final boolean[] ended;
    private final ImmutableList<String> names;
    private final ImmutableList<double[]> columns;
    private final double[] starts;
    private final double[] weights;
    private final double[] offsets;
    private final int[] strata;
    private final ImmutableList<String> stratumNames;
    private final int[] clusters;
    private final Causes causes;

    private CoxData(
            double[] stops,
            boolean[] ended,
            ImmutableList<String> names,
            ImmutableList<double[]> columns,
            double[] starts,
            double[] weights,
            double[] offsets,
            int[] strata,
            ImmutableList<String> stratumNames,
            int[] clusters,
            Causes causes) {
        this.stops = stops;
        this.ended = ended;
        this.names = names;
        this.columns = columns;
        this.starts = starts;
        this.weights = weights;
        this.offsets = offsets;
        this.strata = strata;
        this.stratumNames = stratumNames;
        this.clusters = clusters;
        this.causes = causes;
    }

    /**
     * Returns rows seen from the start, without covariates as yet.
     *
     * @param stops when each row ends, finite, 0 or more
     * @param ended whether the client left then; for a model of one cause without {@link #withCauses}, whether it left for that one
     * @return the rows
     * @throws IllegalArgumentException if the columns differ in length or a time is out of range
     */
    public static CoxData of(double[] stops, boolean[] ended) {
        Objects.requireNonNull(stops, "stops");
        Objects.requireNonNull(ended, "ended");
        Rule.NOT_NEGATIVE.check("stops", stops, stops.length);
        Rule.checkLength("ended", ended.length, stops.length);
        return new CoxData(
                stops,
                ended,
                ImmutableList.of(),
                ImmutableList.of(),
                NO_NUMBERS,
                NO_NUMBERS,
                NO_NUMBERS,
                NO_CODES,
                ImmutableList.of(),
                NO_CODES,
                Causes.NONE);
    }

    /**
     * Returns rows seen from the start, in whole units of time, without covariates as yet.
     *
     * @param stops when each row ends, 0 or more
     * @param ended whether the client left then; for a model of one cause without {@link #withCauses}, whether it left for that one
     * @return the rows
     * @throws IllegalArgumentException if the columns differ in length or a time is negative
     */
    public static CoxData of(int[] stops, boolean[] ended) {
        Objects.requireNonNull(stops, "stops");
        return of(Arrays.stream(stops).asDoubleStream().toArray(), ended);
    }

    /**
     * Returns these rows with one more covariate.
     *
     * @param name its name, not blank, not that of another one
     * @param values its values, finite
     * @return the rows with the covariate after those they had
     * @throws IllegalArgumentException if the name or a value is out of range or the length is not that of the rows
     */
    public CoxData withCovariate(String name, double[] values) {
        Objects.requireNonNull(name, "name");
        checkArgument(!name.isBlank(), "name must not be blank: '%s'", name);
        checkArgument(!names.contains(name), "name must not be that of another covariate: %s", name);
        Rule.FINITE.check(name, values, rows());
        return new CoxData(
                stops,
                ended,
                ImmutableList.<String>builder().addAll(names).add(name).build(),
                ImmutableList.<double[]>builder().addAll(columns).add(values).build(),
                starts,
                weights,
                offsets,
                strata,
                stratumNames,
                clusters,
                causes);
    }

    /**
     * Returns these rows with the times at which they come under observation.
     *
     * @param newStarts the times, finite, 0 or more, each before its positive stop; 0 if seen from the start
     * @return the changed rows
     * @throws IllegalArgumentException if a time is out of range or the length is not that of the rows
     */
    public CoxData withStarts(double[] newStarts) {
        Rule.NOT_NEGATIVE.check("starts", newStarts, rows());
        for (int row = 0; row < newStarts.length; row++) {
            checkArgument(
                    newStarts[row] == 0 || newStarts[row] < stops[row],
                    "starts[%s] must be before the stop %s: %s",
                    row,
                    stops[row],
                    newStarts[row]);
        }
        return new CoxData(
                stops, ended, names, columns, newStarts, weights, offsets, strata, stratumNames, clusters, causes);
    }

    /**
     * Returns these rows with weights.
     *
     * @param newWeights how much each row counts, positive and finite
     * @return the changed rows
     * @throws IllegalArgumentException if a weight is out of range or the length is not that of the rows
     */
    public CoxData withWeights(double[] newWeights) {
        Rule.POSITIVE.check("weights", newWeights, rows());
        return new CoxData(
                stops, ended, names, columns, starts, newWeights, offsets, strata, stratumNames, clusters, causes);
    }

    /**
     * Returns these rows with a term of the linear predictor whose coefficient is known to be one.
     *
     * @param newOffsets the offsets, from -150 to 150
     * @return the changed rows
     * @throws IllegalArgumentException if an offset is out of range or the length is not that of the rows
     */
    public CoxData withOffsets(double[] newOffsets) {
        Rule.OFFSET.check("offsets", newOffsets, rows());
        return new CoxData(
                stops, ended, names, columns, starts, weights, newOffsets, strata, stratumNames, clusters, causes);
    }

    /**
     * Returns these rows with strata. A stratum is called by its number in decimal.
     *
     * @param newStrata a number for each row; rows of one number are of one stratum
     * @return the changed rows
     * @throws IllegalArgumentException if the length is not that of the rows
     */
    public CoxData withStrata(int[] newStrata) {
        return withStrata(newStrata, ImmutableList.of());
    }

    CoxData withStrata(int[] newStrata, ImmutableList<String> newNames) {
        Objects.requireNonNull(newStrata, "strata");
        Rule.checkLength("strata", newStrata.length, rows());
        return new CoxData(
                stops, ended, names, columns, starts, weights, offsets, newStrata, newNames, clusters, causes);
    }

    /**
     * Returns these rows with clusters of those that belong together.
     *
     * @param newClusters a number for each row; rows of one number are of one cluster
     * @return the changed rows
     * @throws IllegalArgumentException if the length is not that of the rows
     */
    public CoxData withClusters(int[] newClusters) {
        Objects.requireNonNull(newClusters, "clusters");
        Rule.checkLength("clusters", newClusters.length, rows());
        return new CoxData(
                stops, ended, names, columns, starts, weights, offsets, strata, stratumNames, newClusters, causes);
    }

    /**
     * Returns these rows with why clients left, for {@link CoxRegression#withCause}. A cause is called by its number in decimal.
     *
     * @param newCauses a number for each row; 0 if the client has not left, or for a reason that is not known
     * @return the changed rows
     * @throws IllegalArgumentException if a row that did not end has a cause or the length is not that of the rows
     */
    public CoxData withCauses(int[] newCauses) {
        return with(Causes.of(newCauses, ended));
    }

    /**
     * Returns these rows with why clients left, for {@link CoxRegression#withCause}.
     *
     * @param newCauses a name for each row; empty if the client has not left, or for a reason that is not known
     * @return the changed rows
     * @throws IllegalArgumentException if a name is null, a row that did not end has a cause or the length is not that of the rows
     */
    public CoxData withCauses(String[] newCauses) {
        return with(Causes.of(newCauses, ended));
    }

    private CoxData with(Causes newCauses) {
        return new CoxData(
                stops, ended, names, columns, starts, weights, offsets, strata, stratumNames, clusters, newCauses);
    }

    boolean hasCauses() {
        return causes != Causes.NONE;
    }

    /** Returns these rows, of which only those ended that did so by one cause. */
    CoxData endedBy(String cause) {
        return new CoxData(
                stops,
                causes.endedBy(cause),
                names,
                columns,
                starts,
                weights,
                offsets,
                strata,
                stratumNames,
                clusters,
                Causes.NONE);
    }

    /**
     * Returns how many rows there are.
     *
     * @return the number, zero or more
     */
    public int rows() {
        return stops.length;
    }

    /**
     * Returns the names of the covariates.
     *
     * @return the names, in the order in which the covariates were given
     */
    public ImmutableList<String> names() {
        return names;
    }

    double stop(int row) {
        return stops[row];
    }

    boolean ended(int row) {
        return ended[row];
    }

    double[] column(int covariate) {
        return columns.get(covariate);
    }

    double start(int row) {
        return starts.length == 0 ? 0 : starts[row];
    }

    boolean hasStarts() {
        return starts.length > 0;
    }

    double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    double offset(int row) {
        return offsets.length == 0 ? 0 : offsets[row];
    }

    boolean hasStrata() {
        return strata.length > 0;
    }

    int stratum(int row) {
        return strata.length == 0 ? 0 : strata[row];
    }

    String stratumName(int row) {
        if (strata.length == 0) {
            return "";
        }
        return stratumNames.isEmpty() ? Integer.toString(strata[row]) : stratumNames.get(strata[row]);
    }

    boolean hasClusters() {
        return clusters.length > 0;
    }

    int cluster(int row) {
        return clusters[row];
    }
}
