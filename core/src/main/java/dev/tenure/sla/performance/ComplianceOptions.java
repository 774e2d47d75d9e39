package dev.tenure.sla.performance;

import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How compliance is counted.
 *
 * @param denominator what the promises that were met are a share of
 * @param basis which instant places a promise in a period
 * @param calendar the periods
 * @param zone the zone in which the periods' days begin
 * @param method how intervals are made
 * @param level how often they should hold the true share
 */
record ComplianceOptions(
        ComplianceDenominator denominator,
        SlaPeriodBasis basis,
        ReportingCalendar calendar,
        ZoneId zone,
        ProportionInterval method,
        ConfidenceLevel level)
        implements Serializable {

    static final ComplianceOptions DEFAULTS = new ComplianceOptions(
            ComplianceDenominator.DECIDED,
            SlaPeriodBasis.DECISION,
            ReportingCalendar.of(Granularity.MONTH),
            ZoneOffset.UTC,
            ProportionInterval.WILSON,
            ConfidenceLevel.P95);

    ComplianceOptions {
        Objects.requireNonNull(denominator, "denominator");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(level, "level");
    }

    ComplianceOptions with(ComplianceDenominator other) {
        return new ComplianceOptions(other, basis, calendar, zone, method, level);
    }

    ComplianceOptions with(SlaPeriodBasis other) {
        return new ComplianceOptions(denominator, other, calendar, zone, method, level);
    }

    ComplianceOptions with(ReportingCalendar other) {
        return new ComplianceOptions(denominator, basis, other, zone, method, level);
    }

    ComplianceOptions with(ZoneId other) {
        return new ComplianceOptions(denominator, basis, calendar, other, method, level);
    }

    ComplianceOptions with(ProportionInterval other) {
        return new ComplianceOptions(denominator, basis, calendar, zone, other, level);
    }

    ComplianceOptions with(ConfidenceLevel other) {
        return new ComplianceOptions(denominator, basis, calendar, zone, method, other);
    }
}
