package dev.tenure.sla.performance;

import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Computes SLA compliance: the share of promises that were kept, as a whole, by priority, client, kind and period, and what
 * broke the others.
 *
 * <p><b>Formula.</b> {@code met / counted}, where the {@link ComplianceDenominator} says which promises are counted.
 *
 * <p><b>Units.</b> Promises are counted; the result is a fraction in [0, 1].
 *
 * <p><b>Conventions.</b> Unless set otherwise, the promises that are {@linkplain ComplianceDenominator#DECIDED decided} are
 * counted, in the month of UTC in which {@linkplain SlaPeriodBasis#DECISION the verdict fell}, and intervals are Wilson's at
 * 95 %. What is open and in time is neither kept nor broken. Without counted promises there is no share. The interval takes
 * the promises as independent.
 *
 * <p><b>Errors.</b> An instant outside the years -9999 to 9999 is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> The published denominators, each named at its constant of {@link ComplianceDenominator}.
 */
public final class SlaCompliance {

    private static final SlaCompliance DEFAULTS = new SlaCompliance(ComplianceOptions.DEFAULTS);

    private final ComplianceOptions options;

    private SlaCompliance(ComplianceOptions options) {
        this.options = options;
    }

    /**
     * Returns the calculator of decided promises by month of UTC, with Wilson intervals at 95 %.
     *
     * @return the calculator
     */
    public static SlaCompliance withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another denominator.
     *
     * @param denominator what the promises that were met are a share of
     * @return the changed calculator
     */
    public SlaCompliance with(ComplianceDenominator denominator) {
        return new SlaCompliance(options.with(denominator));
    }

    /**
     * Returns this calculator with another instant that says to which period a promise belongs.
     *
     * @param basis the instant
     * @return the changed calculator
     */
    public SlaCompliance with(SlaPeriodBasis basis) {
        return new SlaCompliance(options.with(basis));
    }

    /**
     * Returns this calculator with other periods.
     *
     * @param calendar the periods
     * @return the changed calculator
     */
    public SlaCompliance with(ReportingCalendar calendar) {
        return new SlaCompliance(options.with(calendar));
    }

    /**
     * Returns this calculator with another zone, in which the days of the periods begin.
     *
     * @param zone the zone
     * @return the changed calculator
     */
    public SlaCompliance with(ZoneId zone) {
        return new SlaCompliance(options.with(zone));
    }

    /**
     * Returns this calculator with another method for the intervals of shares.
     *
     * @param method the method
     * @return the changed calculator
     */
    public SlaCompliance with(ProportionInterval method) {
        return new SlaCompliance(options.with(method));
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param level the level
     * @return the changed calculator
     */
    public SlaCompliance with(ConfidenceLevel level) {
        return new SlaCompliance(options.with(level));
    }

    /**
     * Computes the compliance of some promises.
     *
     * @param outcomes what has become of them, in any order
     * @return the compliance, a share in [0, 1] with its counts and interval; undefined where the denominator counts none
     * @throws IllegalArgumentException if a promise is placed outside the years -9999 to 9999
     */
    public SlaComplianceResult of(Iterable<SlaOutcome> outcomes) {
        Objects.requireNonNull(outcomes, "outcomes");
        SlaComplianceAccumulator accumulator = accumulator();
        outcomes.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for promises that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public SlaComplianceAccumulator accumulator() {
        return new SlaComplianceAccumulator(options);
    }

    /**
     * Returns a collector of promises.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<SlaOutcome, ?, SlaComplianceResult> collector() {
        return Collector.of(
                this::accumulator,
                SlaComplianceAccumulator::add,
                SlaComplianceAccumulator::merge,
                SlaComplianceAccumulator::result);
    }
}
