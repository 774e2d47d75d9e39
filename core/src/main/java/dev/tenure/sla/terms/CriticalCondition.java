package dev.tenure.sla.terms;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.io.Serializable;
import java.time.Duration;
import org.joda.money.Money;

/**
 * A condition on the facts of an {@link Incident}: one about a single fact, or several joined.
 *
 * <p><b>Formula.</b> Three values, as S. C. Kleene joins them: "all of" is false if a part is false, or else not known if a part is
 * not known, or else true; "any of" is true if a part is true, or else not known if a part is not known, or else false.
 *
 * <p><b>Conventions.</b> Limits are inclusive: what lasts exactly as long as the limit lasts long enough. Conditions are equal if
 * they say the same, whatever the order of their parts. Nothing is converted between currencies: an amount in another one
 * leaves the condition undecided.
 *
 * <p><b>Errors.</b> A blank name, a negative limit and a list without entries are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> S. C. Kleene, <i>Introduction to Metamathematics</i> (1952), section 64, the strong connectives.
 */
public sealed interface CriticalCondition extends Serializable {

    /**
     * Something is so.
     *
     * @param fact the name of one of {@link Incident#flags()}
     */
    record Holds(String fact) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param fact the name, not blank
         */
        public Holds {
            checkFact(fact);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return Conditions.known(fact, incident.flags().get(fact));
        }

        @Override
        public ImmutableSet<String> facts() {
            return ImmutableSet.of(fact);
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.leaf(
                    this,
                    fact,
                    incident,
                    Conditions.known(fact, incident.flags().get(fact)).map(TermQuantities::yesOrNo));
        }

