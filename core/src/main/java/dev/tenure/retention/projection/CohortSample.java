package dev.tenure.retention.projection;

import dev.tenure.calendar.Granularity;
import dev.tenure.lifetime.contractual.RenewalAccumulator;
import dev.tenure.lifetime.contractual.RenewalSample;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.stat.Proportion;
import java.time.Period;

/** Reads renewals out of a table of cohorts. */
final class CohortSample {

    private static final int MONTHS_A_QUARTER = 3;

    private CohortSample() {}

    /** Returns who stayed from one complete period to the next, without the last ones of each cohort. */
    static RenewalSample of(CohortTable table, int withoutLast) {
        RenewalAccumulator renewals = RenewalAccumulator.every(period(table.policy()));
        for (Cohort cohort : table.cohorts()) {
            int end = complete(cohort) - withoutLast;
            for (int age = 1; age < end; age++) {
                int renewal = age;
                cohort.cells().get(age).periodRetention().toOptional().ifPresent(kept -> add(kept, renewal, renewals));
            }
        }
        return renewals.result();
    }

    /** Adds each client of a period as one who is seen for that renewal only: who comes back is at risk again. */
    private static void add(Proportion kept, int renewal, RenewalAccumulator renewals) {
        if (kept.successes() > 0) {
            renewals.add(renewal - 1, renewal, false, kept.successes());
        }
        if (kept.successes() < kept.trials()) {
            renewals.add(renewal - 1, renewal - 1, true, kept.trials() - kept.successes());
        }
    }

    /** Returns how many periods of a cohort are over. */
    static int complete(Cohort cohort) {
        return (int) cohort.cells().stream().takeWhile(CohortCell::isComplete).count();
    }

    /** Returns whether a cohort was within the records at an age. */
    static boolean isObserved(Cohort cohort, int age) {
        return age >= 0 && age >= cohort.cells().get(0).observedFrom();
    }

    static Period period(CohortPolicy policy) {
        return switch (policy.age()) {
            case CALENDAR_PERIODS -> period(policy.calendar().granularity());
            case TENURE_WEEKS -> Period.ofWeeks(1);
            case TENURE_MONTHS -> Period.ofMonths(1);
            case TENURE_QUARTERS -> Period.ofMonths(MONTHS_A_QUARTER);
            case TENURE_YEARS -> Period.ofYears(1);
        };
    }

    private static Period period(Granularity granularity) {
        return switch (granularity) {
            case WEEK -> Period.ofWeeks(1);
            case MONTH -> Period.ofMonths(1);
            case QUARTER -> Period.ofMonths(MONTHS_A_QUARTER);
            case YEAR -> Period.ofYears(1);
        };
    }
}
