package dev.tenure.lifetime.noncontractual;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.Days;
import dev.tenure.internal.ResultStyle;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The histories of the clients of a ledger, one line a client, ascending by the clients' numbers. Made by {@link PurchaseLog}.
 *
 * <p>Figures are read by line, from 0 to {@link #size()} exclusive, without an object a line; a line outside is an {@link IndexOutOfBoundsException}.
 */
@ResultStyle
@Value.Immutable
public abstract class PurchaseLogResult {

    PurchaseLogResult() {}

    abstract LogQuestion question();

    abstract PurchaseColumns columns();

    abstract long rowsAfterObservation();

    /**
     * Returns what counted as a purchase.
     *
     * @return the policy
     */
    public final PurchasePolicy policy() {
        return question().policy();
    }

    /**
     * Returns the first day of the records.
     *
     * @return the day; empty if they reach back to the first client
     */
    public final Optional<LocalDate> recordsFrom() {
        return question().recordsFrom() == Days.MIN
                ? Optional.empty()
                : Optional.of(LogQuestion.day(question().recordsFrom()));
    }

    /**
     * Returns the last day that counts.
     *
     * @return the day
     */
    public final LocalDate end() {
        return LogQuestion.day(question().end());
    }

    /**
     * Returns the last day whose purchases are held out.
     *
     * @return the day; empty if none are held out
     */
    public final Optional<LocalDate> heldOutUntil() {
        return heldOutDays() == 0
                ? Optional.empty()
                : Optional.of(LogQuestion.day(question().last()));
    }

    /** Returns how many days are held out. */
    final int heldOutDays() {
        return question().last() - question().end();
    }

    /**
     * Returns how many clients are in the sample.
     *
     * @return the count, zero or more
     */
    public final int size() {
        return columns().size();
    }

    /**
     * Returns the number of a client.
     *
     * @param line the line
     * @return the number
     */
    public final long client(int line) {
        return columns().clients[checked(line)];
    }

    /**
     * Returns the line of a client.
     *
     * @param client the client's number
     * @return the line; empty if the client is not in the sample
     */
    public final Optional<Integer> lineOf(long client) {
        int line = Arrays.binarySearch(columns().clients, 0, size(), client);
        return line >= 0 ? Optional.of(line) : Optional.empty();
    }

    /**
     * Returns how many purchases followed the first one up to the end: {@code x}.
     *
     * @param line the line
     * @return the number, zero or more
     */
    public final int repeats(int line) {
        return columns().repeats[checked(line)];
    }

    /**
     * Returns the time from the first purchase to the last one up to the end: {@code t_x}.
     *
     * @param line the line
     * @return whole days, zero or more
     */
    public final int recencyDays(int line) {
        return columns().lastDays[checked(line)] - columns().firstDays[line];
    }

    /**
     * Returns the time from the first purchase to the end: {@code T}.
     *
     * @param line the line
     * @return whole days, not below the recency
     */
    public final int ageDays(int line) {
        return question().end() - columns().firstDays[checked(line)];
    }

    /**
     * Returns the day of the first purchase.
     *
     * @param line the line
     * @return the day
     */
    public final LocalDate firstDay(int line) {
        return LogQuestion.day(columns().firstDays[checked(line)]);
    }

    /**
     * Returns the day of the last purchase up to the end.
     *
     * @param line the line
     * @return the day
     */
    public final LocalDate lastDay(int line) {
        return LogQuestion.day(columns().lastDays[checked(line)]);
    }

    /**
     * Returns the sum of the amounts of the purchases that {@link PurchasePolicy#spend()} names, up to the end.
     *
     * @param line the line
     * @return minor units, exactly; divided by {@link #spendPurchases(int)} the mean spend of a purchase
     */
    public final long spend(int line) {
        return columns().spend[checked(line)];
    }

    /**
     * Returns how many purchases the spend is of.
     *
     * @param line the line
     * @return the repeat purchases, with the first one if the policy says so; zero or more
     */
    public final int spendPurchases(int line) {
        return repeats(line) + (policy().spend() == PurchasePolicy.Spend.ALL_PURCHASES ? 1 : 0);
    }

    /**
     * Returns how many purchases are held out.
     *
     * @param line the line
     * @return the number after the end, zero or more; zero if none are held out
     */
    public final int heldOutPurchases(int line) {
        return columns().heldOut[checked(line)];
    }

    /**
     * Returns the history of a client.
     *
     * @param line the line
     * @return the history
     */
    public final PurchaseHistory history(int line) {
        return new PurchaseHistory(repeats(line), Duration.ofDays(recencyDays(line)), Duration.ofDays(ageDays(line)));
    }

    /**
     * Returns what became of the rows.
     *
     * @return how many rows are of each use, zeros included, in the order of the uses; their sum is the number of rows
     */
    public final ImmutableMap<RowUse, Long> rows() {
        return Arrays.stream(RowUse.values()).collect(toImmutableMap(use -> use, this::rows));
    }

    /**
     * Returns how many rows are of a use.
     *
     * @param use the use
     * @return the number, zero or more
     */
    public final long rows(RowUse use) {
        Objects.requireNonNull(use, "use");
        return use == RowUse.AFTER_OBSERVATION
                ? rowsAfterObservation()
                : columns().rowUses.get(use);
    }

    /**
     * Returns what became of the clients.
     *
     * @return how many clients are of each use, zeros included, in the order of the uses
     */
    public final ImmutableMap<ClientUse, Long> clients() {
        return Arrays.stream(ClientUse.values()).collect(toImmutableMap(use -> use, this::clients));
    }

    /**
     * Returns how many clients are of a use.
     *
     * @param use the use
     * @return the number, zero or more
     */
    public final long clients(ClientUse use) {
        return columns().clientUses.get(Objects.requireNonNull(use, "use"));
    }

    /** Returns how many purchases of the sample were on a day, other than first ones. */
    final long purchasesOn(int epochDay) {
        return columns().byDay().on(epochDay);
    }

    /** Returns {@code x} by line. */
    final int[] repeatColumn() {
        return Arrays.copyOf(columns().repeats, size());
    }

    /** Returns {@code t_x} by line. */
    final double[] recencyColumn(ChronoUnit unit) {
        double[] column = new double[size()];
        for (int line = 0; line < column.length; line++) {
            column[line] = TimeUnits.convert(recencyDays(line), ChronoUnit.DAYS, unit);
        }
        return column;
    }

    /** Returns {@code T} by line. */
    final double[] ageColumn(ChronoUnit unit) {
        double[] column = new double[size()];
        for (int line = 0; line < column.length; line++) {
            column[line] = TimeUnits.convert(ageDays(line), ChronoUnit.DAYS, unit);
        }
        return column;
    }

    /**
     * Explains the sample.
     *
     * @return the rules, and what became of the rows and of the clients; uses without any are left out
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("clients with a purchase history")
                .formula("clients whose first purchase is not after the end")
                .value(new Quantity.Count(size()))
                .putInput("end", new Quantity.Day(end()))
                .putInput("same day", term(policy().sameDay()))
                .putInput("credit notes", term(policy().creditNotes()))
                .putInput("zero invoices", term(policy().zeroInvoices()))
                .putInput("spend", term(policy().spend()));
        recordsFrom()
                .ifPresent(day -> explanation
                        .putInput("records from", new Quantity.Day(day))
                        .putInput("older clients", term(policy().olderClients())));
        heldOutUntil().ifPresent(day -> explanation.putInput("held out until", new Quantity.Day(day)));
        rows().forEach((use, rows) -> add(explanation, "rows", use, rows));
        clients().forEach((use, clients) -> add(explanation, "clients", use, clients));
        return explanation.build();
    }

    private static void add(ExplanationBuilder explanation, String what, Enum<?> use, long count) {
        if (count > 0) {
            explanation.addPart(Explanation.builder()
                    .name(what + " " + words(use))
                    .formula("number")
                    .value(new Quantity.Count(count))
                    .build());
        }
    }

    private static Quantity term(Enum<?> option) {
        return new Quantity.Term(words(option));
    }

    private static String words(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private int checked(int line) {
        return Objects.checkIndex(line, size());
    }
}
