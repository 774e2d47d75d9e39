package dev.tenure.examples.report.figures;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.Interval;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.joda.money.BigMoney;

/** What the core computes, as the quantities a page shows. */
final class Shown {

    private Shown() {}

    static Quantity share(Outcome<Double> share) {
        return Explanation.quantity(share, Quantity.Share::new);
    }

    static Quantity shares(Outcome<Interval> interval) {
        return span(interval, Quantity.Share::new);
    }

    static Quantity months(double months) {
        return new Quantity.Measure(months, "months");
    }

    static Quantity months(Outcome<Double> months) {
        return Explanation.quantity(months, Shown::months);
    }

    /** Working time; the page tells it in hours and minutes. */
    static Quantity seconds(double seconds) {
        return new Quantity.Measure(seconds, "seconds");
    }

    static Quantity time(Duration time) {
        return seconds((double) time.toSeconds());
    }

    static Quantity points(double points) {
        return new Quantity.Measure(points, "points");
    }

    static Quantity number(double number) {
        return new Quantity.Measure(number, "");
    }

    /** The page tells it to three decimals, and never as zero. */
    static Quantity pValue(double value) {
        return new Quantity.Measure(value, "p-value");
    }

    static Quantity pValue(Outcome<Double> value) {
        return Explanation.quantity(value, Shown::pValue);
    }

    static Quantity day(LocalDate day) {
        return new Quantity.Day(day);
    }

    static Quantity days(int days) {
        return new Quantity.Measure(days, "days");
    }

    static Quantity term(Enum<?> option) {
        return new Quantity.Term(option.name());
    }

    static Quantity amount(ExactMoney amount) {
        return new Quantity.Amount(money(amount));
    }

    static Quantity amount(Outcome<ExactMoney> amount) {
        return Explanation.quantity(amount, Shown::amount);
    }

    static BigMoney money(ExactMoney amount) {
        return amount.toBigMoney(amount.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    static Quantity span(Outcome<Interval> interval, Function<Double, Quantity> limit) {
        return Explanation.quantity(
                interval, limits -> new Quantity.Span(limit.apply(limits.lower()), limit.apply(limits.upper())));
    }

    static Quantity amounts(Outcome<MoneyInterval> interval) {
        return Explanation.quantity(
                interval, limits -> new Quantity.Span(amount(limits.lower()), amount(limits.upper())));
    }
}
