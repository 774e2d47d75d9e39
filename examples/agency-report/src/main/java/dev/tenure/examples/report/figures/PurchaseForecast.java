package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.BuyTillYouDie;
import dev.tenure.lifetime.noncontractual.HoldoutEvaluation;
import dev.tenure.lifetime.noncontractual.HoldoutEvaluationResult;
import dev.tenure.lifetime.noncontractual.PurchaseLog;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.noncontractual.PurchaseModelChoice;
import dev.tenure.lifetime.noncontractual.PurchaseModelKind;
import dev.tenure.lifetime.noncontractual.PurchasePolicy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The models of purchases, fitted to the invoices up to a day, and the histories of the clients.
 *
 * @param sample the histories that the models are fitted to, with what came after them held out
 * @param present the histories up to the last day
 * @param choice the models, as they fit and as they foretold what was held out
 */
record PurchaseForecast(PurchaseLogResult sample, PurchaseLogResult present, PurchaseModelChoice choice) {

    /** With more clients the parabola at the estimate is as good as the profile of the likelihood, and costs nothing. */
    private static final int MANY = 300;
    /** With more clients the slowest of the models is not worth the wait: it seldom foretells otherwise than the others. */
    private static final int VERY_MANY = 100_000;

    /** As in the literature; but an invoice and the credit note that undoes it count for nothing. */
    private static final PurchasePolicy POLICY =
            PurchasePolicy.LITERATURE.with(PurchasePolicy.CreditNotes.CANCEL_EQUAL_INVOICE);

    static PurchaseForecast of(Facts facts, Optional<LocalDate> fitUntil) {
        PurchaseLogResult present = log(facts, PurchaseLog.withDefaults().with(POLICY), facts.lastDay());
        PurchaseLogResult sample = fitUntil.map(last ->
                        log(facts, PurchaseLog.withDefaults().with(POLICY).withHeldOutUntil(facts.lastDay()), last))
                .orElse(present);
        return new PurchaseForecast(sample, present, choice(sample));
    }

    private static PurchaseLogResult log(Facts facts, PurchaseLog log, LocalDate end) {
        return facts.invoices().read((clients, epochDays, minorUnits) -> {
            var accumulator = log.accumulator(end);
            accumulator.addAll(clients, epochDays, minorUnits);
            return accumulator.result();
        });
    }

    private static PurchaseModelChoice choice(PurchaseLogResult sample) {
        MaximumLikelihood estimation = MaximumLikelihood.withDefaults()
                .with(sample.size() > MANY ? IntervalMethod.delta() : IntervalMethod.profileLikelihood());
        PurchaseModelKind[] kinds = sample.size() > VERY_MANY
                ? new PurchaseModelKind[] {PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD}
                : PurchaseModelKind.values();
        return HoldoutEvaluation.withDefaults()
                .with(BuyTillYouDie.withDefaults().with(estimation))
                .compare(sample, kinds);
    }

    ImmutableList<HoldoutEvaluationResult> models() {
        return choice.evaluations();
    }

    /** Tells whether all models were fitted, also the slowest. */
    boolean isComplete() {
        return models().size() == PurchaseModelKind.values().length;
    }

    /** Returns the model with the lowest AIC; the first one, with the reason why there is none, if no model can be estimated. */
    HoldoutEvaluationResult best() {
        return choice.bestByAic()
                .toOptional()
                .flatMap(kind ->
                        models().stream().filter(one -> one.kind() == kind).findFirst())
                .orElseGet(() -> models().get(0));
    }

    ModelFit<PurchaseModel> fit() {
        return best().fit();
    }
}
