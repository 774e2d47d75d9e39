package dev.tenure.revenue;

import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/** How much may be lost, with what probability. */
final class Loss {

    /** Less than this is rounding: a quantile whose probability is met up to it counts as met. */
    private static final double ROUNDING = 1e-12;

    private final LossMethod method;

    /** What is lost for certain. */
    private final ExactMoney certain;

    /** The amount of which the sums are multiples. */
    private final ExactMoney unit;

    private final long[] sums;
    private final double[] probabilities;

    /** What is lost if everybody who can leave does; points of the grid may lie beyond. */
    private final ExactMoney most;

    private Loss(LossMethod method, ExactMoney certain, ExactMoney unit, long[] sums, double[][] byScenario) {
        this.method = method;
        this.certain = certain;
        this.unit = unit;
        this.sums = sums;
        long last = method == LossMethod.EXACT ? sums[sums.length - 1] : LossSums.GRID;
        most = unit.multipliedBy(last, 1).plus(certain);
        this.probabilities = mean(byScenario);
    }

    /**
     * Returns the distribution of the loss.
     *
     * @param revenues what each client pays
     * @param scenarios by scenario, each as likely as the others, how likely each client leaves
     */
    static Loss of(CurrencyUnit currency, List<ExactMoney> revenues, double[][] scenarios) {
        int[] uncertain = IntStream.range(0, revenues.size())
                .filter(i -> revenues.get(i).signum() > 0 && scenarios[0][i] > 0 && scenarios[0][i] < 1)
                .toArray();
        ExactMoney certain = IntStream.range(0, revenues.size())
                .filter(i -> scenarios[0][i] == 1)
                .mapToObj(revenues::get)
                .reduce(ExactMoney.zero(currency), ExactMoney::plus);
        List<ExactMoney> amounts =
                Arrays.stream(uncertain).mapToObj(revenues::get).toList();
        double[][] leaving = Arrays.stream(scenarios)
                .map(scenario ->
                        Arrays.stream(uncertain).mapToDouble(i -> scenario[i]).toArray())
                .toArray(double[][]::new);
        return of(certain, amounts, leaving);
    }

    private static Loss of(ExactMoney certain, List<ExactMoney> amounts, double[][] leaving) {
        ExactMoney unit = unit(certain.currency(), amounts);
        BigInteger[] multiples = amounts.stream()
                .map(amount -> Ratio.of(amount, unit).numerator())
                .toArray(BigInteger[]::new);
        BigInteger total = Arrays.stream(multiples).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.bitLength() >= Long.SIZE) {
            return onGrid(certain, amounts, leaving);
        }
        long[] longs = Arrays.stream(multiples).mapToLong(BigInteger::longValue).toArray();
        return LossSums.exact(longs, leaving)
                .map(exact -> new Loss(LossMethod.EXACT, certain, unit, exact.sums(), exact.probabilities()))
                .orElseGet(() -> onGrid(certain, amounts, leaving));
    }

    private static Loss onGrid(ExactMoney certain, List<ExactMoney> amounts, double[][] leaving) {
        ExactMoney total = amounts.stream().reduce(ExactMoney.zero(certain.currency()), ExactMoney::plus);
        double[] steps = amounts.stream()
                .mapToDouble(amount -> LossSums.GRID * amount.dividedBy(total))
                .toArray();
        int[] order = IntStream.range(0, steps.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -steps[i] * steps[i] * leaving[0][i] * (1 - leaving[0][i])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] points = Arrays.stream(leaving)
                .map(scenario -> LossSums.grid(pick(steps, order), pick(scenario, order)))
                .toArray(double[][]::new);
        return new Loss(
                steps.length > LossSums.ON_GRID ? LossMethod.GRID_AND_NORMAL : LossMethod.GRID,
                certain,
                total.multipliedBy(1, LossSums.GRID),
                IntStream.range(0, points[0].length).asLongStream().toArray(),
                points);
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    /** The largest amount of which all are multiples. */
    private static ExactMoney unit(CurrencyUnit currency, List<ExactMoney> amounts) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (ExactMoney amount : amounts) {
            BigInteger common =
                    denominator.multiply(amount.denominator()).divide(denominator.gcd(amount.denominator()));
            numerator = numerator
                    .multiply(common.divide(denominator))
                    .gcd(amount.numerator().multiply(common.divide(amount.denominator())));
            denominator = common;
        }
        return ExactMoney.of(currency, new BigDecimal(numerator.max(BigInteger.ONE)))
                .dividedBy(new BigDecimal(denominator));
    }

    private static double[] mean(double[][] scenarios) {
        double[] mean = new double[scenarios[0].length];
        for (double[] scenario : scenarios) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += scenario[i] / scenarios.length;
            }
        }
        return mean;
    }

    LossMethod method() {
        return method;
    }

    /** Returns the smallest loss that is not exceeded with at least the given probability. */
    ExactMoney quantile(double probability) {
        int i = 0;
        double below = probabilities[0];
        while (i < sums.length - 1 && below < probability - ROUNDING) {
            below += probabilities[++i];
        }
        ExactMoney loss = unit.multipliedBy(sums[i], 1).plus(certain);
        ExactMoney possible = loss.compareTo(most) > 0 ? most : loss;
        return method == LossMethod.EXACT ? possible : ExactMoney.of(possible.toMoney(RoundingMode.HALF_UP));
    }

    double probabilityAbove(ExactMoney amount) {
        ExactMoney uncertain = amount.minus(certain);
        if (uncertain.signum() < 0) {
            return 1;
        }
        if (amount.compareTo(most) >= 0) {
            return 0;
        }
        Ratio multiple = Ratio.of(uncertain, unit);
        long limit = multiple.numerator().divide(multiple.denominator()).longValueExact();
        double above = 0;
        for (int i = sums.length - 1; i >= 0 && sums[i] > limit; i--) {
            above += probabilities[i];
        }
        return Math.min(1, above);
    }
}
