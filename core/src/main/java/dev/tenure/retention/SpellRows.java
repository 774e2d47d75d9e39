package dev.tenure.retention;

/**
 * Turns spells into rows: one for each client and period, whose value is the client's status, and whose day is the last of the
 * period.
 */
final class SpellRows {

    static final long THERE = 0;
    static final long GONE = 1;
    static final long UNDECIDED = 2;

    private final ClientPresence presence;
    private final CohortPresence rule;
    private final CohortGrid grid;
    private final RowLog rows = new RowLog();

    private SpellRows(ClientPresence presence, CohortPresence rule, CohortGrid grid) {
        this.presence = presence;
        this.rule = rule;
        this.grid = grid;
    }

    static RowLog of(ClientPresence presence, CohortPresence rule, CohortGrid grid) {
        SpellRows rows = new SpellRows(presence, rule, grid);
        for (int client = 0; client < presence.clients(); client++) {
            rows.add(client);
        }
        return rows.rows;
    }

    private void add(int client) {
        IntervalTable spells = presence.spells();
        int nextPeriod = 0;
        for (int i = spells.first(client); i < spells.end(client) && grid.contains(spells.from(i)); i++) {
            int last = grid.indexOf(lastDay(spells.from(i), spells.to(i)));
            for (int period = Math.max(nextPeriod, grid.indexOf(spells.from(i))); period <= last; period++) {
                rows.add(client, grid.lastDay(period), status(client, period));
            }
            nextPeriod = last + 1;
        }
    }

    /** Returns the last observed day of a spell; that of a visit is the day of the visit. */
    private int lastDay(int from, int to) {
        return grid.contains(to) ? Math.max(to - 1, from) : grid.lastDay();
    }

    private long status(int client, int period) {
        int lastDay = grid.lastDay(period);
        if (rule == CohortPresence.LAST_DAY) {
            boolean isPaused = presence.pauses().holding(client, lastDay) >= 0;
            return presence.spells().holding(client, lastDay) < 0 ? GONE : isPaused ? UNDECIDED : THERE;
        }
        int pausedDays = presence.pauses().daysWithin(client, grid.firstDay(period), lastDay + 1);
        return pausedDays > 0 && pausedDays == presence.spells().daysWithin(client, grid.firstDay(period), lastDay + 1)
                ? UNDECIDED
                : THERE;
    }
}
