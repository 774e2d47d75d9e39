package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.noncontractual.PurchasePolicy.OlderClients;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.SameDay;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.Spend;
import dev.tenure.lifetime.noncontractual.PurchasePolicy.ZeroInvoices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules of a purchase log applied client by client with lists of objects, as slowly as they read. */
final class NaiveLog {

    private NaiveLog() {}

    /** Returns a line of text a client: number, repeats, first day, last day, spend, held out. */
    static List<String> lines(
            List<Invoice> rows, PurchasePolicy policy, LocalDate from, LocalDate end, LocalDate last) {
        List<String> lines = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(Invoice::client, TreeMap::new, Collectors.toList()))
                .forEach((client, theirs) -> {
                    boolean older = theirs.stream().anyMatch(row -> row.day().isBefore(from));
                    List<Invoice> before = purchases(between(theirs, from, end), policy);
                    List<Invoice> after = purchases(between(theirs, end.plusDays(1), last), policy);
                    if (!before.isEmpty() && !(older && policy.olderClients() == OlderClients.LEFT_OUT)) {
                        lines.add(line(client, before, after.size(), policy));
                    }
                });
        return lines;
    }

    private static String line(long client, List<Invoice> before, int after, PurchasePolicy policy) {
        LocalDate first = before.get(0).day();
        long spend = before.stream().mapToLong(Invoice::minorUnits).sum();
        if (policy.spend() == Spend.REPEAT_PURCHASES) {
            spend -= before.stream()
                    .filter(row -> row.day().equals(first))
                    .mapToLong(Invoice::minorUnits)
                    .min()
                    .orElseThrow();
        }
        return client + ": " + (before.size() - 1) + " " + first + " "
                + before.get(before.size() - 1).day() + " " + spend + " " + after;
    }

    private static List<Invoice> between(List<Invoice> rows, LocalDate from, LocalDate to) {
        return rows.stream()
                .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
                .sorted(Comparator.comparing(Invoice::day).thenComparing(row -> -row.minorUnits()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Invoice> purchases(List<Invoice> rows, PurchasePolicy policy) {
        if (policy.zeroInvoices() == ZeroInvoices.IGNORED) {
            rows.removeIf(row -> row.minorUnits() == 0);
        }
        List<Invoice> left = switch (policy.creditNotes()) {
            case COUNTED -> rows;
            case IGNORED -> rows.stream().filter(row -> row.minorUnits() >= 0).toList();
            case CANCEL_EQUAL_INVOICE -> cancelled(rows);
            case NETTED_SAME_DAY -> netted(rows);
        };
        return policy.sameDay() == SameDay.EACH ? left : byDay(left);
    }

    private static List<Invoice> cancelled(List<Invoice> rows) {
        List<Invoice> left = new ArrayList<>();
        for (Invoice row : rows) {
            if (row.minorUnits() >= 0) {
                left.add(row);
                continue;
            }
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).minorUnits() == -row.minorUnits()) {
                    left.remove(i);
                    break;
                }
            }
        }
        return left;
    }

    private static List<Invoice> netted(List<Invoice> rows) {
        List<Invoice> left = new ArrayList<>();
        days(rows).forEach((day, ofDay) -> {
            long net = ofDay.stream().mapToLong(Invoice::minorUnits).sum();
            boolean hasInvoice = ofDay.stream().anyMatch(row -> row.minorUnits() >= 0);
            boolean hasCredit = ofDay.stream().anyMatch(row -> row.minorUnits() < 0);
            if (hasInvoice && (net > 0 || !hasCredit)) {
                left.add(Invoice.of(ofDay.get(0).client(), day, net));
            }
        });
        return left;
    }

    private static List<Invoice> byDay(List<Invoice> rows) {
        return days(rows).entrySet().stream()
                .map(entry -> Invoice.of(
                        entry.getValue().get(0).client(),
                        entry.getKey(),
                        entry.getValue().stream().mapToLong(Invoice::minorUnits).sum()))
                .toList();
    }

    private static TreeMap<LocalDate, List<Invoice>> days(List<Invoice> rows) {
        return rows.stream().collect(Collectors.groupingBy(Invoice::day, TreeMap::new, Collectors.toList()));
    }
}
