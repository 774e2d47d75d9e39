package dev.tenure.retention.cohort;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.Days;
import java.io.Serial;
import java.io.Serializable;

/**
 * The activity a cohort table is computed from. Mutable and not thread-safe: one for each thread or machine, then merge.
 *
 * <p>A client belongs to the cohort of the client's earliest activity, and that may be in another accumulator. So the rows are
 * kept, 20 bytes each, or 16 where clients came as {@code int}, until {@link #result()}; the order of rows and of merging changes nothing, however the rows of
 * one client are spread. Where all rows of a client come to the same accumulator, {@link #foldClients()} keeps only the counts.
 */
public final class CohortAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int WORTH_A_BATCH = 1 << 10;

    private final CohortQuestion question;
    private final RowLog rows = new RowLog();

    /** The figures of clients of whom no more rows will come. */
    private final CohortCountsTable folded;

    CohortAccumulator(CohortQuestion question) {
        this.question = question;
        folded = new CohortCountsTable(question.detail());
    }

    /**
     * Adds some activity of a client, such as an invoice; what is later than the day of the question is not looked at. What is
     * before the beginning of the records only tells, unless older clients are {@link OlderClients#AS_NEW}, that the client is
     * older: a known start is added as activity of amount zero.
     *
     * @param client the client's number
     * @param epochDay the day, as an epoch day
     * @param minorUnits the amount in minor units of the one currency of the table; zero if only the activity counts, negative
     *     for a credit note
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public void add(long client, int epochDay, long minorUnits) {
        Days.check("epochDay", epochDay);
        if (question.covers(epochDay)) {
            rows.add(client, epochDay, minorUnits);
        }
    }

    /**
     * Adds some activity of a client; what is later than the day of the question is not looked at.
     *
     * @param activity the activity
     * @throws IllegalArgumentException if the day is outside the years 0 to 9999
     */
    public void add(ClientActivity activity) {
        add(activity.client(), Days.of(activity.day()), activity.minorUnits());
    }

    /**
     * Adds rows by columns: the same as adding one after the other, and faster. The arrays are copied.
     *
     * @param clients the clients' numbers
     * @param epochDays the days, as epoch days, as many
     * @param minorUnits the amounts in minor units, as many
     * @throws IllegalArgumentException if the arrays differ in length, or a day is outside the years 0 to 9999; no row is added
     *     then
     */
    public void addAll(long[] clients, int[] epochDays, long[] minorUnits) {
        checkLengths(clients.length, epochDays.length, minorUnits.length);
        addAll(ActivityBatch.rows(clients, epochDays, minorUnits));
    }

    /**
     * Adds rows by columns: the same as adding one after the other, and faster. The arrays are copied.
     *
     * @param clients the clients' numbers
     * @param epochDays the days, as epoch days, as many
     * @param minorUnits the amounts in minor units, as many
     * @throws IllegalArgumentException if the arrays differ in length, or a day is outside the years 0 to 9999; no row is added
     *     then
     */
    public void addAll(int[] clients, int[] epochDays, long[] minorUnits) {
        checkLengths(clients.length, epochDays.length, minorUnits.length);
        addAll(ActivityBatch.rows(clients, epochDays, minorUnits));
    }

    private void addAll(ActivityRows added) {
        ActivityCounting.checkDays(added);
        for (ActivityBatch batch : added) {
            // a batch of its own for each of many small additions would cost more than it saves
            if (batch.size() >= WORTH_A_BATCH
                    && question.covers(batch.firstDay())
                    && question.covers(batch.lastDay())) {
                rows.addCopy(batch);
            } else {
                addCovered(batch);
            }
        }
    }

    private void addCovered(ActivityBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (question.covers(batch.day(row))) {
                rows.add(batch.client(row), batch.day(row), batch.amount(row));
            }
        }
    }

    static void checkLengths(int clients, int epochDays, int minorUnits) {
        checkArgument(
                clients == epochDays && clients == minorUnits,
                "clients, epochDays and minorUnits must be of the same length: %s, %s, %s",
                clients,
                epochDays,
                minorUnits);
    }

    /**
     * Keeps only the counts of the clients so far, of whom there must be no more rows, neither here nor in an accumulator that
     * this one is merged with: the same client would be counted twice. It makes the state as small as the table, so that on a
     * cluster, where the rows of each client are brought to one partition, or on one machine, where they come client by client,
     * there is no limit to how many rows there are. The figures are the same. Each call costs a little for each day that the rows reach
     * over, so call it for many clients at once.
     *
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    public void foldClients() {
        folded.addAll(ActivityCounting.count(question, rows.rows()));
        rows.clear();
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one's policy, day of the question, beginning of the records or detail is not
     *     the same
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    @CanIgnoreReturnValue
    public CohortAccumulator merge(CohortAccumulator other) {
        check("policy", question.policy(), other.question.policy());
        check("asOf", question.asOf(), other.question.asOf());
        check("recordsFrom", question.recordsBegin(), other.question.recordsBegin());
        check("detail", question.detail(), other.question.detail());
        rows.addAll(other.rows);
        folded.addAll(other.folded);
        return this;
    }

    /**
     * Returns the table of the activity so far.
     *
     * @return the table, earliest cohort first; it has no cohorts if nothing was added before the day of the question
     * @throws ArithmeticException if the sum of the amounts of a cell exceeds the range of a {@code long}
     */
    public CohortTable result() {
        CohortCountsTable counts = ActivityCounting.count(question, rows.rows());
        counts.addAll(folded);
        return CohortResults.table(question, counts);
    }

    private static void check(String name, Object expected, Object actual) {
        checkArgument(expected.equals(actual), "%s must be %s: %s", name, expected, actual);
    }
}
