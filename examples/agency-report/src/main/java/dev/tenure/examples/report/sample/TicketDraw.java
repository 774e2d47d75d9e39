package dev.tenure.examples.report.sample;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.examples.report.input.TicketEventKind;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.examples.report.service.UsualTargets;
import dev.tenure.sla.PauseReason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws the tickets of the sample's clients and what became of them, from a stream of chance of its own. */
final class TicketDraw {

    /** So far that nothing of the other files moves when tickets are drawn. */
    private static final long OTHER_STREAM = 0x7E1C4E7;

    private static final int HOUR = 3_600;
    /** When somebody takes a ticket on, as a share of the time to the first response. */
    private static final double LATE_ASSIGNMENT = 0.8;

    private static final double SOON_ASSIGNMENT = 0.15;
    private static final int UPDATES_A_MONTH = 4;
    private static final String PAUSE = word(PauseReason.WAITING_FOR_CLIENT);

    private final ServiceTruth truth;
    private final SampleTruth sample;
    private final Dice dice;
    private final BusinessCalendar work;
    private final List<String[]> tickets = new ArrayList<>();
    private final List<String[]> events = new ArrayList<>();
    private int number;

    /** An event that is drawn: when, in seconds since 1970, what, and what is said about it. */
    private record Event(long at, TicketEventKind kind, String value) {}

    /** A ticket that is drawn: all that happens to it while its client is one. */
    private record Drawn(String id, Priority priority, long opened, List<Event> events) {}

    TicketDraw(SampleTruth sample) {
        this.sample = sample;
        truth = sample.service();
        dice = new Dice(sample.seed() ^ OTHER_STREAM);
        work = BusinessCalendar.of(ServiceRules.SAMPLE.schedule(
                SampleTruth.ZONE,
                Year.from(sample.from()),
                Year.from(sample.asOf()).plusYears(1)));
    }

    ImmutableList<String[]> tickets() {
        return ImmutableList.copyOf(tickets);
    }

    ImmutableList<String[]> events() {
        return ImmutableList.copyOf(events);
    }

    /** Draws the tickets of one contract, month by month; those that are open when it ends are withdrawn. */
    void contract(String client, ImmutableList<ContractLine> lines) {
        int first = lines.get(0).start();
        int end = Math.min(lines.get(lines.size() - 1).end(), sample.months());
        long until = second(end);
        List<Drawn> drawn = new ArrayList<>();
        for (int month = first; month < end; month++) {
            if (isCharged(lines, month)) {
                month(month, until, drawn);
            }
        }
        drawn.forEach(ticket -> write(client, ticket));
    }

    private static boolean isCharged(ImmutableList<ContractLine> lines, int month) {
        return lines.stream().anyMatch(line -> line.runsIn(month) && !line.isPausedIn(month));
    }

    private void month(int month, long until, List<Drawn> drawn) {
        int count = dice.pick(truth.ticketsAMonth());
        for (int i = 0; i < count; i++) {
            drawn.add(ticket(second(month), second(month + 1), until));
        }
        if (!dice.chance(truth.silentMonth()) && !drawn.isEmpty()) {
            updates(drawn.get(drawn.size() - 1), second(month), second(month + 1));
        }
    }

    /** News of the work comes about once a week, with the ticket that is the newest. */
    private void updates(Drawn ticket, long from, long until) {
        long at = Math.max(from, ticket.opened());
        for (int i = 0; i < UPDATES_A_MONTH; i++) {
            at = work.plusSeconds(at, dice.between(24 * HOUR, 44 * HOUR));
            if (at < until) {
                ticket.events().add(new Event(at, TicketEventKind.UPDATE_SENT, ""));
            }
        }
    }

