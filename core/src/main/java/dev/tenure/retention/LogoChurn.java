package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.internal.Days;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Computes logo churn, the share of clients an agency loses in a period, and its retention, by any of the published
 * definitions.
 *
 * <p><b>Formula.</b> {@code churn = lost / base}, where {@link ChurnNumerator} says who is lost and {@link ChurnDenominator}
 * what the base is. Where the rate is a share of one group of clients, {@code retention = 1 - churn}.
 *
 * <p><b>Units.</b> Fractions a period: 0.1 is 10 %. A share of one group is in [0, 1]; the other definitions may exceed 1.
 *
 * <p><b>Conventions.</b> A client leaves on the first day no longer a client. The opening book is that of the eve of the period.
 * A period that is not over on the day the question is asked has counts but no rate. Without a base there is no rate. Only a
 * share of one group of clients has an interval.
 *
 * <p><b>Errors.</b> A period that starts after the day the question is asked is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> Named at the constants of {@link ChurnPolicy}; S. H. Noble, "Defining churn rate", Shopify, 2011, on why
 * they differ.
 */
public final class LogoChurn {

    private static final LogoChurn DEFAULTS =
            new LogoChurn(ChurnPolicy.CHARTMOGUL, ProportionInterval.WILSON, ConfidenceLevel.P95);

    private final ChurnPolicy policy;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private LogoChurn(ChurnPolicy policy, ProportionInterval method, ConfidenceLevel level) {
        this.policy = policy;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator of {@link ChurnPolicy#CHARTMOGUL} with Wilson intervals at 95 %.
     *
     * @return the calculator
     */
    public static LogoChurn withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another definition.
     *
     * @param definition the definition
     * @return the changed calculator
     */
    public LogoChurn with(ChurnPolicy definition) {
        return new LogoChurn(Objects.requireNonNull(definition, "definition"), method, level);
    }

    /**
     * Returns this calculator with another method for the interval.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public LogoChurn with(ProportionInterval interval) {
        return new LogoChurn(policy, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public LogoChurn with(ConfidenceLevel confidence) {
        return new LogoChurn(policy, method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Computes the churn of a period that is over and of which only the counts are known.
     *
     * @param counts the counts
     * @return the churn, a fraction with its counts and interval; undefined without a base, or until the period is over
     */
    public LogoChurnResult of(ChurnCounts counts) {
        return result(counts).build();
    }

    /**
     * Computes the churn of a period.
     *
     * @param presence who was a client when
     * @param period the period
     * @param asOf the last day whose events are known; what is later is not looked at
     * @return the churn, without a value if the period is not over on {@code asOf}
     * @throws IllegalArgumentException if the period starts after {@code asOf}
     */
    public LogoChurnResult of(ClientPresence presence, ReportingPeriod period, LocalDate asOf) {
        checkArgument(!period.start().isAfter(asOf), "period must not start after asOf: %s, %s", period, asOf);
        return results(presence, ImmutableList.of(period), asOf).get(0);
    }

    /**
     * Computes the churn of all periods of a span of time: retention by month, by quarter and so on.
     *
     * @param presence who was a client when
     * @param calendar which periods
     * @param from a day of the first period
     * @param asOf the last day whose events are known, in the last period; what is later is not looked at
     * @return the table, a row a period, earliest first; a period that is not over has counts and no rate
     * @throws IllegalArgumentException if {@code asOf} is before {@code from}
     */
    public RetentionTable table(ClientPresence presence, ReportingCalendar calendar, LocalDate from, LocalDate asOf) {
        return new RetentionTableBuilder()
                .calendar(calendar)
                .asOf(asOf)
                .addAllRows(results(presence, calendar.periods(from, asOf), asOf))
                .build();
    }

    private ImmutableList<LogoChurnResult> results(
            ClientPresence presence, ImmutableList<ReportingPeriod> periods, LocalDate asOf) {
        ImmutableList<ChurnCounts> counts = ChurnCounting.count(presence, periods, Days.of(asOf));
        ImmutableList.Builder<LogoChurnResult> results = ImmutableList.builder();
        for (int i = 0; i < counts.size(); i++) {
            ReportingPeriod period = periods.get(i);
            results.add(result(counts.get(i))
                    .period(period)
                    .isComplete(asOf.isAfter(period.end().minusDays(2)))
                    .build());
        }
        return results.build();
    }

    private LogoChurnResultBuilder result(ChurnCounts counts) {
        return new LogoChurnResultBuilder()
                .counts(counts)
                .policy(policy)
                .intervalMethod(method)
                .level(level);
    }
}
