package dev.tenure.sla.performance;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessDays;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.immutables.value.Value;

/** How long one client heard nothing from the agency that it had not asked for. Made by {@link SilenceGap}. */
@ResultStyle
@Value.Immutable
public abstract class SilenceGapResult {

    /** Of equally long ones the earlier is the longer. */
    private static final Comparator<Stretch> BY_LENGTH = Comparator.comparing(Stretch::businessDays)
            .thenComparing(Stretch::workingTime)
            .thenComparing(Stretch::start, Comparator.reverseOrder());

    SilenceGapResult() {}

    /**
     * Time without news.
     *
     * @param start the start of the time looked at, or the news before
     * @param end the news after, or the as-of instant
     * @param workingTime the working time in between, zero or more
     * @param businessDays the business days from the date of the start, inclusive, to that of the end, exclusive; zero or more
     */
    public record Stretch(Instant start, Instant end, Duration workingTime, BusinessDays businessDays) {}

    /**
     * Returns how long a silence may be.
     *
     * @return the business days from news to news at most, zero or more
     */
    public abstract BusinessDays threshold();

    /**
     * Returns how many messages the agency began in the time looked at; several at one instant are one.
     *
     * @return the count, zero or more
     */
    public abstract int news();

    /**
     * Returns all silences.
     *
     * @return one more than there was news, earliest first; the last is the current one
     */
    public abstract ImmutableList<Stretch> stretches();

    /**
     * Returns the longest silence.
     *
     * @return the one with the most business days, of those with the most working time, of those the earliest; it may be the
     *     current one
     */
    public final Stretch longest() {
        return stretches().stream().max(BY_LENGTH).orElseThrow();
    }

    /**
     * Returns the silence that is going on.
     *
     * @return the time from the last news, or from the start if there was none, to the as-of instant
     */
    public final Stretch current() {
        return stretches().get(stretches().size() - 1);
    }

    /**
     * Returns how many silences were too long.
     *
     * @return how many have more business days than the threshold, zero or more
     */
    public final long exceedances() {
        return stretches().stream().filter(this::isTooLong).count();
    }

    /**
     * Tells whether the silence that is going on is too long.
     *
     * @return true if it has more business days than the threshold: it is time to write
     */
    public final boolean isOverdue() {
        return isTooLong(current());
    }

    private boolean isTooLong(Stretch stretch) {
        return stretch.businessDays().compareTo(threshold()) > 0;
    }

    /**
     * Explains the silences.
     *
     * @return the business days of the longest, with the longest and the current one as parts
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("silence gap")
                .formula("most business days without news that the agency began")
                .value(days(longest().businessDays()))
                .putInput("news", new Quantity.Count(news()))
                .putInput("threshold", days(threshold()))
                .putInput("too long", new Quantity.Count(exceedances()))
                .addPart(explain("longest", longest()))
                .addPart(explain("current", current()))
                .build();
    }

    private Explanation explain(String name, Stretch stretch) {
        return Explanation.builder()
                .name(name)
                .formula("business days from start, inclusive, to end, exclusive")
                .value(days(stretch.businessDays()))
                .putInput("start", NewsQuantities.term(stretch.start()))
                .putInput("end", NewsQuantities.term(stretch.end()))
                .putInput("working time", NewsQuantities.minutes(stretch.workingTime()))
                .putInput("too long", NewsQuantities.yesOrNo(isTooLong(stretch)))
                .build();
    }

    private static Quantity days(BusinessDays days) {
        return new Quantity.Count(days.count());
    }
}
