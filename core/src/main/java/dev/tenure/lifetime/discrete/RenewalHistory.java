package dev.tenure.lifetime.discrete;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * All that {@link BgBb} needs to know of a client's purchases: \( (x, t_x, n) \).
 *
 * <p><b>Units.</b> Windows, counted from the one after that in which the client was won.
 *
 * <p><b>Conventions.</b> In a window there is a purchase or there is none; more than one counts once. The window of the first purchase makes the client
 * and is not counted.
 *
 * @param repeats in how many windows there was a purchase, zero or more: {@code x}
 * @param lastWindow the window of the last purchase, from 1; zero if there is none: {@code t_x}
 * @param windows how many windows were observed, not below {@code lastWindow}: {@code n}
 */
public record RenewalHistory(int repeats, int lastWindow, int windows) implements Serializable {

    /** The history of a client just won. */
    static final RenewalHistory NEW = new RenewalHistory(0, 0, 0);

    /**
     * Creates a history.
     *
     * @param repeats in how many windows there was a purchase, zero or more
     * @param lastWindow the window of the last purchase, not below {@code repeats}; zero if there is none
     * @param windows how many windows were observed, not below {@code lastWindow}
     */
    public RenewalHistory {
        check(repeats, lastWindow, windows);
    }

    /**
     * Returns a history.
     *
     * @param repeats in how many windows there was a purchase, zero or more
     * @param lastWindow the window of the last purchase, not below {@code repeats}; zero if there is none
     * @param windows how many windows were observed, not below {@code lastWindow}
     * @return the history
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static RenewalHistory of(int repeats, int lastWindow, int windows) {
        return new RenewalHistory(repeats, lastWindow, windows);
    }

    /**
     * Returns the history that a row of zeros and ones tells.
     *
     * @param purchases a character for each window after that in which the client was won, in their order: {@code '1'} with a purchase, {@code '0'}
     *     without; may be empty
     * @return the history
     * @throws IllegalArgumentException if there is another character
     */
    public static RenewalHistory ofPurchases(CharSequence purchases) {
        int repeats = 0;
        int last = 0;
        for (int i = 0; i < purchases.length(); i++) {
            char window = purchases.charAt(i);
            checkArgument(window == '0' || window == '1', "purchases must be zeros and ones: '%s'", purchases);
            if (window == '1') {
                repeats++;
                last = i + 1;
            }
        }
        return new RenewalHistory(repeats, last, purchases.length());
    }

    static void check(int repeats, int lastWindow, int windows) {
        checkArgument(repeats >= 0, "repeats must not be negative: %s", repeats);
        checkArgument(repeats > 0 || lastWindow == 0, "lastWindow must be zero without repeats: %s", lastWindow);
        checkArgument(repeats <= lastWindow, "lastWindow must not be below repeats, %s: %s", repeats, lastWindow);
        checkArgument(lastWindow <= windows, "windows must not be below lastWindow, %s: %s", lastWindow, windows);
    }
}
