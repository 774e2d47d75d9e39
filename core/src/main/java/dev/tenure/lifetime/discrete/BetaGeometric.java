package dev.tenure.lifetime.discrete;

/** What follows from drop-out alone: each client leaves before a window with his own probability, drawn from a beta distribution. */
final class BetaGeometric {

    /** The widest step of the trapezoidal rule that loses nothing: the integrand is smooth at a distance of half of pi from the real line. */
    private static final double WIDEST_STEP = 0.25;
    /** As much of the standard deviation of the weight. */
    private static final double STEP = 0.5;
    /** Beyond this distance from where they bend, the functions are exponential to the last digit. */
    private static final double REACH = 40;

    private static final double NEGLIGIBLE = 1e-18;

    private BetaGeometric() {}

    /**
     * Returns the sum of the probabilities to survive {@code j} windows, discounted by {@code exp(-force j)}, over all {@code j} from 1 on; infinite if
     * it has no end.
     *
     * <p>It is the expectation of \( v (1 - \theta) / (1 - v + v \theta) \). The trapezoidal rule in the log odds of the probability gives it
     * as a ratio of two sums of positive terms.
     */
    static double discounted(double gamma, double delta, double force) {
        if (force == 0) {
            return gamma > 1 ? delta / (gamma - 1) : Double.POSITIVE_INFINITY;
        }
        return Math.exp(-force) * delta / (gamma + delta) * new Mean(gamma, delta + 1, force).value();
    }

    /** The mean of {@code 1 / (1 - v + v theta)} for a beta distribution of {@code theta}. */
    private static final class Mean {

        private final double gamma;
        private final double delta;
        private final double factor;
        private final double loss;
        private final double peak;
        private final double highest;
        private final double step;
        private double above;
        private double below;

        Mean(double gamma, double delta, double force) {
            this.gamma = gamma;
            this.delta = delta;
            factor = Math.exp(-force);
            loss = -Math.expm1(-force);
            peak = Math.log(gamma) - Math.log(delta);
            highest = logWeight(peak);
            step = Math.min(WIDEST_STEP, STEP * Math.sqrt(1 / gamma + 1 / delta));
        }

        double value() {
            rightwards();
            leftwards();
            return above / below;
        }

        private void rightwards() {
            double weight = 1;
            for (int i = 0; weight > NEGLIGIBLE * below; i++) {
                weight = add(peak + i * step);
            }
        }

        private void leftwards() {
            double end = Math.min(peak, Math.log(loss)) - REACH;
            double decline = Math.expm1(gamma * step);
            double least = Math.min(1, decline) * loss * NEGLIGIBLE;
            double weight = 1;
            for (int i = 1; weight > least * above && peak - i * step > end; i++) {
                weight = add(peak - i * step);
            }
            // what is left is a geometric series, or nothing
            above += weight / decline / loss;
            below += weight / decline;
        }

        private double add(double logOdds) {
            double weight = Math.exp(logWeight(logOdds) - highest);
            double theta = 1 / (1 + Math.exp(-logOdds));
            above += weight / (loss + factor * theta);
            below += weight;
            return weight;
        }

        private double logWeight(double logOdds) {
            return -gamma * softPlus(-logOdds) - delta * softPlus(logOdds);
        }

        /** Returns {@code log(1 + exp(x))}, which is {@code x} itself where that is large. */
        private static double softPlus(double x) {
            return x > REACH ? x : Math.log1p(Math.exp(x));
        }
    }
}
