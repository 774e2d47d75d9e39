package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import java.util.Optional;

/** What a project brings, on average. */
public sealed interface ProjectSpend {

    /**
     * An amount that is known, such as an agreed price.
     *
     * @param price what each purchase brings, zero or more
     */
    record Known(ExactMoney price) implements ProjectSpend {

        /**
         * Creates an amount.
         *
         * @param price what each purchase brings, zero or more
         */
        public Known {
            checkArgument(price.signum() >= 0, "price must not be negative: %s", price);
        }

        @Override
        public Optional<ExactMoney> amount() {
            return Optional.of(price);
        }
    }

    /**
     * Returns the amount, if it is known.
     *
     * @return what each purchase brings; empty if a model has to say
     */
    Optional<ExactMoney> amount();

    /**
     * Returns a known amount.
     *
     * @param amount what each purchase brings, zero or more
     * @return the spend
     * @throws IllegalArgumentException if the amount is negative
     */
    static ProjectSpend of(ExactMoney amount) {
        return new Known(amount);
    }
}