        @Override
        public String toString() {
            return fact;
        }
    }

    /**
     * Something lasted long enough.
     *
     * @param fact the name of one of {@link Incident#durations()}
     * @param atLeast the limit, inclusive, zero or more
     */
    record Lasts(String fact, Duration atLeast) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param fact the name, not blank
         * @param atLeast the limit, zero or more
         */
        public Lasts {
            checkFact(fact);
            checkArgument(!atLeast.isNegative(), "atLeast must not be negative: %s", atLeast);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return lasted(incident).map(lasted -> lasted.compareTo(atLeast) >= 0);
        }

        private Outcome<Duration> lasted(Incident incident) {
            return Conditions.known(fact, incident.durations().get(fact));
        }

        @Override
        public ImmutableSet<String> facts() {
            return ImmutableSet.of(fact);
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.leaf(this, fact, incident, lasted(incident).map(TermQuantities::minutes));
        }

        @Override
        public String toString() {
            return fact + " >= " + atLeast;
        }
    }

    /**
     * Something costs enough.
     *
     * @param fact the name of one of {@link Incident#amounts()}
     * @param atLeast the limit, inclusive, zero or more
     */
    record Costs(String fact, Money atLeast) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param fact the name, not blank
         * @param atLeast the limit, zero or more
         */
        public Costs {
            checkFact(fact);
            checkArgument(!atLeast.isNegative(), "atLeast must not be negative: %s", atLeast);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return cost(incident).flatMap(this::inCurrency).map(cost -> cost.compareTo(ExactMoney.of(atLeast)) >= 0);
        }

        private Outcome<ExactMoney> cost(Incident incident) {
            return Conditions.known(fact, incident.amounts().get(fact));
        }

        private Outcome<ExactMoney> inCurrency(ExactMoney cost) {
            return cost.currency().equals(atLeast.getCurrencyUnit())
                    ? Outcome.of(cost)
                    : Outcome.undefined(
                            Reason.NOT_APPLICABLE,
                            fact + " is in " + cost.currency() + " and not in " + atLeast.getCurrencyUnit());
        }

        @Override
        public ImmutableSet<String> facts() {
            return ImmutableSet.of(fact);
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.leaf(this, fact, incident, cost(incident).map(TermQuantities::amount));
        }

        @Override
        public String toString() {
            return fact + " >= " + atLeast;
        }
    }

    /**
     * A share or a count is large enough.
     *
     * @param fact the name of one of {@link Incident#numbers()}
     * @param atLeast the limit, inclusive, zero or more; a share as a fraction
     */
    record Reaches(String fact, Ratio atLeast) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param fact the name, not blank
         * @param atLeast the limit, zero or more
         */
        public Reaches {
            checkFact(fact);
            checkArgument(atLeast.signum() >= 0, "atLeast must not be negative: %s", atLeast);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return number(incident).map(number -> number.compareTo(atLeast) >= 0);
        }

        private Outcome<Ratio> number(Incident incident) {
            return Conditions.known(fact, incident.numbers().get(fact));
        }

        @Override
        public ImmutableSet<String> facts() {
            return ImmutableSet.of(fact);
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.leaf(
                    this,
                    fact,
                    incident,
                    number(incident).map(number -> new Quantity.Measure(number.doubleValue(), "")));
        }

        @Override
        public String toString() {
            return fact + " >= " + atLeast;
        }
    }

    /**
     * A word is one of some.
     *
     * @param fact the name of one of {@link Incident#words()}
     * @param words the words, compared letter by letter; at least one
     */
    record IsOneOf(String fact, ImmutableSet<String> words) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param fact the name, not blank
         * @param words the words; at least one
         */
        public IsOneOf {
            checkFact(fact);
            checkArgument(!words.isEmpty(), "words must not be empty: %s", words);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return word(incident).map(words::contains);
        }

        private Outcome<String> word(Incident incident) {
            return Conditions.known(fact, incident.words().get(fact));
        }

        @Override
        public ImmutableSet<String> facts() {
            return ImmutableSet.of(fact);
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.leaf(
                    this, fact, incident, word(incident).map(word -> TermQuantities.term("'" + word + "'")));
        }

        @Override
        public String toString() {
            return fact + " in " + words;
        }
    }

    /**
     * Every part holds.
     *
     * @param conditions the parts, at least one; their order only shows in text
     */
    record AllOf(ImmutableSet<CriticalCondition> conditions) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param conditions the parts, at least one
         */
        public AllOf {
            checkArgument(!conditions.isEmpty(), "conditions must not be empty: %s", conditions);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return Conditions.joined(parts(), incident, false);
        }

        @Override
        public ImmutableList<CriticalCondition> parts() {
            return conditions.asList();
        }

        @Override
        public ImmutableSet<String> facts() {
            return Conditions.factsOf(parts());
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.tree(this, "all of", "every part holds", incident);
        }

        @Override
        public String toString() {
            return "all of (" + Joiner.on(", ").join(conditions) + ")";
        }
    }

    /**
     * At least one part holds.
     *
     * @param conditions the parts, at least one; their order only shows in text
     */
    record AnyOf(ImmutableSet<CriticalCondition> conditions) implements CriticalCondition {

        /**
         * Creates a condition.
         *
         * @param conditions the parts, at least one
         */
        public AnyOf {
            checkArgument(!conditions.isEmpty(), "conditions must not be empty: %s", conditions);
        }

        @Override
        public Outcome<Boolean> test(Incident incident) {
            return Conditions.joined(parts(), incident, true);
        }

        @Override
        public ImmutableList<CriticalCondition> parts() {
            return conditions.asList();
        }

        @Override
        public ImmutableSet<String> facts() {
            return Conditions.factsOf(parts());
        }

        @Override
        public Explanation explain(Incident incident) {
            return Conditions.tree(this, "any of", "at least one part holds", incident);
        }

        @Override
        public String toString() {
            return "any of (" + Joiner.on(", ").join(conditions) + ")";
        }
    }

    /**
     * Tells whether the condition holds for an incident.
     *
     * @param incident what is known of the incident
     * @return true or false; undefined ({@link Reason#NO_DATA}) if it depends on a fact that is not known,
     *     ({@link Reason#NOT_APPLICABLE}) if on an amount in another currency, with the details of every undecided part
     */
    Outcome<Boolean> test(Incident incident);

    /**
     * Returns the names of the facts the condition looks at.
     *
     * @return the names, in the order of the condition; not empty
     */
    ImmutableSet<String> facts();

    /**
     * Returns the conditions that this one joins.
     *
     * @return the parts, in the order given; empty for a condition about a single fact
     */
    default ImmutableList<CriticalCondition> parts() {
        return ImmutableList.of();
    }

    /**
     * Explains whether the condition holds for an incident.
     *
     * @param incident what is known of the incident
     * @return the answer with the fact it looked at, or with the answers of the parts
     */
    Explanation explain(Incident incident);

    /**
     * Returns the condition that something is so.
     *
     * @param fact the name of a flag, not blank
     * @return the condition
     * @throws IllegalArgumentException if the name is blank
     */
    static CriticalCondition holds(String fact) {
        return new Holds(fact);
    }

    /**
     * Returns the condition that something lasted long enough.
     *
     * @param fact the name of a duration, not blank
     * @param atLeast the limit, inclusive, zero or more
     * @return the condition
     * @throws IllegalArgumentException if the name is blank or the limit negative
     */
    static CriticalCondition lasts(String fact, Duration atLeast) {
        return new Lasts(fact, atLeast);
    }

    /**
     * Returns the condition that something costs enough.
     *
     * @param fact the name of an amount, not blank
     * @param atLeast the limit, inclusive, zero or more
     * @return the condition
     * @throws IllegalArgumentException if the name is blank or the limit negative
     */
    static CriticalCondition costs(String fact, Money atLeast) {
        return new Costs(fact, atLeast);
    }

    /**
     * Returns the condition that a share or a count is large enough.
     *
     * @param fact the name of a number, not blank
     * @param atLeast the limit, inclusive, zero or more; a share as a fraction
     * @return the condition
     * @throws IllegalArgumentException if the name is blank or the limit negative
     */
    static CriticalCondition reaches(String fact, Ratio atLeast) {
        return new Reaches(fact, atLeast);
    }

    /**
     * Returns the condition that a word is one of some.
     *
     * @param fact the name of a word, not blank
     * @param words the words, at least one
     * @return the condition
     * @throws IllegalArgumentException if the name is blank or there are no words
     */
    static CriticalCondition isOneOf(String fact, String... words) {
        return new IsOneOf(fact, ImmutableSet.copyOf(words));
    }

    /**
     * Returns the condition that every one of some holds.
     *
     * @param conditions the parts, at least one
     * @return the condition
     * @throws IllegalArgumentException if there are no parts
     */
    static CriticalCondition allOf(CriticalCondition... conditions) {
        return new AllOf(ImmutableSet.copyOf(conditions));
    }

    /**
     * Returns the condition that at least one of some holds.
     *
     * @param conditions the parts, at least one
     * @return the condition
     * @throws IllegalArgumentException if there are no parts
     */
    static CriticalCondition anyOf(CriticalCondition... conditions) {
        return new AnyOf(ImmutableSet.copyOf(conditions));
    }

    private static void checkFact(String fact) {
        checkArgument(!fact.isBlank(), "fact must not be blank: '%s'", fact);
    }
}
