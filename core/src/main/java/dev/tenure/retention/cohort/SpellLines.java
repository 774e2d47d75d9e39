package dev.tenure.retention.cohort;

import dev.tenure.contract.DateSpan;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.ClientSpell;
import dev.tenure.retention.cohort.PresenceRule.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the spells of clients as activity that lasts. */
final class SpellLines {

    private final CohortQuestion question;
    private final ClientPresence presence;
    private final ClientLine line = new ClientLine();

    private SpellLines(CohortQuestion question, ClientPresence presence) {
        this.question = question;
        this.presence = presence;
    }

    /** Counts the spells up to the day of the question. */
    static CohortCountsTable count(CohortQuestion question, ClientPresence presence) {
        return new SpellLines(question, presence).count();
    }

    private CohortCountsTable count() {
        CohortCountsTable table = new CohortCountsTable(question.detail());
        int first = Integer.MAX_VALUE;
        for (int client = 0; client < presence.clients(); client++) {
            fill(client);
            first = line.size() > 0 ? Math.min(first, line.from(0)) : first;
        }
        if (first <= question.lastDay()) {
            CohortGrid grid = CohortGrid.of(question.policy().calendar(), first, question.asOf());
            LineCounting counting = new LineCounting(question, grid, table);
            for (int client = 0; client < presence.clients(); client++) {
                fill(client);
                counting.add(line, rule(client));
            }
        }
        return table;
    }

    private void fill(int client) {
        line.clear();
        for (ClientSpell spell : presence.spells(client)) {
            int start = (int) spell.start().toEpochDay();
            int last = Math.min(lastDay(spell), question.lastDay());
            if (question.policy().olderClients() == OlderClients.AS_NEW) {
                start = Math.max(start, question.recordsFrom());
            }
            if (start <= last) {
                line.add(start, last, 0);
            }
        }
    }

    /** Returns the last day of a spell; that of a visit is the day of the visit. */
    private static int lastDay(ClientSpell spell) {
        int start = (int) spell.start().toEpochDay();
        return spell.end()
                .map(end -> Math.max((int) end.toEpochDay() - 1, start))
                .orElse(Integer.MAX_VALUE);
    }

    private PresenceRule rule(int client) {
        List<ClientSpell> spells = presence.spells(client);
        List<DateSpan> pauses = presence.pauses(client);
        boolean lastDayDecides = question.policy().presence() == CohortPresence.LAST_DAY;
        if (pauses.isEmpty() && !lastDayDecides) {
            return PresenceRule.ACTIVE;
        }
        return (first, last) -> {
            int from = lastDayDecides ? last : first;
            long here = spells.stream()
                    .mapToLong(spell -> days(spell.start(), spell.end(), from, last))
                    .sum();
            long paused = pauses.stream()
                    .mapToLong(pause -> days(pause.start(), pause.end(), from, last))
                    .sum();
            if (paused > 0 && paused == here) {
                return Status.UNDECIDED;
            }
            return here > 0 || !lastDayDecides ? Status.THERE : Status.GONE;
        };
    }

    private static long days(LocalDate start, Optional<LocalDate> end, int first, int last) {
        long from = Math.max(start.toEpochDay(), first);
        long to = Math.min(end.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE), last + 1L);
        return Math.max(0, to - from);
    }
}
