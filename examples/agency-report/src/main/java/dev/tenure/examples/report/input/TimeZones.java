package dev.tenure.examples.report.input;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The zone in which times without an offset are read: the one that was asked for, or else none. */
final class TimeZones {

    private final Optional<ZoneId> wanted;
    private Optional<ZoneOffset> first = Optional.empty();
    private boolean complained;

    TimeZones(Optional<ZoneId> wanted) {
        this.wanted = wanted;
    }

    boolean readsLocalTimes() {
        return wanted.isPresent();
    }

    /** Returns the instant; empty if the clocks of the zone skipped the time. What they showed twice is the first time. */
    OptionalLong epochSecond(Timestamp time) {
        List<ZoneOffset> offsets = time.offset()
                .map(List::of)
                .orElseGet(() -> wanted.orElseThrow().getRules().getValidOffsets(time.local()));
        if (offsets.isEmpty()) {
            return OptionalLong.empty();
        }
        if (first.isEmpty()) {
            first = Optional.of(offsets.get(0));
        }
        return OptionalLong.of(time.local().toEpochSecond(offsets.get(0)));
    }

    /** Returns the zone of the report: the one that was asked for, or else the offset of the first time, or else UTC. */
    ZoneId zone() {
        return wanted.orElseGet(() -> first.orElse(ZoneOffset.UTC));
    }

    /** True once. */
    boolean isFirstComplaint() {
        boolean isFirst = !complained;
        complained = true;
        return isFirst;
    }
}
