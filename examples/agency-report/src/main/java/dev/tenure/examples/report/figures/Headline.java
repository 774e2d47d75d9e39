package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.ClientLifespanResult;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.Proportion;

/** The answer in a few sentences; what is not known is not said. */
final class Headline {

    private final ImmutableList.Builder<Text> sentences = ImmutableList.builder();

    Headline stay(Outcome<Proportion> kept, Stay stay) {
        kept.toOptional()
                .ifPresentOrElse(
                        share -> sentences.add(
                                Text.phrase("lead.stay", Text.count(share.trials()), Text.count(share.successes()))),
                        () -> sentences.add(Text.phrase(
                                "lead.young",
                                Text.count(stay.lastPeriod().counts().closing()))));
        return this;
    }

    Headline lasts(ClientLifespanResult lifespans) {
        lifespans
                .value()
                .toOptional()
                .ifPresentOrElse(
                        median -> sentences.add(
                                median < 1
                                        ? Text.phrase("lead.short")
                                        : Text.phrase("lead.long", Text.of(Shown.months(median)))),
                        () -> sentences.add(Text.phrase("lead.longer")));
        return this;
    }

    Headline worth(Worth worth) {
        worth.lifetime()
                .toOptional()
                .ifPresent(value -> sentences.add(worth.basis()
                        .phrase("lead.worth", Text.of(Shown.months(worth.horizon())), Text.of(Shown.amount(value)))));
        worth.cac()
                .toOptional()
                .ifPresent(cac -> worth.breakEven()
                        .toOptional()
                        .ifPresent(month -> sentences.add(worth.basis()
                                .phrase(
                                        "lead.payback",
                                        Text.of(Shown.amount(ExactMoney.of(cac.value()))),
                                        Text.count(month)))));
        return this;
    }

    Headline historic(Outcome<ExactMoney> value) {
        value.toOptional()
                .ifPresent(amount -> sentences.add(Text.phrase("lead.historic", Text.of(Shown.amount(amount)))));
        return this;
    }

    /** What changed: recurring or invoiced revenue. */
    Headline change(String what, ReportingPeriod period, ExactMoney change, ExactMoney now) {
        Text when = Text.of(period);
        Text amount = Text.of(Shown.amount(now));
        if (change.signum() == 0) {
            sentences.add(Text.phrase("lead." + what + ".none", when, amount));
        } else {
            boolean up = change.signum() > 0;
            Text by = Text.of(Shown.amount(up ? change : change.negated()));
            sentences.add(Text.phrase("lead." + what + (up ? ".up" : ".down"), when, by, amount));
        }
        return this;
    }

    Headline reason(Leaving leaving) {
        leaving.lead().ifPresent(sentences::add);
        return this;
    }

    ImmutableList<Text> sentences() {
        return sentences.build();
    }
}
