package dev.tenure.revenue;

import dev.tenure.contract.ContractId;
import dev.tenure.contract.FeeTerms.Retainer;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/** The monthly recurring revenue of one contract on one day. Made by {@link MonthlyRecurringRevenue}. */
@ResultStyle
@Value.Immutable
public abstract class ContractMrrResult {

    ContractMrrResult() {}

    /**
     * Returns whose revenue it is.
     *
     * @return the contract's identifier
     */
    public abstract ContractId contractId();

    /**
     * Returns the day.
     *
     * @return the day
     */
    public abstract LocalDate asOf();

    /**
     * Returns whether the contract counts on the day, and if not, why.
     *
     * @return the status
     */
    public abstract MrrStatus status();

    /**
     * Returns the fixed fee that holds on the day.
     *
     * @return the fee and its cycle; empty if there is none
     */
    public abstract Optional<Retainer> retainer();

    /**
     * Returns the revenue in the contract's own currency.
     *
     * @return the exact amount a month, zero or more; zero unless the contract counts
     */
    public abstract ExactMoney localValue();

    /**
     * Returns the exchange rate.
     *
     * @return units of the report's currency for one unit of the contract's, positive; 1 if nothing had to be converted
     */
    public abstract BigDecimal rate();

    /**
     * Returns the currency of the report.
     *
     * @return the currency
     */
    public abstract CurrencyUnit currency();

    /**
     * Returns what counts as monthly recurring revenue.
     *
     * @return the policy
     */
    public abstract MrrPolicy policy();

    /**
     * Returns the revenue in the currency of the report.
     *
     * @return the exact amount a month, zero or more; zero unless the contract counts
     */
    public final ExactMoney value() {
        return localValue().convertedTo(currency(), rate());
    }

    /**
     * Explains the revenue.
     *
     * @return the fee, its cycle, the rate, and the policy
     */
    public final Explanation explain() {
        ExplanationBuilder builder = Explanation.builder()
                .name("monthly recurring revenue of contract " + contractId())
                .formula("fee after discounts and tax * cycles a month * rate")
                .value(Quantities.amount(value()))
                .putInput("day", new Quantity.Day(asOf()))
                .putInput("status", Quantities.term(status()));
        retainer()
                .ifPresent(terms -> builder.putInput(
                                "fee", new Quantity.Amount(terms.fee().toBigMoney()))
                        .putInput("cycle", new Quantity.Term(terms.cycle().toString())));
        return builder.putInput("in its own currency", Quantities.amount(localValue()))
                .putInput("rate", new Quantity.Term(rate().toPlainString()))
                .putAllInputs(policy().terms())
                .build();
    }
}
