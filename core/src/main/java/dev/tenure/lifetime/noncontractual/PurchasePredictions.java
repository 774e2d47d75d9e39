package dev.tenure.lifetime.noncontractual;

import java.time.Duration;

/** stub */
final class PurchasePredictions {
    private PurchasePredictions() {}
    static void probabilitiesAlive(PurchaseModel m, int[] x, double[] t, double[] a, double[] into) {
        for (int i = 0; i < x.length; i++) into[i] = m.probabilityAlive(PurchaseHistory.of(x[i], t[i], a[i], m.unit()));
    }
    static void expectedPurchases(PurchaseModel m, int[] x, double[] t, double[] a, double h, double[] into) {
        Duration d = Duration.ofSeconds(Math.round(h * m.unit().getDuration().toSeconds()));
        for (int i = 0; i < x.length; i++) into[i] = m.expectedPurchases(PurchaseHistory.of(x[i], t[i], a[i], m.unit()), d);
    }
}
