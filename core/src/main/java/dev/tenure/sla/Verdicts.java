package dev.tenure.sla;

/** What verdicts have in common. */
final class Verdicts {

    private Verdicts() {}

    /** Tells whether the promise is broken. */
    static boolean isBroken(SlaVerdict verdict) {
        return verdict == SlaVerdict.BREACHED || verdict == SlaVerdict.OPEN_BREACHED;
    }

    /** Tells whether what was promised has been done. */
    static boolean isDone(SlaVerdict verdict) {
        return verdict == SlaVerdict.MET || verdict == SlaVerdict.BREACHED;
    }
}
