package dev.tenure.lifetime;

/**
 * When in a period a client pays, which decides how many payments a lifetime has. With churn {@code c}, retention
 * {@code r = 1 - c} and discount {@code d} by the period, one unit a period is worth what stands beside each constant. The
 * order carries no meaning.
 */
public enum PaymentTiming {
    /**
     * At the beginning of each period, by everyone who is still there: {@code 1 / (1 - r/(1+d))}. The first payment is
     * certain and not discounted. Without a discount this is the common {@code 1/c}.
     */
    ADVANCE,
    /**
     * At the end of each period, by those who stayed through it: {@code r / (1+d-r)}. One payment less than in advance.
     */
    ARREARS,
    /**
     * All the time, the common shortcut: {@code 1 / (c+d)}, where churn and discount are the rates of a steady decay. For a
     * survival curve it is the area under it, discounted by {@code exp(-d*t)}. It is between the other two.
     */
    CONTINUOUS
}
