package dev.tenure.examples.report.service;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.examples.report.input.TargetRow;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is promised to whom: of the targets that fit, first one for priority and tier, then for the tier, then for the priority. */
final class Promised {

    private static final Comparator<TargetRow> MOST_SPECIFIC =
            Comparator.comparingInt((TargetRow row) -> (row.tier().isPresent() ? 2 : 0)
                    + (row.priority().isPresent() ? 1 : 0));

    private final List<TargetRow> rows;
    private final BusinessCalendar office;
    private final Map<Key, Optional<Target>> known = new HashMap<>();

    private record Key(SlaTargetKind kind, Priority priority, Optional<String> tier) {}

    Promised(List<TargetRow> rows, BusinessCalendar office) {
        this.rows = rows;
        this.office = office;
    }

    Optional<Target> target(SlaTargetKind kind, Priority priority, Optional<String> tier) {
        return known.computeIfAbsent(new Key(kind, priority, tier), this::find);
    }

    private Optional<Target> find(Key key) {
        return rows.stream()
                .filter(row -> row.kind() == key.kind()
                        && row.priority().orElse(key.priority()) == key.priority()
                        && (row.tier().isEmpty() || row.tier().equals(key.tier())))
                .max(MOST_SPECIFIC)
                .map(row -> new Target(
                        row.time().toSeconds(),
                        row.hours() == TargetRow.Hours.ALWAYS ? BusinessCalendar.always() : office));
    }
}
