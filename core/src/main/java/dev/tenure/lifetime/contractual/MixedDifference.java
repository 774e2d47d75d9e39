package dev.tenure.lifetime.contractual;

/**
 * A function of one number at the corners {@code b, b + s, b + a, b + a + s}, held by its differences, so that products of falling convex
 * functions lose no digits.
 *
 * @param value the function at {@code b}
 * @param byShift what it changes by from {@code b} to {@code b + s}
 * @param byParameter what it changes by from {@code b} to {@code b + a}
 * @param mixed what the one change changes by with the other
 */
record MixedDifference(double value, double byShift, double byParameter, double mixed) {

    /** Returns {@code 1 / x}. */
    static MixedDifference ofInverse(double a, double b, double s) {
        double whole = a + b;
        return new MixedDifference(
                1 / b,
                -(s / (b + s)) / b,
                -(a / whole) / b,
                (a / whole) * (s / (b + s)) * ((whole + b + s) / (whole + s)) / b);
    }

    MixedDifference times(MixedDifference other) {
        double farShift = other.byShift + other.mixed;
        double farParameter = other.byParameter + other.mixed;
        return new MixedDifference(
                value * other.value,
                byShift * (other.value + other.byShift) + value * other.byShift,
                byParameter * (other.value + other.byParameter) + value * other.byParameter,
                mixed * (other.value + other.byShift + farParameter)
                        + byParameter * farShift
                        + byShift * farParameter
                        + value * other.mixed);
    }
}
