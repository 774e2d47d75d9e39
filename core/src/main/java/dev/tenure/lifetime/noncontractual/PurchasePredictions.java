package dev.tenure.lifetime.noncontractual;

/** Predictions for many clients at once, from columns. Times are in the unit of the model, rows are valid histories, and all columns have one length. */
final class PurchasePredictions {

    private PurchasePredictions() {}

    /** Fills in how likely it is that each client is still one. */
    static void probabilitiesAlive(PurchaseModel model, int[] repeats, double[] recency, double[] age, double[] into) {
        if (model instanceof ParetoNbd pareto) {
            ParetoNbdColumns.probabilitiesAlive(pareto, repeats, recency, age, into);
        } else {
            BetaGeometricColumns.of(model, repeats, recency, age).alive(into);
        }
    }

    /** Fills in how many purchases each client is expected to make within a horizon. */
    static void expectedPurchases(
            PurchaseModel model, int[] repeats, double[] recency, double[] age, double horizon, double[] into) {
        if (model instanceof ParetoNbd pareto) {
            ParetoNbdColumns.expectedPurchases(pareto, repeats, recency, age, horizon, into);
        } else {
            BetaGeometricColumns.of(model, repeats, recency, age).expected(horizon, into);
        }
    }
}
