package dev.tenure.sla.terms;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.tenure.internal.ValueStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What is known of an incident, as named facts of five kinds.
 *
 * <p><b>Conventions.</b> A fact is told apart by its name, letter by letter. What is not known is left out: leaving out
 * {@code "site down"} is not the same as saying that the site was down for no time.
 *
 * <p><b>Errors.</b> A blank name, a name used for two kinds of fact, and a negative duration are
 * {@link IllegalArgumentException}s.
 */
@ValueStyle
@Value.Immutable
public abstract class Incident {

    Incident() {}

    /**
     * Returns what is so or not so, such as {@code "data lost"}.
     *
     * @return the facts by name, in the order given; empty if none is known
     */
    public abstract ImmutableMap<String, Boolean> flags();

    /**
     * Returns how long things lasted, such as {@code "site down"}.
     *
     * @return durations, zero or more, by name, in the order given; empty if none is known
     */
    public abstract ImmutableMap<String, Duration> durations();

    /**
     * Returns amounts of money, such as {@code "spend at risk"}.
     *
     * @return exact amounts by name, in the order given; empty if none is known
     */
    public abstract ImmutableMap<String, ExactMoney> amounts();

    /**
     * Returns shares and counts, such as {@code "leads lost"}.
     *
     * @return exact numbers by name, shares as fractions, in the order given; empty if none is known
     */
    public abstract ImmutableMap<String, Ratio> numbers();

    /**
     * Returns words, such as the {@code "channel"}.
     *
     * @return words by name, in the order given; empty if none is known
     */
    public abstract ImmutableMap<String, String> words();

    @Value.Check
    void check() {
        Set<String> names = new HashSet<>();
        checkNames(names, flags());
        checkNames(names, durations());
        checkNames(names, amounts());
        checkNames(names, numbers());
        checkNames(names, words());
        durations()
                .forEach((name, duration) -> checkArgument(
                        !duration.isNegative(), "durations must not be negative: %s = %s", name, duration));
    }

    private static void checkNames(Set<String> names, ImmutableMap<String, ?> facts) {
        facts.keySet().forEach(name -> checkArgument(!name.isBlank(), "facts must have a name: '%s'", name));
        Set<String> twice = Sets.intersection(names, facts.keySet());
        checkArgument(twice.isEmpty(), "facts must be of one kind each: %s", twice);
        names.addAll(facts.keySet());
    }

    /**
     * Returns a builder that holds this incident's facts.
     *
     * @return a new builder
     */
    public final IncidentBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder; it needs nothing
     */
    public static IncidentBuilder builder() {
        return new IncidentBuilder();
    }
}
