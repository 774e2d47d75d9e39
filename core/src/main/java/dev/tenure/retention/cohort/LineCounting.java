package dev.tenure.retention.cohort;

import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.retention.cohort.PresenceRule.Status;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Counts clients one by one, each by all of its days and amounts: for periods of tenure, movements of revenue, clients older than
 * the records, and spells.
 */
final class LineCounting {

    private final CohortQuestion question;
    private final CohortPolicy policy;
    private final CohortGrid grid;
    private final CohortCountsTable table;
    private final CohortClock clock;
    private final CohortClock.Days days;

    /** How many ages the cohort of each period of the grid has. */
    private final int[] ages;

    /** At which ages the client at hand was active, and what it brought; clear between clients. */
    private final boolean[] active;

    private final long[] amounts;

    LineCounting(CohortQuestion question, CohortGrid grid, CohortCountsTable table) {
        this.question = question;
        policy = question.policy();
        this.grid = grid;
        this.table = table;
        clock = new CohortClock(policy);
        days = clock.days(grid.firstDay(), grid.endDay());
        ages = new int[grid.size()];
        Arrays.setAll(ages, cohort -> clock.ages(grid.period(cohort), question.asOf()));
        // no cohort has more than the earliest
        active = new boolean[ages[0]];
        amounts = new long[ages[0]];
    }

    /** Adds all activity of a client. */
    void add(ClientLine line, PresenceRule rule) {
        if (line.size() > 0 && !isExcluded(line.from(0))) {
            int row = follow(line, 0, rule);
            while (row < line.size() && policy.reactivation() == CohortReactivation.NEW_COHORT) {
                row = follow(line, row, rule);
            }
        }
    }

    private boolean isExcluded(int firstDay) {
        return policy.olderClients() == OlderClients.EXCLUDED && firstDay < question.recordsFrom();
    }

    /** Follows a client from some activity on until it has left for good, and returns where that is. */
    private int follow(ClientLine line, int first, PresenceRule rule) {
        int recordsFrom = question.recordsFrom();
        int start = line.from(first);
        // who came before the records is taken to be there until they begin
        int last = start < recordsFrom ? days.periods(start, recordsFrom - 1) : 0;
        boolean isSeen = false;
        int row = first;
        for (; row < line.size(); row++) {
            if (line.to(row) >= recordsFrom) {
                int age = days.periods(start, Math.max(line.from(row), recordsFrom));
                if (hasComeBack(last, age)) {
                    break;
                }
                last = Math.max(last, days.periods(start, line.to(row)));
                Arrays.fill(active, age, days.periods(start, line.to(row)) + 1, true);
                amounts[age] = Math.addExact(amounts[age], line.amount(row));
                isSeen = true;
            }
        }
        if (isSeen) {
            book(start, last, rule);
        }
        return row;
    }

    private boolean hasComeBack(int last, int age) {
        return policy.reactivation() != CohortReactivation.ORIGINAL_COHORT && age - last > policy.idlePeriods();
    }

    private void book(int start, int last, PresenceRule rule) {
        int cohort = grid.indexOf(start);
        ReportingPeriod period = grid.period(cohort);
        CohortCounts counts = table.cohort(period.index(), ages[cohort]);
        counts.join();
        countClient(counts, start, last, rule);
        if (question.detail() == RevenueDetail.MOVEMENTS) {
            countMovements(counts, start < question.recordsFrom());
            countSample(counts);
        }
        Arrays.fill(active, 0, last + 1, false);
        Arrays.fill(amounts, 0, last + 1, 0);
    }

    private void countClient(CohortCounts counts, int start, int last, PresenceRule rule) {
        Status before = Status.GONE;
        for (int age = 0; age < Math.min(last + 2, counts.ages()); age++) {
            Status now = active[age] ? status(start, age, rule) : Status.GONE;
            if (now == Status.UNDECIDED) {
                counts.addUndecided(age);
            } else if (before == Status.THERE) {
                counts.addAtRisk(age);
            }
            if (now == Status.THERE) {
                counts.addClient(age);
                if (before == Status.THERE) {
                    counts.addStayed(age);
                }
            }
            counts.addMoney(age, amounts[age]);
            before = now;
        }
    }

    private Status status(int start, int age, PresenceRule rule) {
        if (rule.equals(PresenceRule.ACTIVE)) {
            return Status.THERE;
        }
        LocalDate came = LocalDate.ofEpochDay(start);
        int first = Math.max((int) clock.begin(came, age).toEpochDay(), grid.firstDay());
        int end = (int) Math.min(clock.begin(came, age + 1).toEpochDay(), grid.endDay());
        return rule.of(Math.max(first, question.recordsFrom()), end - 1);
    }

    private void countMovements(CohortCounts counts, boolean isOlder) {
        boolean hasPaid = isOlder;
        long before = 0;
        for (int age = 0; age < counts.ages(); age++) {
            long now = amounts[age];
            if (now != before) {
                counts.addMovement(age, kind(before, now, hasPaid), Math.subtractExact(now, before));
            }
            if (now != amounts[0]) {
                counts.addMovementSinceFirst(age, kind(amounts[0], now, false), Math.subtractExact(now, amounts[0]));
            }
            hasPaid |= now > 0;
            before = now;
        }
    }

    private void countSample(CohortCounts counts) {
        long first = amounts[0];
        counts.addFirst(Math.max(0, first));
        for (int age = 0; age < counts.ages(); age++) {
            if (Math.min(first, amounts[age]) < 0) {
                counts.addNegative(age);
            } else if (amounts[age] > first) {
                counts.addGain(age, first, amounts[age] - first);
            }
        }
    }

    private static int kind(long before, long now, boolean hasPaid) {
        if (before <= 0 && now > 0) {
            return hasPaid ? CohortCounts.REACTIVATION : CohortCounts.NEW;
        }
        if (before > 0 && now <= 0) {
            return CohortCounts.CHURN;
        }
        return now > before ? CohortCounts.EXPANSION : CohortCounts.CONTRACTION;
    }
}
