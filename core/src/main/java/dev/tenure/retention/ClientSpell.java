package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A time during which someone was a client without a break.
 *
 * @param client the client's number, the same in all spells of the client
 * @param start the first day as a client, inclusive
 * @param end the first day no longer a client, exclusive, not before {@code start}; empty for a client who is still here
 */
public record ClientSpell(long client, LocalDate start, Optional<LocalDate> end) {

    /**
     * Creates a spell.
     *
     * @param client the client's number
     * @param start the first day as a client
     * @param end the first day no longer a client, not before {@code start}; empty for a client who is still here
     */
    public ClientSpell {
        Objects.requireNonNull(start, "start");
        end.ifPresent(day -> checkArgument(!day.isBefore(start), "end must not be before start: %s, %s", start, day));
    }

    /**
     * Returns the spell of a client who left.
     *
     * @param client the client's number
     * @param start the first day as a client
     * @param end the first day no longer a client, not before {@code start}
     * @return the spell
     * @throws IllegalArgumentException if {@code end} is before {@code start}
     */
    public static ClientSpell ended(long client, LocalDate start, LocalDate end) {
        return new ClientSpell(client, start, Optional.of(end));
    }

    /**
     * Returns the spell of a client who is still here.
     *
     * @param client the client's number
     * @param start the first day as a client
     * @return the spell
     */
    public static ClientSpell ongoing(long client, LocalDate start) {
        return new ClientSpell(client, start, Optional.empty());
    }
}
