package dev.tenure.lifetime.discrete;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.Days;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Who bought in which window, from the rows of a log. Mutable and not thread-safe: one for each thread or machine, then merge; the rows of a client may be
 * spread over them. The order of rows and of merging changes nothing.
 *
 * <p><b>Conventions.</b> The window of a client's first purchase makes the client; those after it are observed. A purchase on a day after the last whole
 * window is ignored and counted: its window is not over. One before the first window is refused, because it would make somebody a new client who is none: a
 * log is to begin with the first day, or those who bought before are to be left out.
 *
 * <p>It holds 24 bytes or more for each window in which a client bought.
 */
public final class WindowLogAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final RenewalWindows windows;
    private final int[] bounds;
    private final ClientWindows purchases = new ClientWindows();
    private long ignored;

    WindowLogAccumulator(RenewalWindows windows) {
        this.windows = windows;
        bounds = windows.bounds();
    }

    /**
     * Adds a purchase.
     *
     * @param clientKey the client's number
     * @param epochDay the day of the purchase, not before the first window
     * @throws IllegalArgumentException if the day is before the first window or not in the years 0 to 9999
     */
    public void add(long clientKey, int epochDay) {
        Days.check("epochDay", epochDay);
        if (epochDay < bounds[0]) {
            throw new IllegalArgumentException("epochDay must not be before the first window, " + windows.firstDay()
                    + ": " + LocalDate.ofEpochDay(epochDay));
        }
        if (epochDay >= bounds[bounds.length - 1]) {
            ignored = Math.addExact(ignored, 1);
            return;
        }
        int found = Arrays.binarySearch(bounds, epochDay);
        purchases.add(clientKey, found >= 0 ? found : -found - 2);
    }

    /**
     * Adds purchases by columns.
     *
     * @param clientKeys the clients' numbers, by purchase
     * @param epochDays the days, by purchase
     * @throws IllegalArgumentException if the columns differ in length or a day is out of range; the purchases before it are added
     */
    public void addAll(long[] clientKeys, int[] epochDays) {
        WindowAccumulator.checkLength("epochDays", epochDays.length, clientKeys.length);
        for (int i = 0; i < clientKeys.length; i++) {
            add(clientKeys[i], epochDays[i]);
        }
    }

    /**
     * Adds the purchases of another accumulator; a client in both is one client.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if it has other windows
     */
    @CanIgnoreReturnValue
    public WindowLogAccumulator merge(WindowLogAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(windows.equals(other.windows), "windows must be %s: %s", windows, other.windows);
        ignored = Math.addExact(ignored, other.ignored);
        purchases.merge(other.purchases);
        return this;
    }

    /**
     * Returns the windows.
     *
     * @return the windows
     */
    public RenewalWindows windows() {
        return windows;
    }

    /**
     * Returns how many purchases were ignored because their window is not over.
     *
     * @return the number of rows, zero or more
     */
    public long ignored() {
        return ignored;
    }

    /**
     * Returns a client's history.
     *
     * @param clientKey the client's number
     * @return the history up to the end of the last window; empty if the client bought in none
     */
    public Optional<RenewalHistory> history(long clientKey) {
        int first = -1;
        int last = -1;
        int bought = 0;
        for (int window = 0; window < windows.count(); window++) {
            if (purchases.contains(clientKey, window)) {
                first = bought == 0 ? window : first;
                last = window;
                bought++;
            }
        }
        return bought == 0
                ? Optional.empty()
                : Optional.of(RenewalHistory.of(bought - 1, last - first, windows.count() - 1 - first));
    }

    /**
     * Returns the histories of all clients so far.
     *
     * @return a sample, for {@link DiscreteBuyTillYouDie#of(WindowAccumulator)}
     */
    public WindowAccumulator result() {
        WindowAccumulator histories = new WindowAccumulator(windows.length());
        purchases.forEachClient(
                (first, last, bought) -> histories.add(bought - 1, last - first, windows.count() - 1 - first));
        return histories;
    }
}
