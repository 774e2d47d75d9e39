package dev.tenure.lifetime.discrete;

/**
 * Ratios of rising factorials \( (a)_m = a (a + 1) \cdots (a + m - 1) \), from which every figure of {@link BgBb} is made: they keep their digits where
 * differences of {@code log Gamma} lose them.
 */
final class RisingFactorials {

    /** From here on the sum is an integral with three corrections, to the last digits. */
    private static final double SMOOTH_FROM = 64;
    /** Up to here the sum is taken as it stands. */
    private static final int FEW = 128;

    /** The nodes above the middle and the weights of Gauss's rule with ten points in [-1, 1]. */
    private static final double[] NODES = {
        0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };

    private static final double[] WEIGHTS = {
        0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814
    };

    private RisingFactorials() {}

    /** Returns the logarithm of {@code (a)_m / (a + h)_m}; zero or less for a positive {@code h}. */
    static double logShare(double a, double h, long m) {
        return 0 - h * meanLog(a, h, m);
    }

    /**
     * Returns the sum of \( \prod_{k<j} (d + k) / (c + d + k) \) over {@code j} from 1 to {@code m}: how many of {@code m} steps somebody is expected to
     * survive who fails in each with the same probability, drawn from a beta distribution with parameters {@code c} and {@code d}.
     */
    static double survived(double c, double d, long m) {
        if (m == 0) {
            return 0;
        }
        double first = d / (c + d);
        double h = c - 1;
        double mean = meanLog(d + 2, h, m - 1);
        double exponent = h * mean;
        // (1 - exp(-h mean)) / h, of which h = 0 is no special case
        double rest = exponent == 0 ? mean : -Math.expm1(-exponent) / exponent * mean;
        return first * (1 + (d + 1) * rest);
    }

    /** Returns the sum of {@code log(1 + h / (a + k)) / h} over {@code k} from 0 below {@code m}; its limit for {@code h = 0}. */
    static double meanLog(double a, double h, long m) {
        long steps = m <= FEW ? m : Math.max(0, (long) Math.ceil(SMOOTH_FROM - a));
        double sum = 0;
        for (long k = 0; k < steps; k++) {
            sum += term(a + k, h);
        }
        return m == steps ? sum : sum + smooth(a + steps - 0.5, a + m - 0.5, h);
    }

    private static double term(double z, double h) {
        double share = h / z;
        if (share > 1) {
            return (Math.log(z + h) - Math.log(z)) / h;
        }
        return share == 0 ? 1 / z : Math.log1p(share) / share / z;
    }

    /** The sum over the middles of the steps between two large numbers, by Euler and Maclaurin. */
    private static double smooth(double from, double to, double h) {
        double sum = correction(to, h) - correction(from, h);
        double lower = from;
        while (lower < to) {
            double upper = Math.min(2 * lower, to);
            sum += integral(lower, upper, h);
            lower = upper;
        }
        return sum;
    }

    private static double integral(double from, double to, double h) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (term(middle - half * NODES[i], h) + term(middle + half * NODES[i], h));
        }
        return half * sum;
    }

    private static double correction(double z, double h) {
        double p = 1 / z;
        double q = 1 / (z + h);
        double first = p * q;
        double third = 2 * first * (p * p + first + q * q);
        double fifth = 24 * first * (p * p * (p * p + first + q * q) + first * q * q + q * q * q * q);
        return first / 24 - 7 * third / 5760 + 31 * fifth / 967_680;
    }
}
