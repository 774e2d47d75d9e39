package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.internal.ValueStyle;
import dev.tenure.lifetime.UpfrontCost;
import dev.tenure.lifetime.ValueUnit;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;

/**
 * All that is known of one client on the day on which he is valued: when he was one, what he paid, and what he may pay.
 *
 * <p><b>Conventions.</b> All amounts are in one currency. Either everything is counted by margin, or all of it as revenue. Retainer and project work are
 * what a client has who is here; a client who has left has at most the chance to be won back.
 *
 * <p><b>Errors.</b> Spells that overlap, a stream of one who has left, a margin without one of the account are {@link IllegalArgumentException}s; two
 * currencies are a {@link CurrencyMismatchException}.
 */
@ValueStyle
@Value.Immutable
public abstract class ClientAccount {

    ClientAccount() {}

    /**
     * Returns whose account it is.
     *
     * @return the client
     */
    public abstract ClientId client();

    /**
     * Returns the currency of all amounts.
     *
     * @return the currency
     */
    public abstract CurrencyUnit currency();

    /**
     * Returns the share of revenue left after the direct cost of serving the client, unless a payment or a stream has its own.
     *
     * @return the margin, at most 1; empty if revenue is counted
     */
    public abstract Optional<Ratio> grossMargin();

    /**
     * Returns when the client was one.
     *
     * @return the spells in the order of time, at least one; only the last may be without an end
     */
    public abstract ImmutableList<Spell> spells();

    /**
     * Returns what the client paid so far.
     *
     * @return the payments of all spells, in any order; empty if there are none
     */
    public abstract ImmutableList<Payment> payments();

    /**
     * Returns the fee that the client pays again and again.
     *
     * @return the retainer; empty if he has none
     */
    public abstract Optional<Retainer> retainer();

    /**
     * Returns the work that the client orders from time to time.
     *
     * @return the work; empty if he orders none
     */
    public abstract Optional<ProjectWork> projects();

    /**
     * Returns what can be hoped of a client who has left.
     *
     * @return the chance to win him back; empty if none is counted on
     */
    public abstract Optional<WinBack> winBack();

    /**
     * Returns what the amounts stand for.
     *
     * @return margin if there is one, revenue if not
     */
    public final ValueUnit unit() {
        return grossMargin().isPresent() ? ValueUnit.GROSS_MARGIN : ValueUnit.REVENUE;
    }

    /**
     * Tells whether the client is one.
     *
     * @return true if the last spell has no end
     */
    public final boolean isClient() {
        return last().end().isEmpty();
    }

    /**
     * Returns a builder that holds what this account holds.
     *
     * @return a new builder
     */
    public final ClientAccountBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return an empty builder
     */
    public static ClientAccountBuilder builder() {
        return new ClientAccountBuilder();
    }

    @Value.Check
    void check() {
        Margins.check(grossMargin());
        checkSpells();
        checkArgument(isClient() || retainer().isEmpty(), "retainer must be absent for a client who has left");
        checkArgument(isClient() || projects().isEmpty(), "projects must be absent for a client who has left");
        checkArgument(!isClient() || winBack().isEmpty(), "winBack must be absent for a client who is here");
        checkArgument(
                grossMargin().isPresent() || margins().findAny().isEmpty(),
                "grossMargin must be given for the account if it is for a payment or a stream");
        retainer()
                .flatMap(Retainer::since)
                .ifPresent(day -> checkArgument(
                        !day.isBefore(last().begin()),
                        "since must not be before the spell, %s: %s",
                        last().begin(),
                        day));
        amounts().forEach(this::checkCurrency);
    }

    Spell last() {
        return spells().get(spells().size() - 1);
    }

    /** Returns what counts of an amount. */
    ExactMoney kept(ExactMoney amount, Optional<Ratio> own) {
        return amount.multipliedBy(share(own));
    }

    /** Returns which share of an amount counts. */
    Ratio share(Optional<Ratio> own) {
        return own.or(this::grossMargin).orElse(Ratio.ONE);
    }

    private void checkSpells() {
        checkArgument(!spells().isEmpty(), "spells must not be empty: %s", spells());
        for (int i = 1; i < spells().size(); i++) {
            Spell before = spells().get(i - 1);
            Spell spell = spells().get(i);
            checkArgument(
                    before.end().filter(end -> !spell.begin().isBefore(end)).isPresent(),
                    "spells must follow one another, each after the end of the one before: %s",
                    spell.begin());
        }
    }

    private Stream<Ratio> margins() {
        return Stream.of(
                        payments().stream().map(Payment::grossMargin),
                        retainer().stream().map(Retainer::grossMargin),
                        projects().stream().map(ProjectWork::grossMargin),
                        winBack().stream().map(hope -> hope.retainer().grossMargin()))
                .flatMap(parts -> parts)
                .flatMap(Optional::stream);
    }

    private Stream<ExactMoney> amounts() {
        return Stream.of(
                        payments().stream().map(Payment::amount),
                        retainer().stream().map(Retainer::fee),
                        projects().stream().map(work -> amount(work.spend())),
                        winBack().stream().map(hope -> hope.retainer().fee()),
                        winBack().flatMap(WinBack::cost).stream().map(UpfrontCost::total),
                        spells().stream()
                                .flatMap(spell -> spell.cost().stream())
                                .map(UpfrontCost::total))
                .flatMap(parts -> parts);
    }

    private static ExactMoney amount(ProjectSpend spend) {
        return spend instanceof ProjectSpend.Known known
                ? known.price()
                : ExactMoney.of(((ProjectSpend.Estimated) spend).history().total());
    }

    private void checkCurrency(ExactMoney amount) {
        if (!amount.currency().equals(currency())) {
            throw new CurrencyMismatchException(currency(), amount.currency());
        }
    }
}