    private Drawn ticket(long from, long to, long until) {
        Priority priority = dice.pick(truth.priorities());
        long opened = opened(from, to);
        List<Event> all = new ArrayList<>();
        long response = time(SlaTargetKind.FIRST_RESPONSE, priority, truth.responseMedian(), truth.responseShape());
        double share = dice.chance(truth.unassigned()) ? LATE_ASSIGNMENT : SOON_ASSIGNMENT;
        all.add(new Event(work.plusSeconds(opened, (long) (share * response)), TicketEventKind.ASSIGNED, ""));
        long answered = work.plusSeconds(opened, response);
        all.add(new Event(answered, TicketEventKind.AGENCY_REPLY, ""));
        solve(answered, priority, all);
        Drawn ticket = new Drawn(String.format(Locale.ROOT, "T%05d", ++number), priority, opened, new ArrayList<>());
        all.stream().filter(event -> event.at() < until).forEach(ticket.events()::add);
        if (ticket.events().size() < all.size() && until < second(sample.months())) {
            ticket.events().add(new Event(until - 1, TicketEventKind.CANCELLED, ""));
        }
        return ticket;
    }

    private long opened(long from, long to) {
        long open = work.secondsBetween(from, to);
        return dice.chance(truth.atNight())
                ? from + (long) (dice.uniform() * (to - from))
                : work.plusSeconds(from, 1 + (long) (dice.uniform() * (open - 1)));
    }

    private void solve(long answered, Priority priority, List<Event> all) {
        long left = time(SlaTargetKind.RESOLUTION, priority, truth.solutionMedian(), truth.solutionShape());
        long at = answered;
        if (dice.chance(truth.message())) {
            at = work.plusSeconds(at, left / 4);
            all.add(new Event(at, TicketEventKind.CLIENT_MESSAGE, ""));
            at = work.plusSeconds(
                    at, time(SlaTargetKind.NEXT_RESPONSE, priority, truth.responseMedian(), truth.responseShape()));
            all.add(new Event(at, TicketEventKind.AGENCY_REPLY, ""));
            left -= left / 4;
        }
        if (dice.chance(truth.pause())) {
            at = work.plusSeconds(at, left / 2);
            all.add(new Event(at, TicketEventKind.PAUSED, PAUSE));
            at = work.plusSeconds(at, dice.between(2 * HOUR, 40 * HOUR));
            all.add(new Event(at, TicketEventKind.RESUMED, PAUSE));
            left -= left / 2;
        }
        at = work.plusSeconds(at, Math.max(1, left));
        if (dice.chance(truth.cancelled())) {
            all.add(new Event(at, TicketEventKind.CANCELLED, ""));
            return;
        }
        all.add(new Event(at, TicketEventKind.RESOLVED, ""));
        if (dice.chance(truth.reopened())) {
            at = work.plusSeconds(at, 12L * HOUR);
            all.add(new Event(at, TicketEventKind.REOPENED, ""));
            all.add(new Event(work.plusSeconds(at, dice.between(2 * HOUR, 16 * HOUR)), TicketEventKind.RESOLVED, ""));
        }
    }

    /** A time by the log-logistic law, to the second. */
    private long time(SlaTargetKind kind, Priority priority, double median, double shape) {
        Duration target = UsualTargets.time(kind, priority);
        double chance = dice.uniform();
        return 1 + (long) (target.toSeconds() * median * StrictMath.pow(chance / (1 - chance), 1 / shape));
    }

    private void write(String client, Drawn ticket) {
        tickets.add(new String[] {ticket.id(), client, text(ticket.opened()), word(ticket.priority())});
        long end = second(sample.months());
        ticket.events().stream()
                .filter(event -> event.at() < end)
                .sorted(Comparator.comparingLong(Event::at))
                .forEach(event ->
                        events.add(new String[] {ticket.id(), text(event.at()), word(event.kind()), event.value()}));
    }

    private long second(int month) {
        LocalDate day = sample.from().plusMonths(month);
        return day.atStartOfDay(SampleTruth.ZONE).toEpochSecond();
    }

    private static String text(long epochSecond) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(epochSecond).atZone(SampleTruth.ZONE));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
