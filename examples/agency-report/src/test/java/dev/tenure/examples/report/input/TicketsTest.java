package dev.tenure.examples.report.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.Problem.Kind;
import dev.tenure.sla.PauseReason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void read_ticketsAndEvents_becomeColumns() throws IOException {
        Book book = read(
                        "ticket_id,client_id,opened_at,priority,tier\nA,x,2025-03-03T09:00:15+03:00,high,gold\nB,y,2025-03-03T06:00Z,,",
                        "ticket_id,at,event,value\nB,2025-03-03 10:00:00.75,paused,on_hold\nA,2025-03-03T10:00,reset,resolution\n"
                                + "B,2025-03-03T11:00,priority_changed,low",
                        Optional.of(MOSCOW))
                .book();
        TicketColumns tickets = book.tickets();
        TicketEventColumns events = book.ticketEvents();
        assertEquals(2, tickets.size());
        assertEquals("A", tickets.id(0));
        assertEquals("x", book.keys().id(tickets.client(0)));
        assertEquals(Instant.parse("2025-03-03T06:00:15Z").getEpochSecond(), tickets.openedAt(0));
        assertEquals(Priority.HIGH, tickets.priority(0));
        assertEquals(Optional.of("gold"), tickets.tier(0));
        assertEquals(Priority.NORMAL, tickets.priority(1));
        assertEquals(Optional.empty(), tickets.tier(1));
        assertEquals(SlaTargetKind.RESOLUTION, events.clock(events.from(0)));
        assertEquals(2, events.from(2) - events.from(1));
        assertEquals(TicketEventKind.PAUSED, events.kind(events.from(1)));
        assertEquals(PauseReason.ON_HOLD, events.reason(events.from(1)));
        assertEquals(Instant.parse("2025-03-03T07:00:00Z").getEpochSecond(), events.at(events.from(1)));
        assertEquals(Priority.LOW, events.priority(events.from(1) + 1));
        assertEquals(MOSCOW, book.zone());
    }

    @Test
    void read_withoutAZone_takesTheOffsetOfTheFirstTime() throws IOException {
        Reading reading = read("ticket_id,client_id,opened_at\nA,x,2025-03-03T23:30:00+05:00", "", Optional.empty());
        assertEquals(ZoneOffset.ofHours(5), reading.book().zone());
        assertEquals(
                "2025-03-03", reading.book().lastDate().orElseThrow().date().toString());
    }

    @Test
    void read_faultyRows_areAllTold() throws IOException {
        Reading reading = read(
                "ticket_id,client_id,opened_at,priority\nA,x,3.3.2025,normal\nB,,2025-03-03T09:00,urgent\n"
                        + "C,x,2025-03-30T02:30,low\nD,x,2025-03-03T09:00,\nD,x,2025-03-03T09:00,\nE,x,2025-02-30T09:00,",
                "ticket_id,at,event,value\nZ,2025-03-03T09:00,resolved,\nD,2025-03-03T08:59,resolved,\nD,2025-03-03T10:00,sent,\n"
                        + "D,2025-03-03T10:00,paused,\nD,2025-03-03T10:00,priority_changed,urgent",
                Optional.of(BERLIN));
        assertEquals(
                List.of(
                        "TICKETS:2:opened_at:TIME",
                        "TICKETS:3:client_id:EMPTY",
                        "TICKETS:3:priority:WORD",
                        "TICKETS:4:opened_at:SKIPPED_TIME",
                        "TICKETS:6:ticket_id:DUPLICATE",
                        "TICKETS:7:opened_at:TIME",
                        "TICKET_EVENTS:2:ticket_id:UNKNOWN_TICKET",
                        "TICKET_EVENTS:4:event:WORD",
                        "TICKET_EVENTS:5:value:EMPTY",
                        "TICKET_EVENTS:6:value:WORD"),
                reading.faults().stream().map(TicketsTest::say).toList());
        assertTrue(IntStream.range(0, reading.book().tickets().size())
                .allMatch(reading.book().tickets()::isLeftOut));
    }

    @Test
    void read_eventBeforeItsTicket_isAFault() throws IOException {
        Reading reading = read(
                "ticket_id,client_id,opened_at\nD,x,2025-03-03T09:00",
                "ticket_id,at,event\nD,2025-03-03T08:59,resolved",
                Optional.of(BERLIN));
        assertEquals(
                ImmutableList.of(Problem.of(Kind.BEFORE_TICKET, "2025-03-03T08:59", "2025-03-03T09:00+01:00")),
                reading.faults().stream().map(Fault::problem).collect(ImmutableList.toImmutableList()));
    }

    @Test
    void read_faultyEvent_leavesItsWholeTicketOut() throws IOException {
        Book book = read(
                        "ticket_id,client_id,opened_at\nA,x,2025-03-03T09:00\nB,x,2025-03-03T09:00\nC,x,bad",
                        "ticket_id,at,event\nA,2025-03-03T10:00,assigned\nA,2025-03-03T10:00,agreed\nA,2025-03-03T11:00,resolved\n"
                                + "B,2025-03-03T11:00,resolved\nC,2025-03-03T11:00,resolved",
                        Optional.of(BERLIN))
                .book();
        assertTrue(book.tickets().isLeftOut(0));
        assertFalse(book.tickets().isLeftOut(1));
        assertEquals(new FileFacts(3, 2, ImmutableList.of()), book.files().get(InputFile.TICKETS));
        assertEquals(new FileFacts(5, 4, ImmutableList.of()), book.files().get(InputFile.TICKET_EVENTS));
    }

    @Test
    void read_timesWithoutAZone_areOneFaultThatCannotBeSkipped() throws IOException {
        Reading reading =
                read("ticket_id,client_id,opened_at\nA,x,2025-03-03T09:00\nB,x,2025-03-03T09:00", "", Optional.empty());
        assertEquals(
                List.of("TICKETS:2:opened_at:ZONE"),
                reading.faults().stream().map(TicketsTest::say).toList());
        assertFalse(reading.usable());
    }

    @Test
    void read_targets_areHoursOfWorkUnlessTheySayOtherwise() throws IOException {
        Reading reading = BookReader.of(InputFolder.of(ImmutableMap.of(
                        InputFile.SLA,
                        "kind,priority,tier,target_hours,hours\nfirst_response,critical,gold,0.25,always\nresolution,,,40,\n"
                                + "resolution,,,8,\nestimate,,,0,\nestimate,,,x,")))
                .read();
        assertEquals(
                ImmutableList.of(
                        new TargetRow(
                                SlaTargetKind.FIRST_RESPONSE,
                                Optional.of(Priority.CRITICAL),
                                Optional.of("gold"),
                                Duration.ofMinutes(15),
                                TargetRow.Hours.ALWAYS),
                        new TargetRow(
                                SlaTargetKind.RESOLUTION,
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofHours(40),
                                TargetRow.Hours.OFFICE)),
                reading.book().targets());
        assertEquals(
                List.of("SLA:4:kind:DUPLICATE", "SLA:5:target_hours:HOURS", "SLA:6:target_hours:HOURS"),
                reading.faults().stream().map(TicketsTest::say).toList());
    }

    private static String say(Fault fault) {
        return fault.file().name() + ":" + fault.line() + ":" + fault.column() + ":"
                + fault.problem().kind();
    }

    private static Reading read(String tickets, String events, Optional<ZoneId> zone) throws IOException {
        ImmutableMap.Builder<InputFile, String> files = ImmutableMap.builder();
        files.put(InputFile.TICKETS, tickets);
        if (!events.isEmpty()) {
            files.put(InputFile.TICKET_EVENTS, events);
        }
        BookReader reader = BookReader.of(InputFolder.of(files.buildOrThrow()));
        return (zone.isPresent() ? reader.with(zone.get()) : reader).read();
    }
}
