package dev.tenure.survival.regression;

/** By how much the cumulative hazard grows at each event time, and what follows for each position. */
final class Hazards {

    private final Design design;
    private final double[] increments;
    /** The increments for those who leave at the time. */
    private final double[] own;

    Hazards(Design design) {
        this.design = design;
        this.increments = new double[design.times().size()];
        this.own = new double[design.times().size()];
    }

    void set(int time, double increment, double ownIncrement) {
        increments[time] = increment;
        own[time] = ownIncrement;
    }

    /**
     * Writes how many are expected to leave of each position, weights included: its risk times the hazard it was under. Who is at risk at no
     * event time keeps its zero.
     */
    void expected(Risks risks, double[] expected) {
        EventTimes times = design.times();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            int first = times.first(stratum);
            int last = times.first(stratum + 1) - 1;
            double hazard = 0;
            for (int time = last; time >= first; time--) {
                hazard *= time == last ? 1 : risks.rescaling(time + 1);
                fill(expected, risks.values(), hazard + own[time], times.leaving(time), times.to(time));
                hazard += increments[time];
                fill(expected, risks.values(), hazard, times.from(time), times.leaving(time));
            }
        }
        leaveOutTheLate(risks, expected);
    }

    private static void fill(double[] expected, double[] values, double hazard, int from, int to) {
        for (int i = from; i < to; i++) {
            expected[i] = values[i] * hazard;
        }
    }

    private void leaveOutTheLate(Risks risks, double[] expected) {
        LateEntries late = design.late();
        if (late.isEmpty()) {
            return;
        }
        double[] cumulative = cumulative(risks);
        for (int time = 0; time < cumulative.length; time++) {
            for (int i = late.begin(time); i < late.begin(time + 1); i++) {
                expected[late.position(i)] -= risks.at(late.position(i), time) * cumulative[time];
            }
        }
    }

    /** Returns the cumulative hazard up to and including each event time. */
    private double[] cumulative(Risks risks) {
        EventTimes times = design.times();
        double[] cumulative = increments.clone();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            for (int time = times.first(stratum + 1) - 2; time >= times.first(stratum); time--) {
                cumulative[time] += cumulative[time + 1] * risks.rescaling(time + 1);
            }
        }
        return cumulative;
    }
}
