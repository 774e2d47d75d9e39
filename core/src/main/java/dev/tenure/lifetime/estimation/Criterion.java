package dev.tenure.lifetime.estimation;

import dev.tenure.explain.Outcome;

/** By what models fitted to the same sample are ranked; lower is better. The order carries no meaning. */
public enum Criterion {
    /** Akaike's: the model that will fit the next sample best. */
    AIC {
        @Override
        Outcome<Double> of(ModelFit<?> fit) {
            return fit.aic();
        }
    },
    /** Akaike's, corrected for small samples: to be preferred with fewer than 40 observations for each parameter. */
    AICC {
        @Override
        Outcome<Double> of(ModelFit<?> fit) {
            return fit.aicc();
        }
    },
    /** The Bayesian one: prefers simple models the more, the larger the sample. */
    BIC {
        @Override
        Outcome<Double> of(ModelFit<?> fit) {
            return fit.bic();
        }
    };

    abstract Outcome<Double> of(ModelFit<?> fit);
}
