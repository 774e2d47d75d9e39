package dev.tenure.survival;

/** Goes once through the distinct times of exits and entries, ascending, with the numbers at each. */
final class TimeCursor {

    private final TimeRun whole;
    private final TimeRun others;
    private final TimeRun entries;
    private int nextWhole;
    private int nextOther;
    private int nextEntry;
    /** The bits of the next time of each run. */
    private long wholeBits;

    private long otherBits;
    private long entryBits;

    private long bits;
    private long ended;
    private long censored;
    private long entered;

    /** Starts before the first time. The marks of exits say that they ended; those of entries say nothing. */
    TimeCursor(TimeRun whole, TimeRun others, TimeRun entries) {
        this.whole = whole;
        this.others = others;
        this.entries = entries;
        this.wholeBits = whole.bits(0);
        this.otherBits = others.bits(0);
        this.entryBits = entries.bits(0);
    }

    /** Goes on to the next time; returns false if there is none. */
    boolean next() {
        bits = Math.min(Math.min(wholeBits, otherBits), entryBits);
        if (bits == TimeRun.END) {
            return false;
        }
        ended = 0;
        censored = 0;
        entered = 0;
        while (wholeBits == bits) {
            countExit(whole, nextWhole);
            wholeBits = whole.bits(++nextWhole);
        }
        while (otherBits == bits) {
            countExit(others, nextOther);
            otherBits = others.bits(++nextOther);
        }
        while (entryBits == bits) {
            entered = Math.addExact(entered, entries.count(nextEntry));
            entryBits = entries.bits(++nextEntry);
        }
        return true;
    }

    private void countExit(TimeRun run, int index) {
        long count = run.count(index);
        if (run.isMarked(index)) {
            ended = Math.addExact(ended, count);
        } else {
            censored = Math.addExact(censored, count);
        }
    }

    double time() {
        return TimeRun.time(bits);
    }

    long ended() {
        return ended;
    }

    long censored() {
        return censored;
    }

    long entered() {
        return entered;
    }
}
