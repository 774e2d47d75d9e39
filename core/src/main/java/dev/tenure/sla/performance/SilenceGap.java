package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Streams;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.BusinessDays;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds how long a client heard nothing from the agency that it had not asked for: who hears nothing takes it that nobody is at
 * work.
 *
 * <p><b>Formula.</b> The stretches between the start, the messages that the agency began, and the as-of instant. A stretch has as
 * many business days as lie between the date of its start, inclusive, and that of its end, exclusive.
 *
 * <p><b>Units.</b> Business days by the schedule's dates and zone, and working time.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>Only messages that the agency began end a silence; an answer to a question of the client does not.
 *   <li>The longest stretch has the most business days; of those the most working time; of those it is the earliest.
 *   <li>The stretch that is still going on at the as-of instant is a stretch like the others, so far.
 *   <li>The threshold is inclusive: news every Monday leaves stretches of five business days, and five are not too many.
 *   <li>Messages before the start or after the as-of instant are not looked at.
 * </ul>
 *
 * <p><b>Errors.</b> A start after the as-of instant and a negative threshold are {@link IllegalArgumentException}s. A date that the
 * schedule does not cover is a {@link dev.tenure.calendar.UncoveredDateException}.
 */
public final class SilenceGap {

    private final BusinessDays threshold;
    private final WorkSchedule schedule;
    private final BusinessCalendar calendar;

    private SilenceGap(BusinessDays threshold, WorkSchedule schedule) {
        checkArgument(threshold.count() >= 0, "threshold must not be negative: %s", threshold);
        this.threshold = threshold;
        this.schedule = schedule;
        this.calendar = BusinessCalendar.of(schedule);
    }

    /**
     * One message between the parties.
     *
     * @param at when it was sent
     * @param initiator who began: the client if it answers a question of the client's
     */
    public record Message(Instant at, Party initiator) {

        /**
         * Creates a message.
         *
         * @param at when it was sent
         * @param initiator who began
         */
        public Message {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(initiator, "initiator");
        }

        /**
         * Returns a message.
         *
         * @param at when it was sent
         * @param initiator who began: the client if it answers a question of the client's
         * @return the message
         */
        public static Message of(Instant at, Party initiator) {
            return new Message(at, initiator);
        }
    }

    /**
     * Returns the calculator for what was agreed.
     *
     * @param threshold the business days from news to news at most, zero or more: 5 if there is news every week
     * @param schedule when the agency works
     * @return the calculator
     * @throws IllegalArgumentException if the threshold is negative
     */
    public static SilenceGap within(BusinessDays threshold, WorkSchedule schedule) {
        return new SilenceGap(threshold, schedule);
    }

    /**
     * Finds the silences of one client.
     *
     * @param messages the messages between the parties, in any order
     * @param from when the work with the client began, or the time looked at begins
     * @param asOf the instant at which the question is asked, not before {@code from}
     * @return the longest and the current silence
     * @throws IllegalArgumentException if {@code from} is after {@code asOf}
     */
    public SilenceGapResult of(Iterable<Message> messages, Instant from, Instant asOf) {
        checkArgument(!from.isAfter(asOf), "from must not be after asOf %s: %s", asOf, from);
        ImmutableSortedSet<Instant> news = Streams.stream(messages)
                .filter(message -> message.initiator() == Party.AGENCY)
                .map(Message::at)
                .filter(at -> !at.isBefore(from) && !at.isAfter(asOf))
                .collect(toImmutableSortedSet(Comparator.naturalOrder()));
        return new SilenceGapResultBuilder()
                .threshold(threshold)
                .news(news.size())
                .stretches(stretches(from, news, asOf))
                .build();
    }

    private ImmutableList<SilenceGapResult.Stretch> stretches(
            Instant from, ImmutableSortedSet<Instant> news, Instant asOf) {
        return Streams.zip(
                        Stream.concat(Stream.of(from), news.stream()),
                        Stream.concat(news.stream(), Stream.of(asOf)),
                        this::stretch)
                .collect(toImmutableList());
    }

    private SilenceGapResult.Stretch stretch(Instant start, Instant end) {
        return new SilenceGapResult.Stretch(
                start, end, calendar.between(start, end), schedule.businessDaysBetween(date(start), date(end)));
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(schedule.zone()).toLocalDate();
    }
}
