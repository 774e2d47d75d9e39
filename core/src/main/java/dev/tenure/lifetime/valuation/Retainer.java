package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.PaymentTiming;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * A fee that a client pays again and again for as long as he stays.
 *
 * <p><b>Conventions.</b> Every day of payment is counted from the next one, and not from the one before: after 31 January come the last day of February
 * and 31 March. Renewals are counted from {@code since}, so that a client of old who signs his first retainer today is through none of them. A payment in
 * arrears needs the renewal of its day: what is owed by a client who leaves on that day is not counted.
 *
 * @param fee what is paid each time, zero or more
 * @param nextPayment the day of the next payment
 * @param every the time between two payments, above zero
 * @param timing whether a payment is for the time that begins with it or for the time that ends
 * @param grossMargin the share of the fee left after the direct cost of serving the client, at most 1; empty for the margin of the account
 * @param since the day from which the client renews it; empty for the first day of his spell
 */
public record Retainer(
        ExactMoney fee,
        LocalDate nextPayment,
        Period every,
        PaymentTiming timing,
        Optional<Ratio> grossMargin,
        Optional<LocalDate> since) {

    /**
     * Creates a retainer.
     *
     * @param fee what is paid each time, zero or more
     * @param nextPayment the day of the next payment
     * @param every the time between two payments, above zero
     * @param timing whether a payment is for the time that begins with it or for the time that ends
     * @param grossMargin the share of the fee that is left, at most 1; empty for the margin of the account
     * @param since the day from which the client renews it, not after {@code nextPayment}; empty for the first day of his spell
     */
    public Retainer {
        checkArgument(fee.signum() >= 0, "fee must not be negative: %s", fee);
        Objects.requireNonNull(nextPayment, "nextPayment");
        checkArgument(!every.isZero() && !every.isNegative(), "every must be positive: %s", every);
        Objects.requireNonNull(timing, "timing");
        checkArgument(timing != PaymentTiming.CONTINUOUS, "timing must be ADVANCE or ARREARS: %s", timing);
        Margins.check(grossMargin);
        since.ifPresent(day -> checkArgument(
                !day.isAfter(nextPayment), "since must not be after nextPayment, %s: %s", nextPayment, day));
    }

    /**
     * Returns a retainer that is paid every month in advance, at the margin of the account.
     *
     * @param fee what is paid each time, zero or more
     * @param nextPayment the day of the next payment
     * @return the retainer
     * @throws IllegalArgumentException if the fee is negative
     */
    public static Retainer monthly(ExactMoney fee, LocalDate nextPayment) {
        return new Retainer(
                fee, nextPayment, Period.ofMonths(1), PaymentTiming.ADVANCE, Optional.empty(), Optional.empty());
    }

    /**
     * Returns this retainer with another time between two payments.
     *
     * @param period the time, above zero
     * @return the changed retainer
     * @throws IllegalArgumentException if the time is not positive
     */
    public Retainer with(Period period) {
        return new Retainer(fee, nextPayment, period, timing, grossMargin, since);
    }

    /**
     * Returns this retainer with another timing.
     *
     * @param when {@link PaymentTiming#ADVANCE} or {@link PaymentTiming#ARREARS}
     * @return the changed retainer
     * @throws IllegalArgumentException if the timing is continuous
     */
    public Retainer with(PaymentTiming when) {
        return new Retainer(fee, nextPayment, every, when, grossMargin, since);
    }

    /**
     * Returns this retainer at a margin of its own.
     *
     * @param margin the share of the fee left after the direct cost of serving the client, at most 1
     * @return the changed retainer
     * @throws IllegalArgumentException if the margin exceeds 1
     */
    public Retainer withGrossMargin(Ratio margin) {
        return new Retainer(fee, nextPayment, every, timing, Optional.of(margin), since);
    }

    /**
     * Returns this retainer with the day from which the client renews it, for one who was a client before he had it.
     *
     * @param day the first day of the retainer, not after the next payment
     * @return the changed retainer
     * @throws IllegalArgumentException if the day is after the next payment
     */
    public Retainer withSince(LocalDate day) {
        return new Retainer(fee, nextPayment, every, timing, grossMargin, Optional.of(day));
    }
}
