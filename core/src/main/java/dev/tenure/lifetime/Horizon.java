package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * How many periods of a client's life count.
 *
 * <p><b>Conventions.</b> No horizon exceeds 1200 periods, a hundred years of months: every client leaves some day.
 */
public sealed interface Horizon extends Serializable {

    /** The longest horizon, in periods. */
    int LONGEST = 1200;

    /** The horizon of the capped value unless another is set: sixty periods, five years of months. */
    int USUAL_CAP = 60;

    /**
     * The first periods only.
     *
     * @param periods how many, from 1 to 1200
     */
    record Finite(int periods) implements Horizon {

        /**
         * Creates a horizon.
         *
         * @param periods how many, from 1 to 1200
         */
        public Finite {
            check("periods", periods);
        }

        @Override
        public int cap() {
            return periods;
        }

        @Override
        public String toString() {
            return periods + " periods";
        }
    }

    /**
     * The whole life; a second, capped value is given beside it, because the first may not exist.
     *
     * @param cap how many periods the capped value has, from 1 to 1200
     */
    record Unlimited(int cap) implements Horizon {

        /**
         * Creates a horizon.
         *
         * @param cap how many periods the capped value has, from 1 to 1200
         */
        public Unlimited {
            check("cap", cap);
        }

        @Override
        public String toString() {
            return "unlimited";
        }
    }

    /**
     * Returns how many periods the capped value has.
     *
     * @return a number from 1 to 1200
     */
    int cap();

    /**
     * Returns the horizon of the first periods.
     *
     * @param periods how many, from 1 to 1200
     * @return the horizon
     * @throws IllegalArgumentException if the number is out of range
     */
    static Horizon of(int periods) {
        return new Finite(periods);
    }

    /**
     * Returns the horizon of the whole life, with the capped value at sixty periods.
     *
     * @return the horizon
     */
    static Horizon unlimited() {
        return new Unlimited(USUAL_CAP);
    }

    /**
     * Returns the horizon of the whole life.
     *
     * @param cap how many periods the capped value has, from 1 to 1200
     * @return the horizon
     * @throws IllegalArgumentException if the number is out of range
     */
    static Horizon unlimited(int cap) {
        return new Unlimited(cap);
    }

    private static void check(String name, int periods) {
        checkArgument(periods >= 1 && periods <= LONGEST, "%s must be in [1, 1200]: %s", name, periods);
    }
}
