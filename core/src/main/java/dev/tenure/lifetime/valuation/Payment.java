package dev.tenure.lifetime.valuation;

import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client paid on a day.
 *
 * @param date the day
 * @param amount the amount; negative for a credit note
 * @param grossMargin the share of it left after the direct cost of serving the client, at most 1; empty for the margin of the account
 */
public record Payment(LocalDate date, ExactMoney amount, Optional<Ratio> grossMargin) {

    /**
     * Creates a payment.
     *
     * @param date the day
     * @param amount the amount; negative for a credit note
     * @param grossMargin the share of it that is left, at most 1; empty for the margin of the account
     */
    public Payment {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
        Margins.check(grossMargin);
    }

    /**
     * Returns a payment at the margin of the account.
     *
     * @param date the day
     * @param amount the amount; negative for a credit note
     * @return the payment
     */
    public static Payment of(LocalDate date, ExactMoney amount) {
        return new Payment(date, amount, Optional.empty());
    }

    /**
     * Returns this payment at a margin of its own.
     *
     * @param margin the share of it left after the direct cost of serving the client, at most 1
     * @return the changed payment
     * @throws IllegalArgumentException if the margin exceeds 1
     */
    public Payment withGrossMargin(Ratio margin) {
        return new Payment(date, amount, Optional.of(margin));
    }
}
