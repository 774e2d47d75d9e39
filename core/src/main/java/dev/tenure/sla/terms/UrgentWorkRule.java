package dev.tenure.sla.terms;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.tenure.client.Client;
import dev.tenure.client.DecisionRight;
import dev.tenure.client.PersonId;
import dev.tenure.client.Role;
import dev.tenure.internal.ValueStyle;
import dev.tenure.money.Ratio;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * How work is asked for that must be done before other work: by whom, at what price, how far ahead, how often.
 *
 * <p><b>Formula.</b> {@code price = ordinary price * (1 + surcharge) + fixed surcharge};
 * {@code position = max(1, position - queue jump)}.
 *
 * <p><b>Units.</b> Money as exact fractions; shares as fractions; positions in the queue from 1, the next to be done.
 *
 * <p><b>Conventions.</b> A person may ask who is one of the client's people and is named here or holds one of the roles or
 * rights named here. The limit is for a calendar month; in which month a request falls, and so in which time zone, says the
 * caller. A limit of 0 allows no urgent work. A request that is refused has no urgent price and no new position: the work may
 * still be done in its turn.
 *
 * <p><b>Errors.</b> A rule that lets nobody ask, a negative surcharge or limit, and a queue jump below 1 are
 * {@link IllegalArgumentException}s.
 */
@ValueStyle
@Value.Immutable
public abstract class UrgentWorkRule {

    UrgentWorkRule() {}

    /**
     * One wish for urgent work.
     *
     * @param client whose work it is
     * @param requester who asks
     * @param month the calendar month against whose limit it counts
     * @param price what the work costs in its turn, zero or more
     * @param queuePosition where the work stands now, 1 or more
     */
    public record Request(Client client, PersonId requester, YearMonth month, Money price, int queuePosition) {

        /**
         * Creates a request.
         *
         * @param client whose work it is
         * @param requester who asks
         * @param month the calendar month against whose limit it counts
         * @param price what the work costs in its turn, zero or more
         * @param queuePosition where the work stands now, 1 or more
         */
        public Request {
            Objects.requireNonNull(client, "client");
            Objects.requireNonNull(requester, "requester");
            Objects.requireNonNull(month, "month");
            checkArgument(!price.isNegative(), "price must not be negative: %s", price);
            checkArgument(queuePosition >= 1, "queuePosition must be positive: %s", queuePosition);
        }

        /**
         * Returns a request.
         *
         * @param client whose work it is
         * @param requester who asks
         * @param month the calendar month against whose limit it counts
         * @param price what the work costs in its turn, zero or more
         * @param queuePosition where the work stands now, 1 or more
         * @return the request
         * @throws IllegalArgumentException if the price is negative or the position below 1
         */
        public static Request of(Client client, PersonId requester, YearMonth month, Money price, int queuePosition) {
            return new Request(client, requester, month, price, queuePosition);
        }
    }

    /**
     * Returns the persons who may ask.
     *
     * @return the persons, in the order given; may be empty if {@link #roles()} or {@link #decisionRights()} are not
     */
    public abstract ImmutableSet<PersonId> people();

    /**
     * Returns the roles whose holders may ask.
     *
     * @return the roles, in the order given; may be empty if {@link #people()} or {@link #decisionRights()} are not
     */
    public abstract ImmutableSet<Role> roles();

    /**
     * Returns the decision rights whose holders may ask.
     *
     * @return the rights, in the order given; may be empty if {@link #people()} or {@link #roles()} are not
     */
    public abstract ImmutableSet<DecisionRight> decisionRights();

    /**
     * Returns the part of the ordinary price that comes on top.
     *
     * @return a fraction, zero or more, such as 1/2 for 50 %; zero unless set
     */
    @Value.Default
    public Ratio surcharge() {
        return Ratio.ZERO;
    }

    /**
     * Returns what comes on top whatever the ordinary price.
     *
     * @return the amount, zero or more; empty for none
     */
    public abstract Optional<Money> fixedSurcharge();

    /**
     * Returns how many positions urgent work moves ahead.
     *
     * @return the positions, 1 or more; empty if it moves to the front
     */
    public abstract OptionalInt queueJump();

    /**
     * Returns how many requests may be granted in a calendar month.
     *
     * @return the limit, zero or more
     */
    public abstract int monthlyLimit();

    @Value.Check
    void check() {
        checkArgument(
                !(people().isEmpty() && roles().isEmpty() && decisionRights().isEmpty()),
                "people, roles and decisionRights must not all be empty: %s, %s, %s",
                people(),
                roles(),
                decisionRights());
        checkArgument(surcharge().signum() >= 0, "surcharge must not be negative: %s", surcharge());
        fixedSurcharge()
                .ifPresent(
                        fixed -> checkArgument(!fixed.isNegative(), "fixedSurcharge must not be negative: %s", fixed));
        queueJump().ifPresent(jump -> checkArgument(jump >= 1, "queueJump must be positive: %s", jump));
        checkArgument(monthlyLimit() >= 0, "monthlyLimit must not be negative: %s", monthlyLimit());
    }

    /**
     * Decides on a request.
     *
     * @param request the request
     * @param grantedThisMonth how many requests of the client have been granted in the request's month so far, zero or more
     * @return whether it is allowed, at what price and which position
     * @throws IllegalArgumentException if the count is negative or the price is not in the currency of the fixed surcharge
     */
    public final UrgentWorkDecision decide(Request request, int grantedThisMonth) {
        checkArgument(grantedThisMonth >= 0, "grantedThisMonth must not be negative: %s", grantedThisMonth);
        fixedSurcharge()
                .ifPresent(fixed -> checkArgument(
                        fixed.isSameCurrency(request.price()),
                        "price must be in the currency of fixedSurcharge, %s: %s",
                        fixed.getCurrencyUnit(),
                        request.price()));
        return new UrgentWorkDecisionBuilder()
                .rule(this)
                .request(request)
                .grantedThisMonth(grantedThisMonth)
                .build();
    }

    /**
     * Tells whether a person may ask for urgent work.
     *
     * @param client the client
     * @param person the person
     * @return true if the person is one of the client's people and is named here or holds a role or right named here
     */
    public final boolean mayAsk(Client client, PersonId person) {
        return client.person(person).isPresent()
                && (people().contains(person)
                        || roles().stream()
                                .anyMatch(role -> person.equals(client.roles().get(role)))
                        || decisionRights().stream()
                                .anyMatch(right ->
                                        person.equals(client.decisionRights().get(right))));
    }

    /**
     * Returns a builder that holds this rule's attributes.
     *
     * @return a new builder
     */
    public final UrgentWorkRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder; it needs somebody who may ask and a limit
     */
    public static UrgentWorkRuleBuilder builder() {
        return new UrgentWorkRuleBuilder();
    }
}
