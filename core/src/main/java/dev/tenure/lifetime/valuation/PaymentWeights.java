package dev.tenure.lifetime.valuation;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.contractual.RenewalTiming;
import dev.tenure.lifetime.contractual.RetentionModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The discounted payments of a plan, gathered by how many more renewals each of them needs: all that a model of retention has to be asked for.
 *
 * <p>Without an end, payments are followed day by day for 400 years, after which the calendar repeats itself, or until they are worth nothing. What
 * comes later is taken at renewals that are equally far apart, with the mean weight and the mean place of the payments of those 400 years, so that only
 * differences of a few days at that distance are lost.
 *
 * @param weights the sum of discount factors of the payments after so many more renewals
 * @param next the weight of the renewal after the last one; zero if there is none
 * @param shift by how many renewals the payments are later than those of equal weights, times {@code next}
 */
record PaymentWeights(ImmutableDoubleArray weights, double next, double shift) {

    static final PaymentWeights NONE = new PaymentWeights(ImmutableDoubleArray.of(), 0, 0);

    private static final int CYCLE_YEARS = 400;
    private static final int MOST_RENEWALS = 4800;
    private static final double NOTHING = 1e-18;

    static PaymentWeights of(PaymentPlan plan, DiscountRate discount, Optional<LocalDate> end) {
        double[] weights = new double[MOST_RENEWALS + 1];
        LocalDate last = plan.begin().isAfter(plan.asOf()) ? plan.begin() : plan.asOf();
        LocalDate stop = last.plusYears(CYCLE_YEARS);
        int renewals = 0;
        LocalDate renewal = plan.renewal(1);
        for (int number = 0; ; number++) {
            LocalDate day = plan.payment(number);
            double factor = plan.factor(day, discount);
            if (!plan.counts(day, end) || factor < NOTHING) {
                return new PaymentWeights(head(weights, renewals), 0, 0);
            }
            while (!renewal.isAfter(day)) {
                renewals++;
                renewal = plan.renewal(renewals + 1);
            }
            if (end.isEmpty() && renewals > 1 && (renewals > MOST_RENEWALS || day.isAfter(stop))) {
                return endless(weights, Math.min(renewals, MOST_RENEWALS + 1), discount.factor(plan.renewal()));
            }
            weights = room(weights, renewals);
            weights[renewals] += factor;
        }
    }

    /** Returns the expected payments of a client; infinite if they have no end. */
    double expected(SurvivalTable survival, DiscountRate discount) {
        double sum = 0;
        for (int i = 0; i < weights.length(); i++) {
            sum += weights.get(i) * survival.after(i);
        }
        return next == 0 ? sum : sum + later(survival.model, survival.through, discount);
    }

    /** Returns the weights times a factor together with others of the same discount. */
    PaymentWeights plus(PaymentWeights other, double factor) {
        double[] sums = Arrays.copyOf(weights.toArray(), Math.max(weights.length(), other.weights.length()));
        for (int i = 0; i < other.weights.length(); i++) {
            sums[i] += factor * other.weights.get(i);
        }
        return new PaymentWeights(
                ImmutableDoubleArray.copyOf(sums), next + factor * other.next, shift + factor * other.shift);
    }

    private double later(RetentionModel model, int through, DiscountRate discount) {
        int last = weights.length() - 1;
        double sum = after(model, through, last, discount);
        return sum == Double.POSITIVE_INFINITY
                ? next * sum
                : next * sum + shift * (after(model, through, last + 1, discount) - sum);
    }

    /** Returns the payments of equal weights from the renewal after some on, discounted to it. */
    private static double after(RetentionModel model, int through, int renewals, DiscountRate discount) {
        return model.survivalGiven(through, renewals)
                * model.discountedResidualLifetime(through + renewals, RenewalTiming.BEFORE_RENEWAL, discount)
                        .toOptional()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns weights that go on: of the periods before the first renewal nothing is known of the later ones. */
    private static PaymentWeights endless(double[] weights, int length, double factor) {
        double power = 1;
        double powers = 0;
        double places = 0;
        double sum = 0;
        double moment = 0;
        for (int i = 1; i < length; i++) {
            power *= factor;
            powers += power;
            places += i * power;
            sum += weights[i];
            moment += i * weights[i];
        }
        double mean = sum / powers;
        double next = mean * power * factor;
        return new PaymentWeights(head(weights, length - 1), next, next * (moment - mean * places) / sum);
    }

    private static ImmutableDoubleArray head(double[] weights, int last) {
        return ImmutableDoubleArray.copyOf(Arrays.copyOf(weights, last + 1));
    }

    private static double[] room(double[] weights, int index) {
        return index < weights.length ? weights : Arrays.copyOf(weights, 2 * index);
    }
}
