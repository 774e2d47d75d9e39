package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.input.Problem.Kind;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sla.csv}. */
final class Targets {

    /** The columns. */
    enum Name implements Column {
        KIND,
        PRIORITY,
        TIER,
        TARGET_HOURS,
        HOURS;

        @Override
        public boolean required() {
            return this == KIND || this == TARGET_HOURS;
        }
    }

    private final Map<List<Object>, Long> lines = new HashMap<>();
    private final ImmutableList.Builder<TargetRow> rows = ImmutableList.builder();

    void read(Row row) {
        row.requireFilled(Name.KIND);
        SlaTargetKind kind = row.word(Name.KIND, SlaTargetKind.class).orElse(SlaTargetKind.FIRST_RESPONSE);
        Optional<Priority> priority = row.word(Name.PRIORITY, Priority.class);
        Optional<String> tier = Optional.of(row.text(Name.TIER)).filter(name -> !name.isEmpty());
        Optional<Duration> time = row.hours(Name.TARGET_HOURS);
        TargetRow.Hours hours = row.word(Name.HOURS, TargetRow.Hours.class).orElse(TargetRow.Hours.OFFICE);
        Long earlier = row.isFaulty() ? null : lines.putIfAbsent(List.of(kind, priority, tier), row.line());
        if (earlier != null) {
            row.fault(Name.KIND, Kind.DUPLICATE, kind, earlier);
        }
        if (!row.isFaulty()) {
            rows.add(new TargetRow(kind, priority, tier, time.orElseThrow(), hours));
        }
    }

    ImmutableList<TargetRow> rows() {
        return rows.build();
    }
}
