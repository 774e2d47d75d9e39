package dev.tenure.sla;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever happens to a ticket, its clocks have an answer, and the answers hold together. */
class SlaClockFuzz {

    @FuzzTest(maxDuration = "4h", maxExecutions = 10_000_000)
    void anyTicketAndPolicies_haveAnswersThatHoldTogether(FuzzedDataProvider data) {
        new RandomTickets(data::consumeInt).question().check();
    }
}
