package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is asked of a ledger; days are epoch days.
 *
 * @param recordsFrom the first day of the records, far enough back if they have no beginning
 * @param end the last day of what models are fitted to
 * @param last the last day looked at, {@code end} if nothing is held out
 */
record LogQuestion(PurchasePolicy policy, int recordsFrom, int end, int last) implements Serializable {

    LogQuestion {
        checkArgument(recordsFrom <= end, "end must not be before the records, %s: %s", day(recordsFrom), day(end));
        checkArgument(end <= last, "heldOutUntil must not be before the end, %s: %s", day(end), day(last));
    }

    static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
