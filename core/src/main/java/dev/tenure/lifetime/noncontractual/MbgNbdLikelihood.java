package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.estimation.ModelLikelihood;

/** The likelihood of {@link MbgNbd} over a sample. */
final class MbgNbdLikelihood {

    private static final int CHANCES_AT_FIRST = 1;

    private MbgNbdLikelihood() {}

    static ModelLikelihood<PurchaseModel> of(PurchaseSample sample) {
        return BetaGeometricLikelihood.of(
                "MBG/NBD",
                sample,
                CHANCES_AT_FIRST,
                values -> new MbgNbd(values[0], values[1], values[2], values[3], sample.unit()));
    }
}
