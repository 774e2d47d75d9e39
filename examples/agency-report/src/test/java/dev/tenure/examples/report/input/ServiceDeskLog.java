package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.sla.PauseReason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.ReopenEffect;
import dev.tenure.sla.SlaClock;
import dev.tenure.sla.SlaCycle;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaPolicy;
import dev.tenure.sla.SlaTarget;
import dev.tenure.sla.SlaTargetBuilder;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.sla.Ticket;
import dev.tenure.sla.TicketEvent;
import dev.tenure.sla.TicketId;
import dev.tenure.sla.TicketSla;
import dev.tenure.sla.performance.ResponseTime;
import dev.tenure.sla.performance.ResponseTimeResult;
import dev.tenure.sla.performance.SlaCompliance;
import dev.tenure.survival.SurvivalQuantile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Holds the clocks of the library against the verdicts that a real service desk wrote into its own log: the "incident management
 * process enriched event log" of the UCI Machine Learning Repository.
 *
 * <p>The log does not say by which targets its verdicts were reached. The targets below fit them, around the clock and in office
 * hours, with pauses counted.
 */
final class ServiceDeskLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT);

    private static final Instant AS_OF = Instant.parse("2018-01-01T00:00:00Z");

    private static final BusinessCalendar OFFICE = BusinessCalendar.of(
            WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse("08:00-18:00"))));

    private static final ImmutableMap<Priority, Duration> AROUND_THE_CLOCK = ImmutableMap.of(
            Priority.CRITICAL, Duration.ofHours(5),
            Priority.HIGH, Duration.ofMinutes(10),
            Priority.NORMAL, Duration.ofHours(90),
            Priority.LOW, Duration.ofHours(90));

    private static final ImmutableMap<Priority, Duration> IN_OFFICE_HOURS = ImmutableMap.of(
            Priority.CRITICAL, Duration.ofHours(2),
            Priority.HIGH, Duration.ofMinutes(10),
            Priority.NORMAL, Duration.ofMinutes(1_946),
            Priority.LOW, Duration.ofHours(34));

    private final ImmutableListMultimap<String, NamedCsvRecord> incidents;

    private ServiceDeskLog(List<NamedCsvRecord> rows) {
        this.incidents = Multimaps.index(
                ImmutableList.sortedCopyOf(
                        Comparator.<NamedCsvRecord, Instant>comparing(row -> time(row, "sys_updated_at"))
                                .thenComparing(row -> Integer.valueOf(row.getField("sys_mod_count"))),
                        rows),
                row -> row.getField("number"));
    }

    public static void main(String[] arguments) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(Path.of(arguments[0]))) {
            ServiceDeskLog log = new ServiceDeskLog(reader.stream().toList());
            System.out.printf(
                    Locale.ROOT, "%d incidents%n", log.incidents.keySet().size());
            log.compare("around the clock, pauses counted", BusinessCalendar.always(), AROUND_THE_CLOCK, false);
            log.compare("around the clock, pauses not counted", BusinessCalendar.always(), AROUND_THE_CLOCK, true);
            log.compare("office hours, pauses counted", OFFICE, IN_OFFICE_HOURS, false);
            log.compare("office hours, pauses not counted", OFFICE, IN_OFFICE_HOURS, true);
        }
    }

    private void compare(
            String how, BusinessCalendar hours, ImmutableMap<Priority, Duration> targets, boolean pausing) {
        SlaClock clock = SlaClock.of(policy(hours, targets, pausing)).with(ReopenEffect.CONTINUE);
        List<SlaOutcome> outcomes = new ArrayList<>();
        int same = 0;
        for (String number : incidents.keySet()) {
            TicketSla sla = clock.at(ticket(number), AS_OF);
            outcomes.addAll(sla.outcomes());
            boolean met = sla.latest(SlaTargetKind.RESOLUTION)
                            .flatMap(SlaCycle::verdict)
                            .orElseThrow()
                    == SlaVerdict.MET;
            same += met == Boolean.parseBoolean(last(number).getField("made_sla")) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%n%s: %d verdicts as in the log%n", how, same);
        List<SlaOutcome> solved = outcomes.stream()
                .filter(outcome -> outcome.kind() == SlaTargetKind.RESOLUTION)
                .toList();
        System.out.print(SlaCompliance.withDefaults().of(solved).explain().toText());
        for (SlaTargetKind kind : List.of(SlaTargetKind.FIRST_RESPONSE, SlaTargetKind.RESOLUTION)) {
            ResponseTimeResult times = ResponseTime.withDefaults().with(kind).of(outcomes);
            System.out.printf("%s: median %s, p90 %s%n", kind, hours(times.median()), hours(times.p90()));
        }
    }

    private static String hours(SurvivalQuantile quantile) {
        return hours(quantile.value()) + " h (" + hours(quantile.lower()) + " to " + hours(quantile.upper()) + ")";
    }

    private static String hours(Outcome<Double> seconds) {
        return seconds.map(value -> String.format(
                        Locale.ROOT, "%.1f", value / Duration.ofHours(1).toSeconds()))
                .toString();
    }

    private static SlaPolicy policy(BusinessCalendar hours, ImmutableMap<Priority, Duration> times, boolean pausing) {
        List<SlaTarget> targets = new ArrayList<>();
        targets.add(SlaTarget.of(SlaTargetKind.FIRST_RESPONSE, Duration.ofHours(8), OFFICE));
        times.forEach((priority, time) -> {
            SlaTargetBuilder target = SlaTarget.builder()
                    .kind(SlaTargetKind.RESOLUTION)
                    .priority(priority)
                    .time(time)
                    .hours(hours);
            targets.add((pausing ? target : target.pausedBy(List.of())).build());
        });
        return SlaPolicy.of("service desk", targets);
    }

    private Ticket ticket(String number) {
        ImmutableList<NamedCsvRecord> rows = incidents.get(number);
        List<TicketEvent> events = new ArrayList<>();
        String state = "New";
        Priority priority = priority(rows.get(0));
        for (NamedCsvRecord row : rows) {
            Instant at = time(row, "sys_updated_at");
            if (priority(row) != priority) {
                priority = priority(row);
                events.add(new TicketEvent.PriorityChanged(at, priority));
            }
            if (!state(row).equals(state)) {
                addChange(events, at, state, state(row));
                state = state(row);
            }
        }
        return Ticket.builder()
                .id(TicketId.of(number))
                .clientId(ClientId.of("desk"))
                .opened(time(last(number), "opened_at"))
                .priority(priority(rows.get(0)))
                .events(events)
                .build();
    }

    /** Leaving "New" is the first answer; "Awaiting" is a pause; "Closed" follows "Resolved" by itself after some days. */
    private static void addChange(List<TicketEvent> events, Instant at, String from, String to) {
        if (from.equals("New")) {
            events.add(new TicketEvent.AgencyReply(at));
        }
        if (from.startsWith("Awaiting")) {
            events.add(new TicketEvent.Resumed(at, reason(from)));
        }
        if (to.startsWith("Awaiting")) {
            events.add(new TicketEvent.Paused(at, reason(to)));
        }
        if (isDone(to)) {
            events.add(new TicketEvent.Resolved(at));
        } else if (isDone(from)) {
            events.add(new TicketEvent.Reopened(at));
        }
    }

    private static boolean isDone(String state) {
        return state.equals("Resolved") || state.equals("Closed");
    }

    private static PauseReason reason(String state) {
        return state.equals("Awaiting User Info")
                ? PauseReason.WAITING_FOR_CLIENT
                : PauseReason.WAITING_FOR_THIRD_PARTY;
    }

    private NamedCsvRecord last(String number) {
        ImmutableList<NamedCsvRecord> rows = incidents.get(number);
        return rows.get(rows.size() - 1);
    }

    private static String state(NamedCsvRecord row) {
        return row.getField("incident_state");
    }

    private static Priority priority(NamedCsvRecord row) {
        return Priority.values()[row.getField("priority").charAt(0) - '1'];
    }

    private static Instant time(NamedCsvRecord row, String column) {
        return LocalDateTime.parse(row.getField(column), TIME).toInstant(ZoneOffset.UTC);
    }
}
