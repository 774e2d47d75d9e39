package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.estimation.ModelLikelihood;

/** The models that can be fitted to purchases at any time. The order carries no meaning. */
public enum PurchaseModelKind {
    /** {@link BgNbd}: a client may leave after any repeat purchase; who never bought again is held for a client still. */
    BG_NBD {
        @Override
        ModelLikelihood<PurchaseModel> likelihood(PurchaseSample sample) {
            return BgNbdLikelihood.of(sample);
        }
    },
    /** {@link MbgNbd}: a client may leave after any purchase, also after the first. */
    MBG_NBD {
        @Override
        ModelLikelihood<PurchaseModel> likelihood(PurchaseSample sample) {
            return MbgNbdLikelihood.of(sample);
        }
    },
    /** {@link ParetoNbd}: a client may leave at any time. */
    PARETO_NBD {
        @Override
        ModelLikelihood<PurchaseModel> likelihood(PurchaseSample sample) {
            return ParetoNbdLikelihood.of(sample);
        }
    };

    abstract ModelLikelihood<PurchaseModel> likelihood(PurchaseSample sample);
}
