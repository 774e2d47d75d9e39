package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.estimation.ModelLikelihood;

/** The likelihood of {@link BgNbd} over a sample. */
final class BgNbdLikelihood {

    private static final int CHANCES_AT_FIRST = 0;

    private BgNbdLikelihood() {}

    static ModelLikelihood<PurchaseModel> of(PurchaseSample sample) {
        return BetaGeometricLikelihood.of(
                "BG/NBD",
                sample,
                CHANCES_AT_FIRST,
                values -> new BgNbd(values[0], values[1], values[2], values[3], sample.unit()));
    }
}
