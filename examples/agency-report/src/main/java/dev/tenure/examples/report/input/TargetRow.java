package dev.tenure.examples.report.input;

import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of {@code sla.csv}: one promise.
 *
 * @param kind what is promised
 * @param priority for which priority; empty for all
 * @param tier for which tier of clients; empty for all
 * @param time within how much time
 * @param hours in which hours the time runs
 */
public record TargetRow(
        SlaTargetKind kind, Optional<Priority> priority, Optional<String> tier, Duration time, Hours hours) {

    /** When the time of a promise runs. */
    public enum Hours {
        /** While the agency works. */
        OFFICE,
        /** Around the clock. */
        ALWAYS
    }

    /**
     * Creates a row.
     *
     * @param kind what is promised
     * @param priority for which priority
     * @param tier for which tier
     * @param time within how much time
     * @param hours in which hours
     */
    public TargetRow {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(hours, "hours");
    }
}
