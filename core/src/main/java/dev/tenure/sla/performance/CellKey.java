package dev.tenure.sla.performance;

import dev.tenure.client.ClientId;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import java.util.Optional;

/**
 * A {@link ComplianceCell} in one number, its client by a number from zero that the caller gives. Numbers sort by client, period,
 * kind, priority, verdict and cause.
 */
final class CellKey {

    /** In place of a cause: unknown, or not broken. */
    static final int NO_CAUSE = 0;

    private static final int CAUSE_BITS = 3;
    private static final int VERDICT_BITS = 2;
    private static final int PRIORITY_BITS = 2;
    private static final int KIND_BITS = 3;

    /** Enough for the weeks, the shortest periods, of the years that {@link PeriodIndex} takes: less than 2^20 either way. */
    private static final int PERIOD_BITS = 21;

    private static final long PERIOD_BIAS = 1L << (PERIOD_BITS - 1);

    private static final int PRIORITY_AT = CAUSE_BITS + VERDICT_BITS;
    private static final int KIND_AT = PRIORITY_AT + PRIORITY_BITS;
    private static final int PERIOD_AT = KIND_AT + KIND_BITS;
    private static final int CLIENT_AT = PERIOD_AT + PERIOD_BITS;

    private static final SlaTargetKind[] KINDS = SlaTargetKind.values();
    private static final Priority[] PRIORITIES = Priority.values();
    private static final SlaVerdict[] VERDICTS = SlaVerdict.values();
    private static final BreachCause[] CAUSES = BreachCause.values();

    private CellKey() {}

    /** Returns the number of a cell; the cause is that of {@link #cause} or {@link #NO_CAUSE}. */
    static long of(int client, long period, SlaTargetKind kind, Priority priority, SlaVerdict verdict, int cause) {
        return (long) client << CLIENT_AT
                | (period + PERIOD_BIAS) << PERIOD_AT
                | (long) number(kind) << KIND_AT
                | (long) number(priority) << PRIORITY_AT
                | (long) number(verdict) << CAUSE_BITS
                | cause;
    }

    /** Returns the number by which a cause goes in a key. */
    static int cause(BreachCause cause) {
        return 1 + number(cause);
    }

    /** Returns the number of the client. */
    static int client(long key) {
        return (int) (key >>> CLIENT_AT);
    }

    /** Returns the number of the same cell of another client. */
    static long withClient(long key, int client) {
        return (long) client << CLIENT_AT | field(key, 0, CLIENT_AT);
    }

    /** Returns where to look for a number in a table: at random, but near those that differ in verdict or cause alone. */
    static int place(long key) {
        int group = (int) (((key >>> PRIORITY_AT) * 0x9E37_79B9_7F4A_7C15L) >>> Integer.SIZE);
        return group + (int) field(key, CAUSE_BITS, VERDICT_BITS);
    }

    /** Returns the cell of a number, given its client. */
    static ComplianceCell cell(long key, ClientId client) {
        int cause = (int) field(key, 0, CAUSE_BITS);
        return new ComplianceCell(
                client,
                field(key, PERIOD_AT, PERIOD_BITS) - PERIOD_BIAS,
                KINDS[(int) field(key, KIND_AT, KIND_BITS)],
                PRIORITIES[(int) field(key, PRIORITY_AT, PRIORITY_BITS)],
                VERDICTS[(int) field(key, CAUSE_BITS, VERDICT_BITS)],
                cause == NO_CAUSE ? Optional.empty() : Optional.of(CAUSES[cause - 1]));
    }

    /** Returns the number by which a constant goes in a key. */
    @SuppressWarnings(
            "EnumOrdinal") // a key lives no longer than its accumulator, and of() and cell() are all that knows it
    private static int number(Enum<?> constant) {
        return constant.ordinal();
    }

    private static long field(long key, int at, int bits) {
        return key >>> at & (1L << bits) - 1;
    }
}
