package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.ClientLifespan;
import dev.tenure.lifetime.ClientLifespanAccumulator;
import dev.tenure.lifetime.ClientLifespanResult;
import dev.tenure.retention.ChurnCounts;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.LogoChurn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Who was a client when, and for how long.
 *
 * @param presence who was a client on which day
 * @param lifespans how long clients stay
 * @param spells the first spell of each client; empty without contracts
 * @param current the last spell of each client; empty without contracts
 * @param losses the clients who left; empty without contracts
 * @param policy how that follows from the files
 * @param warning what to beware of in it
 */
record Tenures(
        ClientPresence presence,
        ClientLifespanResult lifespans,
        ImmutableList<Spell> spells,
        ImmutableList<Spell> current,
        ImmutableList<Loss> losses,
        ImmutableMap<String, Quantity> policy,
        Optional<Text> warning) {

    static Tenures of(Facts facts, ReportRequest request) {
        return facts.hasContracts()
                ? ofContracts(facts, request.preset())
                : new InvoiceSpells(facts, request.inactiveAfter()).tenures();
    }

    private static Tenures ofContracts(Facts facts, Preset preset) {
        ContractSpells spells = new ContractSpells(facts.contracts(), facts.asOf());
        ClientLifespanAccumulator lifespans = ClientLifespan.withDefaults().accumulator();
        ImmutableList<Spell> first = spells.firstSpells();
        first.forEach(spell -> lifespans.add(spell.life()));
        return new Tenures(
                ClientPresence.ofContracts(facts.contracts(), preset.presence()),
                lifespans.result(),
                first,
                spells.lastSpells(),
                spells.losses(),
                ImmutableMap.of(
                        "client while",
                        new Quantity.Term("a contract runs"),
                        "pause",
                        Shown.term(preset.presence().pause())),
                Optional.empty());
    }

    /** Returns how many were clients on some day of a period that has begun, as far as it is known. */
    long here(ReportingPeriod period, LocalDate lastDay) {
        // the book of the eve holds those who left with it: that of the first day does not
        LocalDate second = period.start().plusDays(1);
        if (lastDay.isBefore(second)) {
            return presence.presentOn(period.start());
        }
        ChurnCounts counts = LogoChurn.withDefaults()
                .of(presence, new ReportingPeriod(0, second, period.end(), period.label()), lastDay)
                .counts();
        return counts.opening() + counts.joined();
    }

    /** Returns a figure with the rules by which somebody is a client. */
    Figure ruled(Figure figure) {
        Figure ruled = figure;
        for (Map.Entry<String, Quantity> rule : policy.entrySet()) {
            ruled = ruled.withPolicy(rule.getKey(), rule.getValue());
        }
        return warning.isPresent() ? ruled.withWarning(warning.get()) : ruled;
    }
}
