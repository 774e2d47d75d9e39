package dev.tenure.lifetime.noncontractual;

/**
 * How many purchases BG/NBD and MBG/NBD expect of a client who is still one, within a horizon and each discounted from its own moment.
 *
 * <p>He buys at the rate \( \frac{A}{\beta} E_p[(1 + p t / \beta)^{-A - 1}] \), a mean over nodes that are the same at all times. Times are integrated over
 * in \( v = \log(1 + k t) \), with {@code k} not below the scale of any factor, so that nothing is nearer to a singularity than \( \pi \); panels are so short that
 * the integrand changes by a few powers of e only.
 */
final class DiscountedStream {

    private static final GaussLegendre RULE = GaussLegendre.of(12);
    private static final double LONGEST_PANEL = 2.5;
    /** By how many powers of e the integrand may change in a panel. */
    private static final double FOLDS = 12;
    /** Beyond this product of force and time nothing is worth a digit. */
    private static final double NOTHING = 60;

    private static final double PRECISION = 1e-15;

    private final BetaGeometric state;
    private final double force;
    private final double horizon;
    private final BetaNodes nodes;
    private final double inverseScale;

    private DiscountedStream(BetaGeometric state, double force, double horizon) {
        this.state = state;
        this.force = force;
        this.horizon = horizon;
        double farthest = horizon / state.scale();
        nodes = BetaNodes.of(state.a(), state.b(), state.purchases(farthest));
        double bend = 1 + (state.shape() + 1) / (state.a() + state.b() + 1);
        inverseScale = 1 / (bend / state.scale() + force);
    }

    /** Returns the stream for a force and a horizon above zero. */
    static DiscountedStream of(BetaGeometric state, double force, double horizon) {
        return new DiscountedStream(state, force, Math.min(horizon, NOTHING / force));
    }

    /** Returns how many purchases are expected, discounted. */
    double value() {
        double end = Math.log1p(horizon / inverseScale);
        double sum = 0;
        double from = 0;
        double share = 1;
        // what is left is no more than if the rate stayed what it is
        while (from < end && share * Math.exp(-force * time(from)) > PRECISION * force * sum) {
            double until = Math.min(end, from + longest(from, share));
            sum += panel(from, until);
            from = until;
            share = share(time(from));
        }
        return state.shape() / state.scale() * sum;
    }

    private double time(double v) {
        return inverseScale * Math.expm1(v);
    }

    private double share(double time) {
        return nodes.mean(state.share(time / state.scale(), state.shape() + 1));
    }

    private double longest(double from, double share) {
        double time = time(from);
        double slope = (time + inverseScale) * (force + decline(time, share));
        return Math.min(LONGEST_PANEL, FOLDS / (slope + 4 * Math.sqrt(slope)));
    }

    /** Returns the relative fall of the rate, by the unit of time. */
    private double decline(double time, double share) {
        double order = state.shape() + 1;
        if (time == 0) {
            return order / state.scale() * state.a() / (state.a() + state.b());
        }
        double next = nodes.mean(state.share(time / state.scale(), order + 1));
        return order * Math.max(0, 1 - next / share) / time;
    }

    private double panel(double from, double until) {
        double sum = 0;
        for (int i = 0; i < RULE.size(); i++) {
            double time = time(from + RULE.node(i) * (until - from));
            sum += RULE.weight(i) * (time + inverseScale) * Math.exp(-force * time) * share(time);
        }
        return sum * (until - from);
    }
}
