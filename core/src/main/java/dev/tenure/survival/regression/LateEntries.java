package dev.tenure.survival.regression;

/** For each event time the positions that are not at risk at it any more, going back in time, because they had not entered yet. */
final class LateEntries {

    /** Where the positions of each event time begin, and one more. */
    private final int[] begin;

    private final int[] positions;

    private LateEntries(int[] begin, int[] positions) {
        this.begin = begin;
        this.positions = positions;
    }

    static LateEntries of(SortedRows rows, EventTimes times) {
        int[] begin = new int[times.size() + 2];
        if (!rows.data().hasStarts()) {
            return new LateEntries(begin, new int[0]);
        }
        int[] firstAbsence = new int[rows.size()];
        for (int stratum = 0; stratum < rows.strata(); stratum++) {
            for (int i = rows.stratumStart(stratum); i < rows.stratumStart(stratum + 1); i++) {
                firstAbsence[i] = firstAbsence(rows, times, stratum, i);
                begin[firstAbsence[i] + 1]++;
            }
        }
        return new LateEntries(begin, byTime(begin, firstAbsence, times.size()));
    }

    /** Returns the event time from which on, going back, a position is absent; the number of times if there is none. */
    private static int firstAbsence(SortedRows rows, EventTimes times, int stratum, int position) {
        double start = rows.start(position);
        int time = start > 0 ? times.firstNotAfter(stratum, start) : times.first(stratum + 1);
        return time < times.first(stratum + 1) ? time : times.size();
    }

    private static int[] byTime(int[] begin, int[] firstAbsence, int times) {
        for (int time = 0; time <= times; time++) {
            begin[time + 1] += begin[time];
        }
        int[] next = begin.clone();
        int[] positions = new int[begin[times]];
        for (int position = 0; position < firstAbsence.length; position++) {
            if (firstAbsence[position] < times) {
                positions[next[firstAbsence[position]]++] = position;
            }
        }
        return positions;
    }

    boolean isEmpty() {
        return positions.length == 0;
    }

    int begin(int time) {
        return begin[time];
    }

    int position(int index) {
        return positions[index];
    }
}
