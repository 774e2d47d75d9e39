package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableSet;
import dev.tenure.contract.ChurnCause;
import dev.tenure.contract.ChurnCauseBuilder;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.ChurnSide;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.ContractVersionBuilder;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.FeeTerms;
import dev.tenure.contract.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A row of {@code contracts.csv}: a contract, or the part of one during which nothing of it changed. It holds what the cells
 * say; only a row without a fault is asked for values of the library, which put up with none.
 */
record ContractPart(
        long line,
        String client,
        LocalDate start,
        Optional<LocalDate> end,
        Fee fee,
        ImmutableSet<String> services,
        Optional<BigDecimal> indexation,
        Optional<BigDecimal> discount,
        Span paused,
        Span pastDue,
        Optional<LocalDate> noticeGivenOn,
        Cause cause) {

    /** The price; without a billing period it is paid once. */
    record Fee(Money amount, Optional<BillingPeriod> period) {

        FeeTerms terms() {
            return period.<FeeTerms>map(every -> FeeTerms.retainer(amount, every.cycle()))
                    .orElseGet(() -> FeeTerms.project(amount));
        }
    }

    /** From a day, inclusive, until a day, exclusive. */
    record Span(Optional<LocalDate> from, Optional<LocalDate> until) {

        Optional<DateSpan> dates() {
            return from.map(day -> new DateSpan(day, until));
        }
    }

    /** Why the contract ended. */
    record Cause(Optional<ChurnSide> side, Optional<ChurnReason> reason, String text, String expectation) {

        boolean isGiven() {
            return side.isPresent() || reason.isPresent() || !text.isEmpty() || !expectation.isEmpty();
        }

        /** The five reasons with a name of their own are the agency's; see {@link ChurnReason}. */
        ChurnCause churnCause() {
            ChurnCauseBuilder cause =
                    ChurnCause.builder().side(side.orElse(ChurnSide.AGENCY)).reason(reason.orElse(ChurnReason.OTHER));
            if (!text.isEmpty()) {
                cause.text(text);
            }
            if (!expectation.isEmpty()) {
                cause.unmetExpectation(expectation);
            }
            return cause.build();
        }
    }

    ContractPart endingOn(LocalDate day) {
        return new ContractPart(
                line,
                client,
                start,
                Optional.of(day),
                fee,
                services,
                indexation,
                discount,
                paused,
                pastDue,
                noticeGivenOn,
                cause);
    }

    ContractVersion version() {
        ContractVersionBuilder version =
                ContractVersion.builder().effectiveFrom(start).feeTerms(fee.terms());
        services.forEach(service -> version.addService(Service.of(service)));
        indexation.ifPresent(version::indexation);
        return version.build();
    }
}
