package dev.tenure.survival;

import com.google.common.collect.ImmutableList;

/**
 * Variances by the infinitesimal jackknife, of observations seen from the start: the sum of the squares of each observation's
 * weight times its influence, the derivative of the estimate by that weight.
 *
 * <p>The influence on the logarithm of the share at a time is, with {@code A} the sum of {@code d / (n (n - d))} up to then, minus
 * {@code A} for who is still at risk, minus the {@code A} of its last time for who was last seen, and {@code 1 / (n - d)} more than that
 * for who ended.
 */
final class Jackknife {

    private Jackknife() {}

    static double[] logVariances(ImmutableList<Exits> exits) {
        double[] variances = new double[exits.size()];
        double[] squaresAfter = squaresAfter(exits);
        double a = 0;
        double gone = 0;
        for (int i = 0; i < variances.length; i++) {
            Exits exit = exits.get(i);
            a += exit.greenwoodTerm();
            gone += exit.endedSquares() * square(a - jump(exit)) + exit.censoredSquares() * square(a);
            variances[i] = gone + squaresAfter[i] * square(a);
        }
        return variances;
    }

    static double areaVariance(ImmutableList<SurvivalStep> steps, double horizon) {
        double[] right = Area.toTheRight(steps, horizon);
        double a = 0;
        double sum = 0;
        double influence = 0;
        double time = 0;
        double survival = 1;
        for (int i = 0; i < steps.size(); i++) {
            Exits exit = steps.get(i).exits();
            double end = Math.min(exit.time(), horizon);
            influence += a * survival * (end - time);
            // right of the horizon right[i] is 0: only what came before counts
            a += exit.greenwoodTerm();
            sum += exit.endedSquares() * square(influence + (a - jump(exit)) * right[i])
                    + exit.censoredSquares() * square(influence + a * right[i]);
            time = end;
            survival = steps.get(i).survival();
        }
        return sum;
    }

    private static double jump(Exits exit) {
        return exit.isLast() ? 0 : 1 / (exit.atRisk() - exit.endedWeight());
    }

    private static double[] squaresAfter(ImmutableList<Exits> exits) {
        double[] after = new double[exits.size()];
        for (int i = after.length - 2; i >= 0; i--) {
            after[i] = after[i + 1] + exits.get(i + 1).squares();
        }
        return after;
    }

    private static double square(double x) {
        return x * x;
    }
}
