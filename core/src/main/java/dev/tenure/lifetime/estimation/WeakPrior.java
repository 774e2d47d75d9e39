package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;

/**
 * What is held likely before any data, so that a small sample does not send the parameters to their bounds. The fit says what it changed.
 *
 * @param parts the priors of single quantities, independent of each other; empty for none
 */
public record WeakPrior(ImmutableList<ParameterPrior> parts) implements Serializable {

    private static final WeakPrior NONE = new WeakPrior(ImmutableList.of());

    /**
     * Returns no prior: maximum likelihood pure.
     *
     * @return no prior
     */
    public static WeakPrior none() {
        return NONE;
    }

    /**
     * Returns the priors of some quantities; nothing is held likely of the others.
     *
     * @param parts the priors
     * @return the prior
     */
    public static WeakPrior of(ParameterPrior... parts) {
        return new WeakPrior(ImmutableList.copyOf(parts));
    }
}
