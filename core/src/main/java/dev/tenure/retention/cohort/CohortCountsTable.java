package dev.tenure.retention.cohort;

import java.io.Serial;
import java.io.Serializable;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The figures of all cohorts, by the number that the calendar gives the cohort's period. */
final class CohortCountsTable implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final TreeMap<Long, CohortCounts> cohorts = new TreeMap<>();
    private final RevenueDetail detail;

    CohortCountsTable(RevenueDetail detail) {
        this.detail = detail;
    }

    CohortCounts cohort(long index, int ages) {
        return cohorts.computeIfAbsent(index, key -> new CohortCounts(ages, detail));
    }

    /** Adds the figures of other clients. */
    void addAll(CohortCountsTable other) {
        // a table may be added to itself
        new TreeMap<>(other.cohorts)
                .forEach((index, counts) -> cohort(index, counts.ages()).addAll(counts));
    }

    void forEach(BiConsumer<Long, CohortCounts> action) {
        cohorts.forEach(action);
    }
}
