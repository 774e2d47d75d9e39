package dev.tenure.lifetime.discrete;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.RowCounts;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.io.Serial;
import java.io.Serializable;
import java.time.Period;
import java.util.Objects;

/**
 * The distinct histories of a sample, with how many clients have each. Mutable and not thread-safe: one for each thread or machine, then merge. The order of
 * clients and of merging changes nothing, to the last bit.
 *
 * <p>Its size is that of the distinct histories, of which there are at most \( 1 + n (n + 1) / 2 \) for {@code n} windows; adding costs no object.
 */
public final class WindowAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final Period window;
    private final RowCounts rows = new RowCounts();

    WindowAccumulator(Period window) {
        this.window = window;
    }

    /**
     * Adds a client.
     *
     * @param repeats in how many windows there was a purchase, zero or more
     * @param lastWindow the window of the last purchase, not below {@code repeats}; zero if there is none
     * @param windows how many windows were observed, not below {@code lastWindow}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public void add(int repeats, int lastWindow, int windows) {
        add(repeats, lastWindow, windows, 1);
    }

    /**
     * Adds clients with the same history.
     *
     * @param repeats in how many windows there was a purchase, zero or more
     * @param lastWindow the window of the last purchase, not below {@code repeats}; zero if there is none
     * @param windows how many windows were observed, not below {@code lastWindow}
     * @param clients how many clients, one or more
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(int repeats, int lastWindow, int windows, long clients) {
        RenewalHistory.check(repeats, lastWindow, windows);
        checkArgument(clients > 0, "clients must be positive: %s", clients);
        rows.add(repeats, lastWindow, windows, 0, clients);
    }

    /**
     * Adds a client.
     *
     * @param history the client's history
     */
    public void add(RenewalHistory history) {
        rows.add(history.repeats(), history.lastWindow(), history.windows(), 0, 1);
    }

    /**
     * Adds clients by columns.
     *
     * @param repeats in how many windows there was a purchase, by client
     * @param lastWindow the window of the last purchase, by client
     * @param windows how many windows were observed, by client
     * @throws IllegalArgumentException if the columns differ in length or a value is out of range; the clients before it are added
     */
    public void addAll(int[] repeats, int[] lastWindow, int[] windows) {
        checkLength("lastWindow", lastWindow.length, repeats.length);
        checkLength("windows", windows.length, repeats.length);
        for (int i = 0; i < repeats.length; i++) {
            add(repeats[i], lastWindow[i], windows[i]);
        }
    }

    /**
     * Adds the clients of another accumulator.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if its windows have another length
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public WindowAccumulator merge(WindowAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(window.equals(other.window), "window must be %s: %s", window, other.window);
        rows.merge(other.rows);
        return this;
    }

    /**
     * Returns the sample so far together with the model, for {@link MaximumLikelihood} and {@link DiscreteBuyTillYouDie#of(WindowAccumulator)}.
     *
     * @return the likelihood; its {@link ModelLikelihood#problem()} says whether the sample can determine the model
     */
    public ModelLikelihood<BgBb> result() {
        return BgBbLikelihood.of(RenewalSample.of(rows.sorted()), window);
    }

    static void checkLength(String name, int length, int expected) {
        checkArgument(length == expected, "%s must have %s values: %s", name, expected, length);
    }
}
