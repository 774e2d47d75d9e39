package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.InvoiceColumns;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.ClientLifespan;
import dev.tenure.lifetime.ClientLifespanAccumulator;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.PresenceAccumulator;
import java.util.Arrays;
import java.util.Optional;

/**
 * The spells of clients by their invoices alone: a client is there from an invoice until there has been none for some days, and
 * counts as gone on the day on which that becomes known.
 */
final class InvoiceSpells {

    private final Facts facts;
    private final int inactiveAfter;
    private final int asOf;
    private final PresenceAccumulator presence = ClientPresence.accumulator();
    private final ClientLifespanAccumulator lifespans =
            ClientLifespan.withDefaults().accumulator();

    InvoiceSpells(Facts facts, int inactiveAfter) {
        this.facts = facts;
        this.inactiveAfter = inactiveAfter;
        this.asOf = Math.toIntExact(facts.asOf().toEpochDay());
    }

    Tenures tenures() {
        int[] ends = countsByClient();
        int[] days = daysByClient(ends);
        for (int client = 0; client < facts.keys().size(); client++) {
            int from = client == 0 ? 0 : ends[client - 1];
            if (from < ends[client]) {
                Arrays.sort(days, from, ends[client]);
                add(client, days, from, ends[client]);
            }
        }
        return new Tenures(
                presence.result(),
                lifespans.result(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableMap.of(
                        "client while",
                        new Quantity.Term("invoices come"),
                        "lifespan",
                        new Quantity.Term("first to last invoice"),
                        "gone after silence of",
                        Shown.days(inactiveAfter)),
                Optional.of(Text.phrase("warning.silence", Text.of(Shown.days(inactiveAfter)))));
    }

    /** Adds the invoices of a client, in the order of days. */
    private void add(int client, int[] days, int from, int to) {
        int start = days[from];
        for (int i = from + 1; i < to; i++) {
            if (days[i] - days[i - 1] > inactiveAfter) {
                presence.add(client, start, days[i - 1] + inactiveAfter);
                start = days[i];
            }
        }
        int last = days[to - 1];
        boolean gone = last + inactiveAfter < asOf;
        if (gone) {
            presence.add(client, start, last + inactiveAfter);
        } else {
            presence.addOngoing(client, start);
        }
        lifespans.add(days[from], gone ? last : asOf, gone);
    }

    /** Returns where the days of each client end, if all days stand in one row. */
    private int[] countsByClient() {
        InvoiceColumns invoices = facts.invoices();
        int[] ends = new int[facts.keys().size()];
        for (int i = 0; i < invoices.size(); i++) {
            if (invoices.epochDay(i) < asOf) {
                ends[invoices.client(i)]++;
            }
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        return ends;
    }

    private int[] daysByClient(int[] ends) {
        InvoiceColumns invoices = facts.invoices();
        int[] next = new int[ends.length];
        System.arraycopy(ends, 0, next, Math.min(1, ends.length), Math.max(0, ends.length - 1));
        if (next.length > 0) {
            next[0] = 0;
        }
        int[] days = new int[ends.length == 0 ? 0 : ends[ends.length - 1]];
        for (int i = 0; i < invoices.size(); i++) {
            if (invoices.epochDay(i) < asOf) {
                days[next[invoices.client(i)]++] = invoices.epochDay(i);
            }
        }
        return days;
    }
}
