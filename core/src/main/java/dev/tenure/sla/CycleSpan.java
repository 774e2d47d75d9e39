package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.WorkingInterval;
import java.time.Instant;
import java.util.Optional;

/** From when to when a promise was open, whatever its target was. */
record CycleSpan(
        SlaTargetKind kind,
        int number,
        Instant start,
        Optional<Instant> end,
        boolean cancelled,
        ImmutableList<WorkingInterval> resolved) {}
