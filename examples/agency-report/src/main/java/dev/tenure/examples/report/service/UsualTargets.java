package dev.tenure.examples.report.service;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.input.TargetRow;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What is promised if there is no {@code sla.csv}: common times of support desks, all of them working time. */
public final class UsualTargets {

    private static final ImmutableList<SlaTargetKind> KINDS = ImmutableList.of(
            SlaTargetKind.FIRST_RESPONSE,
            SlaTargetKind.NEXT_RESPONSE,
            SlaTargetKind.PERIODIC_UPDATE,
            SlaTargetKind.RESOLUTION);

    private UsualTargets() {}

    /**
     * Returns within which time something is promised.
     *
     * @param kind what is promised: not an estimate, of which nothing is promised
     * @param priority how urgent the ticket is
     * @return working time
     */
    public static Duration time(SlaTargetKind kind, Priority priority) {
        return Duration.ofHours(
                switch (kind) {
                    case FIRST_RESPONSE, NEXT_RESPONSE -> response(priority);
                    case PERIODIC_UPDATE -> 40;
                    case ESTIMATE, RESOLUTION -> resolution(priority);
                });
    }

    private static long response(Priority priority) {
        return switch (priority) {
            case CRITICAL -> 1;
            case HIGH -> 4;
            case NORMAL -> 8;
            case LOW -> 16;
        };
    }

    private static long resolution(Priority priority) {
        return switch (priority) {
            case CRITICAL -> 8;
            case HIGH -> 16;
            case NORMAL -> 40;
            case LOW -> 80;
        };
    }

    /**
     * Returns all of them.
     *
     * @return a row for each kind and priority
     */
    public static ImmutableList<TargetRow> rows() {
        return KINDS.stream()
                .flatMap(kind -> Stream.of(Priority.values())
                        .map(priority -> new TargetRow(
                                kind,
                                Optional.of(priority),
                                Optional.empty(),
                                time(kind, priority),
                                TargetRow.Hours.OFFICE)))
                .collect(ImmutableList.toImmutableList());
    }
}
