package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import java.io.Serializable;
import java.util.Objects;

/**
 * How clients are put into cohorts.
 *
 * @param calendar the periods by which clients come and are followed
 * @param reactivation where a client who comes back belongs
 * @param idlePeriods after how many whole periods of absence a client who is seen again has come back, positive; it matters
 *     only to {@link CohortReactivation#NEW_COHORT}
 * @param presence when a client counts as there; it matters only where spells are given, not where single days are
 */
public record CohortPolicy(
        ReportingCalendar calendar, CohortReactivation reactivation, int idlePeriods, CohortPresence presence)
        implements Serializable {

    /** Cohorts of a month, to which clients who come back belong as before. */
    public static final CohortPolicy MONTHLY = of(ReportingCalendar.of(Granularity.MONTH));

    /** Cohorts of a quarter, to which clients who come back belong as before. */
    public static final CohortPolicy QUARTERLY = of(ReportingCalendar.of(Granularity.QUARTER));

    /** Cohorts of a month; who comes back is a new client. Source: Apphud, "Cohorts". */
    public static final CohortPolicy APPHUD = MONTHLY.withReactivation(CohortReactivation.NEW_COHORT);

    /** Cohorts of a month, whose first column misses who left in it. Source: Baremetrics' changelog, "Churn update". */
    public static final CohortPolicy BAREMETRICS = MONTHLY.withPresence(CohortPresence.LAST_DAY);

    /**
     * Creates a policy.
     *
     * @param calendar the periods by which clients come and are followed
     * @param reactivation where a client who comes back belongs
     * @param idlePeriods after how many whole periods of absence a client who is seen again has come back, positive
     * @param presence when a client counts as there
     */
    public CohortPolicy {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(reactivation, "reactivation");
        checkArgument(idlePeriods > 0, "idlePeriods must be positive: %s", idlePeriods);
        Objects.requireNonNull(presence, "presence");
    }

    /**
     * Returns the policy by which who comes back belongs to the original cohort.
     *
     * @param calendar the periods
     * @return the policy
     */
    public static CohortPolicy of(ReportingCalendar calendar) {
        return new CohortPolicy(calendar, CohortReactivation.ORIGINAL_COHORT, 1, CohortPresence.ANY_DAY);
    }

    /**
     * Returns this policy with another rule for clients who come back.
     *
     * @param rule where they belong
     * @return the changed policy
     */
    public CohortPolicy withReactivation(CohortReactivation rule) {
        return new CohortPolicy(calendar, rule, idlePeriods, presence);
    }

    /**
     * Returns this policy with another length of absence.
     *
     * @param periods after how many whole periods a client who is seen again has come back, positive
     * @return the changed policy
     * @throws IllegalArgumentException if the number is not positive
     */
    public CohortPolicy withIdlePeriods(int periods) {
        return new CohortPolicy(calendar, reactivation, periods, presence);
    }

    /**
     * Returns this policy with another rule for periods of which a client was there only a part.
     *
     * @param rule when a client counts as there
     * @return the changed policy
     */
    public CohortPolicy withPresence(CohortPresence rule) {
        return new CohortPolicy(calendar, reactivation, idlePeriods, rule);
    }
}
