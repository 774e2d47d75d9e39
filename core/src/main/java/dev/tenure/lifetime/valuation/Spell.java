package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.UpfrontCost;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A time through which a client was one. Who left and was won back has several.
 *
 * @param begin the first day
 * @param end the first day without the client, after {@code begin}; empty if he is still here
 * @param cost what was spent on its first day to win the client, or to win him back, and to start; empty if nothing was recorded
 */
public record Spell(LocalDate begin, Optional<LocalDate> end, Optional<UpfrontCost> cost) {

    /**
     * Creates a spell.
     *
     * @param begin the first day
     * @param end the first day without the client, after {@code begin}; empty if he is still here
     * @param cost what was spent on its first day; empty if nothing was recorded
     */
    public Spell {
        Objects.requireNonNull(begin, "begin");
        end.ifPresent(day -> checkArgument(day.isAfter(begin), "end must be after begin, %s: %s", begin, day));
        Objects.requireNonNull(cost, "cost");
    }

    /**
     * Returns a spell that lasts.
     *
     * @param begin the first day
     * @return the spell, without a cost
     */
    public static Spell ongoing(LocalDate begin) {
        return new Spell(begin, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a spell that is over.
     *
     * @param begin the first day
     * @param end the first day without the client, after {@code begin}
     * @return the spell, without a cost
     * @throws IllegalArgumentException if the end is not after the begin
     */
    public static Spell ended(LocalDate begin, LocalDate end) {
        return new Spell(begin, Optional.of(end), Optional.empty());
    }

    /**
     * Returns this spell with its cost.
     *
     * @param upfront what was spent on its first day to win the client, or to win him back, and to start
     * @return the changed spell
     */
    public Spell withCost(UpfrontCost upfront) {
        return new Spell(begin, end, Optional.of(upfront));
    }
}
