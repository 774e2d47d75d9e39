package dev.tenure.examples.report.input;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Reads codes of currencies. */
public final class Currencies {

    private Currencies() {}

    /**
     * Returns the currency of a code.
     *
     * @param code an ISO 4217 code in capitals, with or without blanks around it
     * @return the currency; empty if there is none, or if it is no money, such as gold
     */
    public static Optional<CurrencyUnit> of(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code.strip())).filter(unit -> !unit.isPseudoCurrency());
        } catch (IllegalCurrencyException none) {
            return Optional.empty();
        }
    }
}
