package dev.tenure.retention;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.time.LocalDate;
import org.immutables.value.Value;

/** Retention and churn period by period. Made by {@link LogoChurn}. */
@ResultStyle
@Value.Immutable
public abstract class RetentionTable {

    RetentionTable() {}

    /**
     * Returns which periods the table has.
     *
     * @return the calendar
     */
    public abstract ReportingCalendar calendar();

    /**
     * Returns the last day whose events are in the table.
     *
     * @return the day
     */
    public abstract LocalDate asOf();

    /**
     * Returns the periods.
     *
     * @return one result a period, earliest first, at least one; the last has no value if it is not over on {@link #asOf()}
     */
    public abstract ImmutableList<LogoChurnResult> rows();

    /**
     * Explains the table.
     *
     * @return the number of complete periods, with the explanation of each period
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("retention by " + calendar().granularity())
                .formula("number of complete periods")
                .value(new Quantity.Count(
                        rows().stream().filter(LogoChurnResult::isComplete).count()))
                .putInput("as of", new Quantity.Day(asOf()))
                .addAllParts(rows().stream().map(LogoChurnResult::explain).toList())
                .build();
    }
}
