package dev.tenure.retention;

/** Whom a logo churn rate counts as lost. The order is from the narrowest to the widest. */
public enum ChurnNumerator {
    /** Clients of the opening book who are not clients at the end: who joined and left, or left and came back, is not lost. */
    OPENING_CLIENTS_GONE {
        @Override
        long of(ChurnCounts counts) {
            return counts.openingGone();
        }
    },
    /** All clients who left and are not clients at the end, those who had joined in the period among them. */
    CLIENTS_GONE {
        @Override
        long of(ChurnCounts counts) {
            return counts.gone();
        }
    },
    /** Every time that a client left, whoever it was and whether or not the client came back. */
    CHURN_EVENTS {
        @Override
        long of(ChurnCounts counts) {
            return counts.churnEvents();
        }
    };

    abstract long of(ChurnCounts counts);
}
