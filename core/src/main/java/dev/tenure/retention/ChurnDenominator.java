package dev.tenure.retention;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;

/**
 * What a logo churn rate is a share of. Clients on a pause that is {@link PausePolicy#CENSORED} at the end of the period are
 * left out of all of them. The order carries no meaning.
 */
public enum ChurnDenominator {
    /** The clients on the eve of the period. */
    START("lost / start") {
        @Override
        Outcome<Ratio> rate(long lost, ChurnCounts counts) {
            return over(lost, counts.openingAtRisk(), "no clients at the start");
        }
    },
    /** All who were clients at some time of the period: those on its eve, and those who joined. */
    START_PLUS_NEW("lost / (start + joined)") {
        @Override
        Outcome<Ratio> rate(long lost, ChurnCounts counts) {
            return over(lost, counts.everAtRisk(), "no clients at the start, and none joined");
        }
    },
    /** The mean of the clients on the eve of the period and of those on its last day. */
    AVERAGE("lost / ((start + end) / 2)") {
        @Override
        Outcome<Ratio> rate(long lost, ChurnCounts counts) {
            long twice = Math.addExact(counts.openingAtRisk(), counts.closingAtRisk());
            return over(Math.multiplyExact(2, lost), twice, "no clients at the start and none at the end");
        }
    },
    /**
     * Each day's losses over the clients on the eve of that day; the days' rates are added. A day without clients on its eve
     * adds nothing.
     */
    SUM_OF_DAILY_RATES("sum over days of lost / start of day") {
        @Override
        Outcome<Ratio> rate(long lost, ChurnCounts counts) {
            return counts.daily().stream()
                    .filter(day -> day.atRisk() > 0)
                    .map(day -> Ratio.of(day.lost(), day.atRisk()))
                    .reduce(Ratio::plus)
                    .map(Outcome::of)
                    .orElseGet(() -> noData("no day with clients on its eve"));
        }
    },
    /** The days that all clients together were there; the rate a client and day is multiplied by the days of the period. */
    CLIENT_DAYS("lost / client days * days") {
        @Override
        Outcome<Ratio> rate(long lost, ChurnCounts counts) {
            return over(Math.multiplyExact(lost, (long) counts.days()), counts.clientDays(), "no client days");
        }
    };

    private final String formula;

    ChurnDenominator(String formula) {
        this.formula = formula;
    }

    abstract Outcome<Ratio> rate(long lost, ChurnCounts counts);

    String formula() {
        return formula;
    }

    private static Outcome<Ratio> over(long numerator, long denominator, String detail) {
        return denominator == 0 ? noData(detail) : Outcome.of(Ratio.of(numerator, denominator));
    }

    private static Outcome<Ratio> noData(String detail) {
        return Outcome.undefined(Reason.NO_DATA, detail);
    }
}
