package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/** How the interval of a parameter or of a prediction is found. */
public sealed interface IntervalMethod extends Serializable {

    /**
     * Returns the method that holds its level in small samples too: all values that a likelihood-ratio test does not reject.
     *
     * @return the method
     */
    static IntervalMethod profileLikelihood() {
        return new ProfileLikelihood();
    }

    /**
     * Returns the method by the parabola at the estimate, right for large samples and the fastest.
     *
     * @return the method
     */
    static IntervalMethod delta() {
        return new Delta();
    }

    /**
     * Returns the method by samples drawn from the sample, with the model fitted to each.
     *
     * @param replicates how many samples, at least 100
     * @param seed where the sequence of random numbers begins; the same seed gives the same interval
     * @return the method
     * @throws IllegalArgumentException if there are fewer than 100 replicates
     */
    static IntervalMethod bootstrap(int replicates, long seed) {
        return new Bootstrap(replicates, seed);
    }

    /** All values that a likelihood-ratio test does not reject. */
    record ProfileLikelihood() implements IntervalMethod {}

    /** The estimate and its standard error, on a scale without bounds. */
    record Delta() implements IntervalMethod {}

    /**
     * The quantiles of what is estimated from samples drawn from the sample.
     *
     * @param replicates how many samples, at least 100
     * @param seed where the sequence of random numbers begins
     */
    record Bootstrap(int replicates, long seed) implements IntervalMethod {

        private static final int FEWEST = 100;

        /**
         * Creates a method.
         *
         * @param replicates how many samples, at least 100
         * @param seed where the sequence of random numbers begins
         */
        public Bootstrap {
            checkArgument(replicates >= FEWEST, "replicates must be at least 100: %s", replicates);
        }
    }
}
