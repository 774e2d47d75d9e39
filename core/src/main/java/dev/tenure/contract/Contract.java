package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.tenure.client.ClientId;
import dev.tenure.internal.ValueStyle;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * An agreement with a client: what holds from which day on, when it rested, when and why it ended.
 *
 * <p><b>Conventions.</b> All spans are half-open: the first day belongs to them, the end does not. The contract starts on the
 * day its first version takes effect. A paused contract still runs. No fact is ever overwritten: a change of scope or fee is
 * a further version.
 *
 * <p>A contract has one currency: parties that change the currency end one contract and begin another.
 *
 * <p><b>Errors.</b> Versions that are not in the order of time, spans that overlap, amounts in different currencies, and
 * whatever lies outside the contract are an {@link IllegalArgumentException}.
 */
@ValueStyle
@Value.Immutable
public abstract class Contract {

    Contract() {}

    /**
     * Returns what the agency's systems call the contract.
     *
     * @return the identifier
     */
    public abstract ContractId id();

    /**
     * Returns whose contract it is.
     *
     * @return the client's identifier
     */
    public abstract ClientId clientId();

    /**
     * Returns what was agreed, and from which day on.
     *
     * @return at least one version, earliest first, no two from the same day
     */
    public abstract ImmutableList<ContractVersion> versions();

    /**
     * Returns when the work rested by agreement.
     *
     * @return the pauses, earliest first, without overlap, none before the start; the last may have no end
     */
    public abstract ImmutableList<DateSpan> pauses();

    /**
     * Returns when an invoice was overdue.
     *
     * @return the spans from the due date of the oldest unpaid invoice to the day of payment, earliest first, without overlap,
     *     none before the start; the last has no end if an invoice is unpaid
     */
    public abstract ImmutableList<DateSpan> pastDue();

    /**
     * Returns the discounts.
     *
     * @return the discounts, in the order in which they are applied; empty if there are none
     */
    public abstract ImmutableList<Discount> discounts();

    /**
     * Returns what was given back.
     *
     * @return the refunds, in the order given; empty if there are none
     */
    public abstract ImmutableList<Refund> refunds();

    /**
     * Returns how long before the end notice has to be given.
     *
     * @return the notice period; empty if none was agreed
     */
    public abstract Optional<Period> noticePeriod();

    /**
     * Returns the day on which notice was given.
     *
     * @return the day, not after the end; empty if no notice was given
     */
    public abstract Optional<LocalDate> noticeGivenOn();

    /**
     * Returns when and why the contract ended or will end.
     *
     * @return the end, after the start; empty if none is known
     */
    public abstract Optional<ContractEnd> end();

    /**
     * Returns the first day of the contract.
     *
     * @return the day on which the first version takes effect
     */
    public final LocalDate start() {
        return versions().get(0).effectiveFrom();
    }

    /**
     * Returns the currency of all amounts.
     *
     * @return the currency
     */
    public final CurrencyUnit currency() {
        return versions().get(0).feeTerms().currency();
    }

    /**
     * Returns the days on which the contract runs.
     *
     * @return from the start to the end, open if no end is known
     */
    public final DateSpan span() {
        return new DateSpan(start(), end().map(ContractEnd::date));
    }

    /**
     * Tells whether the contract runs on a day; a paused one does.
     *
     * @param date the day
     * @return true from the start, inclusive, to the end, exclusive
     */
    public final boolean isRunningOn(LocalDate date) {
        return span().contains(date);
    }

    /**
     * Tells whether the contract runs but rests on a day.
     *
     * @param date the day
     * @return true if it runs and a pause contains the day
     */
    public final boolean isPausedOn(LocalDate date) {
        return pauseOn(date).isPresent();
    }

    /**
     * Returns the pause a day belongs to.
     *
     * @param date the day
     * @return the pause; empty if the contract does not run on the day or does not rest
     */
    public final Optional<DateSpan> pauseOn(LocalDate date) {
        return isRunningOn(date) ? spanOn(pauses(), date) : Optional.empty();
    }

    /**
     * Returns for how long the oldest unpaid invoice has been overdue.
     *
     * @param date the day
     * @return whole days, 0 on the first day; empty if nothing is overdue on the day
     */
    public final OptionalLong daysPastDueOn(LocalDate date) {
        return spanOn(pastDue(), date).stream()
                .mapToLong(span -> ChronoUnit.DAYS.between(span.start(), date))
                .findFirst();
    }

    /**
     * Returns what holds on a day.
     *
     * @param date the day
     * @return the version; empty if the contract does not run on the day
     */
    public final Optional<ContractVersion> versionOn(LocalDate date) {
        return isRunningOn(date)
                ? versions().reverse().stream()
                        .filter(version -> !version.effectiveFrom().isAfter(date))
                        .findFirst()
                : Optional.empty();
    }

    @Value.Check
    void check() {
        checkArgument(!versions().isEmpty(), "versions must not be empty: %s", versions());
        ImmutableList<LocalDate> days =
                versions().stream().map(ContractVersion::effectiveFrom).collect(ImmutableList.toImmutableList());
        checkArgument(Ordering.natural().isStrictlyOrdered(days), "versions must be in the order of time: %s", days);
        checkCurrencies();
        checkSpans("pauses", pauses());
        checkSpans("pastDue", pastDue());
        end().ifPresent(end -> checkEnd(end.date(), days.get(days.size() - 1)));
        noticePeriod()
                .ifPresent(
                        period -> checkArgument(!period.isNegative(), "noticePeriod must not be negative: %s", period));
    }

    private void checkCurrencies() {
        versions()
                .forEach(version -> checkCurrency("versions", version.feeTerms().currency()));
        discounts().forEach(discount -> discount.currency().ifPresent(unit -> checkCurrency("discounts", unit)));
        refunds().forEach(refund -> checkCurrency("refunds", refund.amount().getCurrencyUnit()));
    }

    private void checkCurrency(String attribute, CurrencyUnit unit) {
        checkArgument(unit.equals(currency()), "%s must be in the currency %s: %s", attribute, currency(), unit);
    }

    private void checkSpans(String attribute, ImmutableList<DateSpan> spans) {
        for (int i = 0; i < spans.size(); i++) {
            checkArgument(
                    !spans.get(i).start().isBefore(start()),
                    "%s must not begin before start %s: %s",
                    attribute,
                    start(),
                    spans.get(i));
            checkArgument(
                    i == 0 || spans.get(i - 1).endsBefore(spans.get(i)),
                    "%s must be in the order of time and not overlap: %s",
                    attribute,
                    spans);
        }
    }

    private void checkEnd(LocalDate end, LocalDate lastVersion) {
        checkArgument(end.isAfter(lastVersion), "end must be after the last version's %s: %s", lastVersion, end);
        noticeGivenOn()
                .ifPresent(day ->
                        checkArgument(!day.isAfter(end), "noticeGivenOn must not be after end %s: %s", end, day));
        pauses().forEach(pause ->
                checkArgument(pause.start().isBefore(end), "pauses must begin before end %s: %s", end, pause));
    }

    private static Optional<DateSpan> spanOn(ImmutableList<DateSpan> spans, LocalDate date) {
        return spans.stream().filter(span -> span.contains(date)).findFirst();
    }

    /**
     * Returns a builder that holds this contract's attributes.
     *
     * @return a new builder
     */
    public final ContractBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ContractBuilder builder() {
        return new ContractBuilder();
    }
}
