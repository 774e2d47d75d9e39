package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that went wrong and that the client had to be told of: when the agency saw it, when it said so, and when the client
 * saw it by itself.
 *
 * @param detected when the agency saw it
 * @param told when the agency told the client, not before {@code detected}; empty if it has not
 * @param foundByClient when the client saw it by itself, possibly before the agency did; empty if it did not
 */
public record BadNews(Instant detected, Optional<Instant> told, Optional<Instant> foundByClient) {

    /**
     * Creates bad news.
     *
     * @param detected when the agency saw it
     * @param told when the agency told the client, not before {@code detected}; empty if it has not
     * @param foundByClient when the client saw it by itself; empty if it did not
     */
    public BadNews {
        Objects.requireNonNull(detected, "detected");
        Objects.requireNonNull(foundByClient, "foundByClient");
        told.ifPresent(
                at -> checkArgument(!at.isBefore(detected), "told must not be before detected %s: %s", detected, at));
    }

    /**
     * Returns bad news that the agency told.
     *
     * @param detected when the agency saw it
     * @param told when the agency told the client, not before {@code detected}
     * @return the bad news
     * @throws IllegalArgumentException if it was told before it was seen
     */
    public static BadNews told(Instant detected, Instant told) {
        return new BadNews(detected, Optional.of(told), Optional.empty());
    }

    /**
     * Returns bad news that the agency has not told.
     *
     * @param detected when the agency saw it
     * @return the bad news
     */
    public static BadNews untold(Instant detected) {
        return new BadNews(detected, Optional.empty(), Optional.empty());
    }

    /**
     * Returns this bad news as something that the client saw by itself.
     *
     * @param at when the client saw it
     * @return the changed bad news
     */
    public BadNews foundByClientAt(Instant at) {
        return new BadNews(detected, told, Optional.of(at));
    }

    /** Tells whether the agency had told by an instant. */
    boolean isToldBy(Instant asOf) {
        return told.filter(at -> !at.isAfter(asOf)).isPresent();
    }

    /** Tells whether, as an instant knows it, the client saw it before the agency told. */
    boolean isFoundFirstBy(Instant asOf) {
        return foundByClient
                .filter(found -> !found.isAfter(asOf))
                .filter(found -> told.filter(at -> !at.isAfter(found)).isEmpty())
                .isPresent();
    }
}
