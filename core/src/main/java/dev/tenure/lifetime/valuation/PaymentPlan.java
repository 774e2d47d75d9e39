package dev.tenure.lifetime.valuation;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.PaymentTiming;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days on which a client renews and pays.
 *
 * @param asOf the day to which payments are discounted
 * @param begin the day from which renewals are counted
 * @param renewal the time from one renewal to the next
 * @param done how many renewals since that day the client is through when the payments begin
 * @param first the day of the first payment
 * @param every the time between two payments
 * @param timing whether a payment is for the time that begins with it or for the time that ends
 */
record PaymentPlan(
        LocalDate asOf,
        LocalDate begin,
        Period renewal,
        int done,
        LocalDate first,
        Period every,
        PaymentTiming timing) {

    /**
     * Returns the plan of a client who is through so many renewals since a day. It is counted from the last of them that falls on the same day of the
     * month, which changes no date and lets clients who began at different times share a plan.
     */
    static PaymentPlan of(LocalDate asOf, LocalDate begin, Period renewal, int done, Retainer retainer) {
        int skipped = done;
        while (begin.plus(renewal.multipliedBy(skipped)).getDayOfMonth() != begin.getDayOfMonth()
                && renewal.toTotalMonths() > 0) {
            skipped--;
        }
        return new PaymentPlan(
                asOf,
                begin.plus(renewal.multipliedBy(skipped)),
                renewal,
                done - skipped,
                retainer.nextPayment(),
                retainer.every(),
                retainer.timing());
    }

    /** Returns how many renewals there are after a day up to another, that one included. */
    static int through(LocalDate begin, Period renewal, LocalDate day) {
        int renewals = 0;
        while (!begin.plus(renewal.multipliedBy(renewals + 1)).isAfter(day)) {
            renewals++;
        }
        return renewals;
    }

    /** Returns the day of a payment, the first being number 0. */
    LocalDate payment(int number) {
        return first.plus(every.multipliedBy(number));
    }

    /** Returns the day of a renewal, the first one that is still to come being number 1. */
    LocalDate renewal(int number) {
        return begin.plus(renewal.multipliedBy(done + number));
    }

    double factor(LocalDate day, DiscountRate discount) {
        return Math.exp(-discount.forceBy(ChronoUnit.DAYS) * ChronoUnit.DAYS.between(asOf, day));
    }

    boolean counts(LocalDate day, Optional<LocalDate> end) {
        return end.map(last -> timing == PaymentTiming.ARREARS ? !day.isAfter(last) : day.isBefore(last))
                .orElse(true);
    }
}
