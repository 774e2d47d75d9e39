package dev.tenure.examples.report.sample;

import com.google.common.collect.ImmutableList;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.ChurnSide;
import java.util.Optional;

/**
 * A row of the contracts. Months count from the first of the sample; a month that never comes is {@link #NEVER}. The fee is in
 * kopecks.
 */
record ContractLine(
        String contract,
        int start,
        int end,
        long fee,
        ImmutableList<String> services,
        boolean indexed,
        int pausedFrom,
        int pausedUntil,
        Optional<Leaving> leaving) {

    /** Later than all that is drawn. */
    static final int NEVER = Integer.MAX_VALUE;

    /** Why a client left, and whether it is known which expectation was not met. */
    record Leaving(ChurnSide side, ChurnReason reason, boolean expectationNamed) {}

    boolean runsIn(int month) {
        return start <= month && month < end;
    }

    boolean isPausedIn(int month) {
        return pausedFrom <= month && month < pausedUntil;
    }
}
