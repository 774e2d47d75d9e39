package dev.tenure.lifetime.noncontractual;

/** Predictions for many clients at once, from columns. Times are in the unit of the model, rows are valid histories, and all columns have one length. */
final class PurchasePredictions {

    private PurchasePredictions() {}

    /** Fills in how likely it is that each client is still one. */
    static void probabilitiesAlive(
            PurchaseModel model, int[] repeats, double[] recency, double[] age, double[] into) {
        if (model instanceof ParetoNbd pareto) {
            for (int i = 0; i < into.length; i++) {
                into[i] = alive(pareto, repeats[i], recency[i], age[i]);
            }
        } else {
            BetaGeometricColumns.of(model, repeats, recency, age).alive(into);
        }
    }

    /** Fills in how many purchases each client is expected to make within a horizon. */
    static void expectedPurchases(
            PurchaseModel model, int[] repeats, double[] recency, double[] age, double horizon, double[] into) {
        if (model instanceof ParetoNbd pareto) {
            for (int i = 0; i < into.length; i++) {
                double rate = (pareto.r() + repeats[i]) / (pareto.alpha() + age[i]);
                into[i] = alive(pareto, repeats[i], recency[i], age[i]) * rate * pareto.timeAsClient(age[i], horizon);
            }
        } else {
            BetaGeometricColumns.of(model, repeats, recency, age).expected(horizon, into);
        }
    }

    private static double alive(ParetoNbd model, int repeats, double recency, double age) {
        return 1 / (1 + model.oddsOfLeaving(repeats, recency, age - recency));
    }
}
