package dev.tenure.retention.cohort;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import java.io.Serializable;
import java.util.Objects;

/**
 * How clients are put into cohorts, and by what they are followed.
 *
 * @param calendar the periods by which clients come
 * @param age by which periods they are followed
 * @param reactivation where a client belongs who comes back
 * @param idlePeriods after how many whole periods of absence a client who is seen again has come back, positive; it matters
 *     only if the client does not belong to the original cohort then
 * @param presence when a client counts as there; it matters only where spells are given, not where single days are
 * @param olderClients what becomes of clients older than the records; it matters only if the records have a beginning
 */
public record CohortPolicy(
        ReportingCalendar calendar,
        CohortAge age,
        CohortReactivation reactivation,
        int idlePeriods,
        CohortPresence presence,
        OlderClients olderClients)
        implements Serializable {

    /** Cohorts of a month, to which clients who come back belong as before. */
    public static final CohortPolicy MONTHLY = of(ReportingCalendar.of(Granularity.MONTH));

    /** Cohorts of a quarter, to which clients who come back belong as before. */
    public static final CohortPolicy QUARTERLY = of(ReportingCalendar.of(Granularity.QUARTER));

    /** Cohorts of a month, each client followed from month to month since the day on which it came. */
    public static final CohortPolicy BY_TENURE = MONTHLY.withAge(CohortAge.TENURE_MONTHS);

    /** Cohorts of a month; who comes back is a new client. Source: Apphud, "Cohorts". */
    public static final CohortPolicy APPHUD = MONTHLY.withReactivation(CohortReactivation.NEW_COHORT);

    /** Cohorts of a month, whose first column misses who left in it. Source: Baremetrics' changelog, "Churn update". */
    public static final CohortPolicy BAREMETRICS = MONTHLY.withPresence(CohortPresence.LAST_DAY);

    /**
     * Creates a policy.
     *
     * @param calendar the periods by which clients come
     * @param age by which periods they are followed
     * @param reactivation where a client belongs who comes back
     * @param idlePeriods after how many whole periods of absence a client who is seen again has come back, positive
     * @param presence when a client counts as there
     * @param olderClients what becomes of clients older than the records
     */
    public CohortPolicy {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(reactivation, "reactivation");
        checkArgument(idlePeriods > 0, "idlePeriods must be positive: %s", idlePeriods);
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(olderClients, "olderClients");
    }

    /**
     * Returns the policy by which clients are followed by the periods in which they come, who comes back belongs to the original
     * cohort, and clients older than the records are not told apart.
     *
     * @param calendar the periods
     * @return the policy
     */
    public static CohortPolicy of(ReportingCalendar calendar) {
        return new CohortPolicy(
                calendar,
                CohortAge.CALENDAR_PERIODS,
                CohortReactivation.ORIGINAL_COHORT,
                1,
                CohortPresence.ANY_DAY,
                OlderClients.AS_NEW);
    }

    /**
     * Returns this policy with other periods by which clients are followed.
     *
     * @param periods the periods
     * @return the changed policy
     */
    public CohortPolicy withAge(CohortAge periods) {
        return new CohortPolicy(calendar, periods, reactivation, idlePeriods, presence, olderClients);
    }

    /**
     * Returns this policy with another rule for clients who come back.
     *
     * @param rule where they belong
     * @return the changed policy
     */
    public CohortPolicy withReactivation(CohortReactivation rule) {
        return new CohortPolicy(calendar, age, rule, idlePeriods, presence, olderClients);
    }

    /**
     * Returns this policy with another length of absence.
     *
     * @param periods after how many whole periods a client who is seen again has come back, positive
     * @return the changed policy
     * @throws IllegalArgumentException if the number is not positive
     */
    public CohortPolicy withIdlePeriods(int periods) {
        return new CohortPolicy(calendar, age, reactivation, periods, presence, olderClients);
    }

    /**
     * Returns this policy with another rule for periods of which a client was there only a part.
     *
     * @param rule when a client counts as there
     * @return the changed policy
     */
    public CohortPolicy withPresence(CohortPresence rule) {
        return new CohortPolicy(calendar, age, reactivation, idlePeriods, rule, olderClients);
    }

    /**
     * Returns this policy with another rule for clients older than the records.
     *
     * @param rule what becomes of them
     * @return the changed policy
     */
    public CohortPolicy withOlderClients(OlderClients rule) {
        return new CohortPolicy(calendar, age, reactivation, idlePeriods, presence, rule);
    }
}
