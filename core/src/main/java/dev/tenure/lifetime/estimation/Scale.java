package dev.tenure.lifetime.estimation;

/** The scale on which a figure has no bounds, so that its interval is drawn there and stays within what is possible. */
public enum Scale {
    /** The figure itself, for one that can be any number. */
    IDENTITY {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double from(double position) {
            return position;
        }

        @Override
        double slope(double value) {
            return 1;
        }
    },
    /** The logarithm, for a figure above zero. */
    LOGARITHM {
        @Override
        double to(double value) {
            return Math.log(value);
        }

        @Override
        double from(double position) {
            return Math.exp(position);
        }

        @Override
        double slope(double value) {
            return 1 / value;
        }
    },
    /** The logarithm of the odds, for a share in (0, 1). */
    LOGIT {
        @Override
        double to(double value) {
            return Math.log(value) - Math.log1p(-value);
        }

        @Override
        double from(double position) {
            return 1 / (1 + Math.exp(-position));
        }

        @Override
        double slope(double value) {
            return 1 / (value * (1 - value));
        }
    };

    /** The share of which a boundary leaves no more than this to its end is the end. */
    private static final double END = 1e-7;

    /** Tells whether a figure that is finite has a place on the scale, the ends of its range included. */
    boolean includes(double value) {
        return switch (this) {
            case IDENTITY -> true;
            case LOGARITHM -> value >= 0;
            case LOGIT -> value >= 0 && value <= 1;
        };
    }

    /** Returns the end of the scale for a share that is as near to it as a search for a highest likelihood at a boundary goes. */
    double atBoundary(double value) {
        if (this != LOGIT || Double.isNaN(value)) {
            return value;
        }
        double low = value < END ? 0 : value;
        return low > 1 - END ? 1 : low;
    }

    /** Returns what a figure tends to as its position grows without bound, or falls. */
    String end(boolean up) {
        return switch (this) {
            case IDENTITY -> up ? "infinity" : "minus infinity";
            case LOGARITHM -> up ? "infinity" : "0";
            case LOGIT -> up ? "1" : "0";
        };
    }

    abstract double to(double value);

    abstract double from(double position);

    /** Returns the derivative of {@link #to}. */
    abstract double slope(double value);
}
