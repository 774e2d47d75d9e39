package dev.tenure.retention;

/**
 * What a cohort table is computed from: activity by client and day, and where it comes from spells, the periods in which a
 * client who was there does not count as there.
 */
final class CohortFacts {

    private final RowLog activity;
    private final RowLog goneAtEnd = new RowLog();
    private final RowLog undecided = new RowLog();

    private CohortFacts(RowLog activity) {
        this.activity = activity;
    }

    static CohortFacts of(RowLog activity) {
        return new CohortFacts(activity);
    }

    static CohortFacts of(ClientPresence presence, CohortPresence rule, CohortGrid grid) {
        CohortFacts facts = new CohortFacts(new RowLog());
        for (int client = 0; client < presence.clients(); client++) {
            facts.add(presence, client, rule, grid);
        }
        return facts;
    }

    RowLog activity() {
        return activity;
    }

    RowLog goneAtEnd() {
        return goneAtEnd;
    }

    RowLog undecided() {
        return undecided;
    }

    private void add(ClientPresence presence, int client, CohortPresence rule, CohortGrid grid) {
        IntervalTable spells = presence.spells();
        int nextPeriod = 0;
        for (int i = spells.first(client); i < spells.end(client) && grid.contains(spells.from(i)); i++) {
            int lastDay = grid.contains(spells.to(i)) ? Math.max(spells.to(i) - 1, spells.from(i)) : grid.lastDay();
            int last = grid.indexOf(lastDay);
            for (int p = Math.max(nextPeriod, grid.indexOf(spells.from(i))); p <= last; p++) {
                addPeriod(presence, client, p, rule, grid);
            }
            nextPeriod = last + 1;
        }
    }

    private void addPeriod(ClientPresence presence, int client, int period, CohortPresence rule, CohortGrid grid) {
        int lastDay = grid.lastDay(period);
        activity.add(client, lastDay, 0);
        boolean isThere = rule == CohortPresence.ANY_DAY || presence.spells().holding(client, lastDay) >= 0;
        if (!isThere) {
            goneAtEnd.add(client, lastDay, 0);
        } else if (isUndecided(presence, client, period, rule, grid)) {
            undecided.add(client, lastDay, 0);
        }
    }

    private static boolean isUndecided(
            ClientPresence presence, int client, int period, CohortPresence rule, CohortGrid grid) {
        int lastDay = grid.lastDay(period);
        if (rule == CohortPresence.LAST_DAY) {
            return presence.pauses().holding(client, lastDay) >= 0;
        }
        int firstDay = grid.firstDay(period);
        return presence.pauses().daysWithin(client, firstDay, lastDay + 1) > 0
                && presence.pauses().daysWithin(client, firstDay, lastDay + 1)
                        == presence.spells().daysWithin(client, firstDay, lastDay + 1);
    }
}
