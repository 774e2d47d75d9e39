package dev.tenure.retention.cohort;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A day on which a client was active, such as that of an invoice.
 *
 * @param client the client's number, the same in all activity of the client
 * @param day the day
 * @param minorUnits the amount in minor units, such as kopecks; zero if only the activity counts, negative for a credit note
 */
public record ClientActivity(long client, LocalDate day, long minorUnits) implements Serializable {

    /**
     * Creates some activity.
     *
     * @param client the client's number
     * @param day the day
     * @param minorUnits the amount in minor units
     */
    public ClientActivity {
        Objects.requireNonNull(day, "day");
    }

    /**
     * Returns some activity.
     *
     * @param client the client's number
     * @param day the day
     * @param minorUnits the amount in minor units
     * @return the activity
     */
    public static ClientActivity of(long client, LocalDate day, long minorUnits) {
        return new ClientActivity(client, day, minorUnits);
    }
}
