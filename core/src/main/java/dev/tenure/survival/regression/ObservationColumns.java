package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Observations as columns. */
final class ObservationColumns {

    private final ImmutableList<CoxObservation> observations;

    private ObservationColumns(ImmutableList<CoxObservation> observations) {
        this.observations = observations;
    }

    /** Takes those who left for another cause, or one that is not known, for last seen then. */
    static CoxData of(ImmutableList<CoxObservation> observations, Optional<String> cause) {
        return new ObservationColumns(observations).data(cause);
    }

    private CoxData data(Optional<String> cause) {
        boolean[] ended = new boolean[observations.size()];
        for (int i = 0; i < ended.length; i++) {
            CoxObservation observation = observations.get(i);
            ended[i] = observation.ended()
                    && (cause.isEmpty() || observation.cause().equals(cause));
        }
        CoxData data = CoxData.of(column(CoxObservation::stop), ended)
                .withStarts(column(CoxObservation::start))
                .withWeights(column(CoxObservation::weight))
                .withOffsets(column(CoxObservation::offset));
        for (String name : names()) {
            data = data.withCovariate(name, covariate(name));
        }
        return withClusters(withStrata(data));
    }

    private double[] column(ToDoubleFunction<CoxObservation> value) {
        return observations.stream().mapToDouble(value).toArray();
    }

    private double[] covariate(String name) {
        double[] column = new double[observations.size()];
        for (int i = 0; i < column.length; i++) {
            Map<String, Double> covariates = observations.get(i).covariates();
            column[i] = covariates.getOrDefault(name, Double.NaN);
        }
        return column;
    }

    private ImmutableSet<String> names() {
        if (observations.isEmpty()) {
            return ImmutableSet.of();
        }
        ImmutableSet<String> names = observations.get(0).covariates().keySet();
        for (CoxObservation observation : observations) {
            checkArgument(
                    observation.covariates().keySet().equals(names),
                    "covariates must be those of the first observation, %s: %s",
                    names,
                    observation.covariates().keySet());
        }
        return names;
    }

    private CoxData withStrata(CoxData data) {
        ImmutableList<String> names = observations.stream()
                .map(CoxObservation::stratum)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Ordering.natural()))
                .asList();
        if (names.size() < 2 && names.stream().allMatch(String::isEmpty)) {
            return data;
        }
        Map<String, Integer> codes = new HashMap<>();
        names.forEach(name -> codes.put(name, codes.size()));
        int[] strata = new int[observations.size()];
        Arrays.setAll(strata, i -> codes.getOrDefault(observations.get(i).stratum(), 0));
        return data.withStrata(strata, names);
    }

    private CoxData withClusters(CoxData data) {
        if (observations.stream().allMatch(its -> its.cluster().isEmpty())) {
            return data;
        }
        Map<String, Integer> codes = new HashMap<>();
        int[] clusters = new int[observations.size()];
        // clusters by name from 0 on, rows of their own from -1 down
        Arrays.setAll(
                clusters,
                i -> observations
                        .get(i)
                        .cluster()
                        .map(name -> codes.computeIfAbsent(name, its -> codes.size()))
                        .orElse(-1 - i));
        return data.withClusters(clusters);
    }
}
