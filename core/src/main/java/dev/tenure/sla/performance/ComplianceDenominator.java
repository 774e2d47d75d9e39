package dev.tenure.sla.performance;

/**
 * What the promises that were met are a share of. Promises that were cancelled are no promises and count in none of them. The
 * order carries no meaning.
 *
 * <p>Of ten tickets that are resolved one was late; three more are open and late, six are open and in time. That is 9 of 10, 9
 * of 13 or 9 of 19.
 */
public enum ComplianceDenominator {
    /**
     * The promises that are decided: met or broken, whether or not what was promised late has been done by now. What is open
     * and in time counts nowhere. So count Jira Service Management's goals report (Atlassian, "How SLA goals report vs SLA
     * success rate report is calculated in Jira Service Management") and University College London, which marks a ticket as
     * missed at once and as met on closure ("How The SLM Reports Work").
     */
    DECIDED("met / (met + breached + open breached)", "decided promises") {
        @Override
        long of(long met, long breached, long openBreached, long open) {
            return Math.addExact(Math.addExact(met, breached), openBreached);
        }
    },
    /**
     * The promises that have been done, in time or late. A late ticket shows only once it is closed, and never if it never is.
     * So counts BMC Service Level Management ("Agreement compliance involving request-based service targets"), and what the
     * criticism of it calls approach I ("Calculating SLA: Incident Management", process-consultant.blogspot.com, 2011).
     */
    RESOLVED("met / (met + breached)", "resolved promises") {
        @Override
        long of(long met, long breached, long openBreached, long open) {
            return Math.addExact(met, breached);
        }
    },
    /**
     * All promises, also those that are open and in time and may yet be met. The share rises as tickets age. Approach II of
     * the same source, and Axence nVision's SLA fulfilment.
     */
    CREATED("met / (met + breached + open breached + open)", "promises") {
        @Override
        long of(long met, long breached, long openBreached, long open) {
            return Math.addExact(Math.addExact(met, breached), Math.addExact(openBreached, open));
        }
    };

    private final String formula;
    private final String counted;

    ComplianceDenominator(String formula, String counted) {
        this.formula = formula;
        this.counted = counted;
    }

    abstract long of(long met, long breached, long openBreached, long open);

    String formula() {
        return formula;
    }

    /** Returns what is counted, in the plural. */
    String counted() {
        return counted;
    }
}
