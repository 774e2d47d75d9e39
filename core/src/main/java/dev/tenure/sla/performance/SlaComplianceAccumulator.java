package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.client.ClientId;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * The counts that compliance is computed from: how many promises have a client, period, kind, priority, verdict and cause in
 * common. Mutable and not thread-safe: one for each thread or machine, then merge. The order of promises and of merging
 * changes nothing.
 *
 * <p>Its size is that of the combinations that occur, not of the promises, and no promise costs an object.
 */
public final class SlaComplianceAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ComplianceOptions options;
    private final PeriodIndex periods;
    private final HashMap<String, Integer> numbers = new HashMap<>();
    private final ArrayList<ClientId> clients = new ArrayList<>();
    private final KeyCounts counts = new KeyCounts();

    SlaComplianceAccumulator(ComplianceOptions options) {
        this.options = options;
        this.periods = new PeriodIndex(options.calendar(), options.zone());
    }

    /**
     * Adds one promise; if it is broken, for an unknown cause.
     *
     * @param client to whom it was made
     * @param kind what was promised
     * @param priority how urgent the ticket is
     * @param epochSecond the instant that the {@link SlaPeriodBasis} of the calculator names, in seconds since 1970, in the years
     *     -9999 to 9999
     * @param verdict where it stands
     * @throws IllegalArgumentException if the instant is out of range
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(ClientId client, SlaTargetKind kind, Priority priority, long epochSecond, SlaVerdict verdict) {
        add(client, kind, priority, epochSecond, verdict, CellKey.NO_CAUSE);
    }

    /**
     * Adds one broken promise.
     *
     * @param client to whom it was made
     * @param kind what was promised
     * @param priority how urgent the ticket is
     * @param epochSecond the instant that the {@link SlaPeriodBasis} of the calculator names, in seconds since 1970, in the years
     *     -9999 to 9999
     * @param verdict where it stands
     * @param cause what most of its time went into
     * @throws IllegalArgumentException if the instant is out of range, or the promise is not broken
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(
            ClientId client,
            SlaTargetKind kind,
            Priority priority,
            long epochSecond,
            SlaVerdict verdict,
            BreachCause cause) {
        checkArgument(
                Objects.requireNonNull(verdict, "verdict").isBroken(),
                "verdict must be that of a broken promise: %s",
                verdict);
        add(client, kind, priority, epochSecond, verdict, CellKey.cause(Objects.requireNonNull(cause, "cause")));
    }

    /**
     * Adds one promise.
     *
     * @param outcome what has become of it
     * @throws IllegalArgumentException if the instant by which it is placed is not in the years -9999 to 9999
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(SlaOutcome outcome) {
        Objects.requireNonNull(outcome, "outcome");
        add(
                outcome.client(),
                outcome.kind(),
                outcome.priority(),
                options.basis().of(outcome).getEpochSecond(),
                outcome.verdict(),
                outcome.cause().map(CellKey::cause).orElse(CellKey.NO_CAUSE));
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one places promises by another instant, calendar or zone
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public SlaComplianceAccumulator merge(SlaComplianceAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkSame("basis", options.basis(), other.options.basis());
        checkSame("calendar", options.calendar(), other.options.calendar());
        checkSame("zone", options.zone(), other.options.zone());
        for (long key : other.counts.keys()) {
            ClientId client = other.clients.get(CellKey.client(key));
            counts.add(CellKey.withClient(key, number(client)), other.counts.count(key));
        }
        return this;
    }

    /**
     * Returns the compliance of the promises so far.
     *
     * @return the compliance, a share in [0, 1] with its counts and interval; undefined where the denominator counts none
     */
    public SlaComplianceResult result() {
        return new SlaComplianceResultBuilder().options(options).cells(cells()).build();
    }

    private ImmutableMap<ComplianceCell, Long> cells() {
        List<ClientId> sorted = clients.stream().sorted().toList();
        int[] ranks = new int[sorted.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[number(sorted.get(rank))] = rank;
        }
        long[] keys = counts.keys();
        Arrays.setAll(keys, i -> CellKey.withClient(keys[i], ranks[CellKey.client(keys[i])]));
        Arrays.sort(keys);
        ImmutableMap.Builder<ComplianceCell, Long> cells = ImmutableMap.builderWithExpectedSize(keys.length);
        for (long key : keys) {
            ClientId client = sorted.get(CellKey.client(key));
            cells.put(CellKey.cell(key, client), counts.count(CellKey.withClient(key, number(client))));
        }
        return cells.buildOrThrow();
    }

    private void add(
            ClientId client, SlaTargetKind kind, Priority priority, long epochSecond, SlaVerdict verdict, int cause) {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(verdict, "verdict");
        long period = periods.of(epochSecond);
        counts.add(CellKey.of(number(client), period, kind, priority, verdict, cause), 1);
    }

    private int number(ClientId client) {
        Integer known = numbers.get(client.value());
        return known == null ? newNumber(client) : known;
    }

    private int newNumber(ClientId client) {
        int number = clients.size();
        clients.add(client);
        numbers.put(client.value(), number);
        return number;
    }

    private static void checkSame(String name, Object mine, Object others) {
        checkArgument(mine.equals(others), "%s must be %s: %s", name, mine, others);
    }
}
