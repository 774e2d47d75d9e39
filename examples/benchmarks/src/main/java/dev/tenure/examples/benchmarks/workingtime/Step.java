package dev.tenure.examples.benchmarks.workingtime;

/** How much working time later. */
public enum Step {
    /** One hour to two hundred, about five weeks. */
    HOURS_1_TO_200(1, 200),
    /** Two thousand hours, more than a year. */
    HOURS_2000(2000, 2000);

    private final int least;
    private final int most;

    Step(int least, int most) {
        this.least = least;
        this.most = most;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }
}
