package dev.tenure.survival;

import com.google.common.collect.ImmutableList;

/** Greenwood's variances. */
final class Greenwood {

    private Greenwood() {}

    static double[] logVariances(ImmutableList<Exits> exits) {
        double[] variances = new double[exits.size()];
        double sum = 0;
        for (int i = 0; i < variances.length; i++) {
            sum += exits.get(i).greenwoodTerm();
            variances[i] = sum;
        }
        return variances;
    }

    static double areaVariance(ImmutableList<SurvivalStep> steps, double horizon) {
        double[] right = Area.toTheRight(steps, horizon);
        double sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            sum += right[i] * right[i] * steps.get(i).exits().greenwoodTerm();
        }
        return sum;
    }
}
