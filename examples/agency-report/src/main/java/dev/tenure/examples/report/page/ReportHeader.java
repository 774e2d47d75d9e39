package dev.tenure.examples.report.page;

import dev.tenure.explain.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * What a report is about.
 *
 * @param agency the agency's name
 * @param asOf the day the report looks from
 * @param period the period whose change is told, such as the last complete quarter
 * @param from the first day of the data
 * @param currency the currency of all money
 * @param policy the preset all figures follow, by name
 */
public record ReportHeader(
        String agency, LocalDate asOf, Text period, LocalDate from, CurrencyUnit currency, Quantity.Term policy) {

    /**
     * Creates a header.
     *
     * @param agency the agency's name
     * @param asOf the day the report looks from
     * @param period the period whose change is told
     * @param from the first day of the data
     * @param currency the currency
     * @param policy the preset
     */
    public ReportHeader {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(policy, "policy");
    }
}
