package dev.tenure.examples.benchmarks.workingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.WorkingInterval;
import dev.tenure.sla.SlaTarget;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Speed is compared only among those who give the same answers. */
class PeersAgreeTest {

    private static final int EVERY = 16;

    private final BusinessCalendar calendar = OfficeHours.calendar();
    private final PlanCalendar planCalendar = new PlanCalendar();

    @ParameterizedTest
    @EnumSource
    void between_isTheSameForAll(Span span) {
        Questions questions = Questions.of(span);

        for (int i = 0; i < Questions.COUNT; i += EVERY) {
            Duration answer = calendar.between(questions.from[i], questions.to[i]);

            assertEquals(answer.getSeconds(), calendar.secondsBetween(questions.fromSecond[i], questions.toSecond[i]));
            assertEquals(answer, DayLoop.between(questions.from[i], questions.to[i]));
            assertEquals(
                    answer.toMinutes(),
                    planCalendar
                            .between(questions.fromOnWall[i], questions.toOnWall[i])
                            .getDuration());
        }
    }

    @ParameterizedTest
    @EnumSource
    void plus_isTheSameForAll(Step step) {
        Questions questions = Questions.of(step);

        for (int i = 0; i < Questions.COUNT; i += EVERY) {
            Instant answer = calendar.plus(questions.from[i], questions.time[i]);

            assertEquals(answer.getEpochSecond(), calendar.plusSeconds(questions.fromSecond[i], questions.seconds[i]));
            assertEquals(answer, DayLoop.plus(questions.from[i], questions.time[i]));
            assertEquals(
                    LocalDateTime.ofInstant(answer, OfficeHours.ZONE),
                    planCalendar.plus(questions.fromOnWall[i], PlanCalendar.duration(questions.time[i])));
        }
    }

    @Test
    void pausedTickets_areTheSameForAll() {
        SlaTarget target = SlaTarget.of(SlaTargetKind.RESOLUTION, DeadlineWithThreePauses.TIME, calendar);
        PausedTickets tickets = new PausedTickets();

        for (int i = 0; i < Questions.COUNT; i += EVERY) {
            List<WorkingInterval> pauses = tickets.pauses[i].intervals();
            Duration elapsed = target.elapsed(tickets.start[i], tickets.stop[i], tickets.pauses[i]);

            assertEquals(
                    elapsed.getSeconds(),
                    target.elapsedSeconds(tickets.startSecond[i], tickets.stopSecond[i], tickets.pauseSeconds[i]));
            assertEquals(elapsed, DayLoop.elapsed(tickets.start[i], tickets.stop[i], pauses));
            assertEquals(
                    target.deadline(tickets.start[i], tickets.pauses[i]).orElseThrow(),
                    DayLoop.deadline(tickets.start[i], DeadlineWithThreePauses.TIME, pauses));
        }
    }

    @ParameterizedTest
    @EnumSource
    void questions_keepToTheirSpan(Span span) {
        Questions questions = Questions.of(span);

        assertTrue(Arrays.stream(questions.time)
                .allMatch(time -> !time.isNegative() && time.compareTo(span.longest()) <= 0));
        assertEquals(
                span.longest().toDays() / (span == Span.FIVE_YEARS ? 3.0 : 2.0),
                Arrays.stream(questions.seconds).average().orElseThrow() / 86_400,
                span.longest().toDays() / 20.0 + 1);
    }
}
