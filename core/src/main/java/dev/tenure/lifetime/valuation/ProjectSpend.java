package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.lifetime.spend.SpendHistory;
import dev.tenure.money.ExactMoney;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

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
    }

    /**
     * An amount that {@link GammaGamma} estimates from what the client spent: between his own mean and that of all clients.
     *
     * @param history what the client spent so far
     */
    record Estimated(SpendHistory history) implements ProjectSpend {

        /**
         * Creates an estimate.
         *
         * @param history what the client spent so far
         */
        public Estimated {
            Objects.requireNonNull(history, "history");
        }
    }

    /**
     * Returns a known amount.
     *
     * @param price what each purchase brings, zero or more
     * @return the spend
     * @throws IllegalArgumentException if the amount is negative
     */
    static ProjectSpend of(ExactMoney price) {
        return new Known(price);
    }

    /**
     * Returns an amount to be estimated.
     *
     * @param history what the client spent so far, counted by the rule of the fit
     * @return the spend
     */
    static ProjectSpend of(SpendHistory history) {
        return new Estimated(history);
    }

    /**
     * Returns the amount of a client of whom nothing is known: the mean of all.
     *
     * @param currency the currency
     * @return the spend
     */
    static ProjectSpend ofAnyClient(CurrencyUnit currency) {
        return new Estimated(SpendHistory.none(currency));
    }
}
