package dev.tenure.examples.report.input;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.ChurnSide;
import dev.tenure.examples.report.input.ContractPart.Cause;
import dev.tenure.examples.report.input.ContractPart.Fee;
import dev.tenure.examples.report.input.ContractPart.Span;
import dev.tenure.examples.report.input.Problem.Kind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads {@code contracts.csv}: each row by itself; {@link ContractAssembly} makes contracts of them. */
final class Contracts {

    /** The columns. */
    enum Name implements Column {
        CLIENT_ID,
        START,
        END,
        MONTHLY_FEE,
        FEE,
        BILLING_PERIOD,
        FEE_TYPE,
        CURRENCY,
        CONTRACT_ID,
        SERVICE,
        INDEXATION,
        DISCOUNT,
        PAUSED_FROM,
        PAUSED_UNTIL,
        PAST_DUE_FROM,
        PAST_DUE_UNTIL,
        NOTICE_GIVEN_ON,
        CHURN_SIDE,
        CHURN_REASON,
        CHURN_TEXT,
        EXPECTATION;

        @Override
        public boolean required() {
            return this == CLIENT_ID || this == START;
        }
    }

    private enum FeeType {
        RETAINER,
        PROJECT
    }

    private static final Splitter SERVICES = Splitter.on(';').trimResults().omitEmptyStrings();

    private final ClientKeys keys;
    private final CurrencyUnit currency;
    private final LastDay lastDay;
    private final ContractAssembly assembly;

    Contracts(ClientKeys keys, CurrencyUnit currency, LastDay lastDay, ContractAssembly assembly) {
        this.keys = keys;
        this.currency = currency;
        this.lastDay = lastDay;
        this.assembly = assembly;
    }

    void read(Row row) {
        String contract = row.text(Name.CONTRACT_ID);
        ContractPart part = part(row);
        checkSpan(row, part, Name.PAUSED_FROM, part.paused(), Name.PAUSED_UNTIL);
        checkSpan(row, part, Name.PAST_DUE_FROM, part.pastDue(), Name.PAST_DUE_UNTIL);
        checkCause(row, part);
        if (row.isFaulty()) {
            assembly.addFaulty(contract);
        } else {
            keys.add(part.client());
            Stream.of(
                            Optional.of(part.start()),
                            part.end(),
                            part.paused().until(),
                            part.pastDue().until())
                    .flatMap(Optional::stream)
                    .forEach(day -> lastDay.see(InputFile.CONTRACTS, row, (int) day.toEpochDay()));
            assembly.add(contract, part);
        }
    }

    private ContractPart part(Row row) {
        LocalDate start = LocalDate.ofEpochDay(row.epochDay(Name.START));
        Optional<LocalDate> end = row.date(Name.END);
        if (end.isPresent() && !end.get().isAfter(start)) {
            row.fault(Name.END, Kind.NOT_AFTER, end.get(), Name.START.header(), start);
        }
        row.checkCurrency(Name.CURRENCY, currency);
        return new ContractPart(
                row.line(),
                row.requiredText(Name.CLIENT_ID),
                start,
                end,
                fee(row),
                ImmutableSet.copyOf(SERVICES.split(row.text(Name.SERVICE))),
                row.fraction(Name.INDEXATION, Kind.FACTOR),
                row.fraction(Name.DISCOUNT, Kind.SHARE),
                new Span(row.date(Name.PAUSED_FROM), row.date(Name.PAUSED_UNTIL)),
                new Span(row.date(Name.PAST_DUE_FROM), row.date(Name.PAST_DUE_UNTIL)),
                row.date(Name.NOTICE_GIVEN_ON),
                new Cause(
                        row.word(Name.CHURN_SIDE, ChurnSide.class),
                        row.word(Name.CHURN_REASON, ChurnReason.class),
                        row.text(Name.CHURN_TEXT),
                        row.text(Name.EXPECTATION)));
    }

    private Fee fee(Row row) {
        if (row.has(Name.MONTHLY_FEE)) {
            Stream.of(Name.FEE, Name.BILLING_PERIOD, Name.FEE_TYPE)
                    .filter(row::has)
                    .forEach(other -> row.fault(other, Kind.RULED_OUT, row.text(other), Name.MONTHLY_FEE.header()));
            return new Fee(amount(row, Name.MONTHLY_FEE), Optional.of(BillingPeriod.MONTH));
        }
        if (row.word(Name.FEE_TYPE, FeeType.class).equals(Optional.of(FeeType.PROJECT))) {
            return new Fee(amount(row, Name.FEE), Optional.empty());
        }
        Optional<BillingPeriod> period = row.word(Name.BILLING_PERIOD, BillingPeriod.class);
        return new Fee(amount(row, Name.FEE), period.or(() -> Optional.of(BillingPeriod.MONTH)));
    }

    private Money amount(Row row, Name column) {
        return Money.ofMinor(currency, row.minorUnitsPositive(column, currency));
    }

    private static void checkSpan(Row row, ContractPart part, Name fromColumn, Span span, Name untilColumn) {
        if (row.has(untilColumn) && !row.has(fromColumn)) {
            row.fault(fromColumn, Kind.NEEDED, untilColumn.header());
        }
        if (row.isFaulty() || span.from().isEmpty()) {
            return;
        }
        LocalDate from = span.from().get();
        LocalDate until = span.until().orElse(LocalDate.MAX);
        LocalDate end = part.end().orElse(LocalDate.MAX);
        if (from.isBefore(part.start()) || !from.isBefore(end)) {
            row.fault(fromColumn, Kind.OUTSIDE, from);
        } else if (!until.isAfter(from)) {
            row.fault(untilColumn, Kind.NOT_AFTER, until, fromColumn.header(), from);
        } else if (span.until().isPresent() && until.isAfter(end)) {
            row.fault(untilColumn, Kind.OUTSIDE, until);
        }
    }

    private static void checkCause(Row row, ContractPart part) {
        Cause cause = part.cause();
        if (!cause.isGiven()) {
            return;
        }
        if (!row.has(Name.END)) {
            row.fault(Name.END, Kind.NEEDED, firstOf(row));
        }
        if (!row.has(Name.CHURN_REASON)) {
            row.fault(Name.CHURN_REASON, Kind.NEEDED, firstOf(row));
        }
        if (cause.reason().equals(Optional.of(ChurnReason.OTHER))) {
            Stream.of(Name.CHURN_SIDE, Name.CHURN_TEXT)
                    .filter(needed -> !row.has(needed))
                    .forEach(needed -> row.fault(needed, Kind.NEEDED, Name.CHURN_REASON.header()));
        }
    }

    private static String firstOf(Row row) {
        return Stream.of(Name.CHURN_REASON, Name.CHURN_SIDE, Name.CHURN_TEXT, Name.EXPECTATION)
                .filter(row::has)
                .findFirst()
                .map(Name::header)
                .orElse("");
    }
}
