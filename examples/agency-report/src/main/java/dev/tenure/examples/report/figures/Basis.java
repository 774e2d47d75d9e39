package dev.tenure.examples.report.figures;

import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.RecurringValue;
import dev.tenure.lifetime.ValueUnit;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a client's fee counts: the gross margin where its share is known, else all of it.
 *
 * @param grossMargin the share of revenue left after the direct cost of serving a client, more than 0 and at most 1
 */
record Basis(Optional<Ratio> grossMargin) {

    Basis {
        Objects.requireNonNull(grossMargin, "grossMargin");
    }

    RecurringValue of(ExactMoney arpa) {
        return grossMargin
                .map(share -> RecurringValue.grossMargin(arpa, share))
                .orElseGet(() -> RecurringValue.revenue(arpa));
    }

    /** Returns a phrase that differs by what counts. */
    Text phrase(String key, Text... arguments) {
        return Text.phrase(key(key), arguments);
    }

    private String key(String key) {
        return grossMargin.isPresent() ? key + ".margin" : key;
    }

    /** Returns a figure with the definition of what counts, and with its rules. */
    Figure ruled(Figure figure) {
        Figure defined = figure.withDefinition(phrase("figure." + figure.id() + ".definition"))
                .withPolicy("unit", Shown.term(grossMargin.isPresent() ? ValueUnit.GROSS_MARGIN : ValueUnit.REVENUE));
        return grossMargin
                .map(share -> defined.withPolicy("margin", share(share)))
                .orElse(defined);
    }

    /** Says of a lifetime value what it is the sum of. */
    Text reading(int horizon) {
        Text months = Text.of(Shown.months(horizon));
        return grossMargin
                .map(share -> Text.phrase("reading.ltv.margin", months, Text.of(share(share))))
                .orElseGet(() -> Text.phrase("reading.ltv", months));
    }

    private static Quantity share(Ratio share) {
        return new Quantity.Share(share.doubleValue());
    }
}
