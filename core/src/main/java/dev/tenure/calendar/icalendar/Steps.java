package dev.tenure.calendar.icalendar;

/** Ends the expansion of a rule that would go on for too long: with an error, not with a part of the dates. */
final class Steps {

    static final int LIMIT = 1_000_000;

    private final String what;
    private int taken;

    Steps(String what) {
        this.what = what;
    }

    void take() {
        taken++;
        if (taken > LIMIT) {
            throw new IllegalArgumentException(what + " must recur in at most " + LIMIT + " steps");
        }
    }
}
