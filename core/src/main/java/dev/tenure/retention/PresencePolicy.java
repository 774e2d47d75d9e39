package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * How contracts become the spells of clients.
 *
 * @param pause what a client is while the contract is paused
 * @param longestPause how many days a censored pause may last before the client counts as lost, positive; it matters only to
 *     {@link PausePolicy#CENSORED}
 * @param departure on which day a client counts as lost
 */
public record PresencePolicy(PausePolicy pause, int longestPause, Departure departure) implements Serializable {

    private static final int A_QUARTER = 90;

    /** A paused client is undecided for at most 90 days, and is lost on the first day without a contract. */
    public static final PresencePolicy CENSORED =
            new PresencePolicy(PausePolicy.CENSORED, A_QUARTER, Departure.FIRST_DAY_AWAY);

    /** A paused client is a client. Source: Polar, whose recurring revenue keeps paused subscriptions. */
    public static final PresencePolicy STAYS = CENSORED.withPause(PausePolicy.STAYS);

    /** A paused client is lost, and back after the pause. Source: ProfitWell and ReCharge, where a pause is churn. */
    public static final PresencePolicy AWAY = CENSORED.withPause(PausePolicy.AWAY);

    /**
     * Creates a policy.
     *
     * @param pause what a client is while the contract is paused
     * @param longestPause how many days a censored pause may last, positive
     * @param departure on which day a client counts as lost
     */
    public PresencePolicy {
        Objects.requireNonNull(pause, "pause");
        checkArgument(longestPause > 0, "longestPause must be positive: %s", longestPause);
        Objects.requireNonNull(departure, "departure");
    }

    /**
     * Returns this policy with another meaning of pauses.
     *
     * @param meaning what a client is while the contract is paused
     * @return the changed policy
     */
    public PresencePolicy withPause(PausePolicy meaning) {
        return new PresencePolicy(meaning, longestPause, departure);
    }

    /**
     * Returns this policy with another longest pause.
     *
     * @param days how many days a censored pause may last, positive
     * @return the changed policy
     * @throws IllegalArgumentException if the number is not positive
     */
    public PresencePolicy withLongestPause(int days) {
        return new PresencePolicy(pause, days, departure);
    }

    /**
     * Returns this policy with another day of departure.
     *
     * @param day on which day a client counts as lost
     * @return the changed policy
     */
    public PresencePolicy withDeparture(Departure day) {
        return new PresencePolicy(pause, longestPause, day);
    }
}
