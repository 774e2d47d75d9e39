package dev.tenure.lifetime.noncontractual;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ConfidenceLevel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges a model by what it was not fitted to: it is fitted to the purchases up to the end of a {@link PurchaseLogResult}, and predicts those held out.
 *
 * <p><b>Formula.</b> With \( e_i \) expected and \( y_i \) actual purchases of \( n \) clients, and \( p_i \) the model's probabilities given each history: mean absolute error
 * \( \sum |e_i - y_i| / n \); root mean squared error \( \sqrt{\sum (e_i - y_i)^2 / n} \); bias \( \sum (e_i - y_i) / n \); log score \( \sum \log p_i(y_i) / n \).
 * The interval of the total \( E = \sum e_i \) is \( E \mp z \sqrt{\sum \mathrm{Var}_i + \mathrm{se}(E)^2} \), not below zero, with the variances of the \( p_i \) and the error
 * that \( E \) has from the parameters.
 *
 * <p><b>Units.</b> Purchases; weeks of seven days, counted from the end in both directions.
 *
 * <p><b>Conventions.</b> Expected in a week is what new clients are expected to do who came when those of the sample came: the fit is judged as a whole, and histories are not used.
 * The classes of frequencies are 0 to 6 repeat purchases and 7 or more. Without anything held out there are only those of the fit itself.
 *
 * <p><b>Errors.</b> A model that the sample does not determine has no figures, each with the reason.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting your customers the easy way", <i>Marketing Science</i> 24 (2005), 275-284, section 4; T. Gneiting and
 * A. E. Raftery, "Strictly proper scoring rules", <i>JASA</i> 102 (2007), 359-378.
 */
public final class HoldoutEvaluation {

    private static final HoldoutEvaluation DEFAULTS =
            new HoldoutEvaluation(BuyTillYouDie.withDefaults(), ConfidenceLevel.P95);

    private final BuyTillYouDie models;
    private final ConfidenceLevel level;

    private HoldoutEvaluation(BuyTillYouDie models, ConfidenceLevel level) {
        this.models = models;
        this.level = level;
    }

    /**
     * Returns the calculator for {@link BuyTillYouDie#withDefaults()}, with intervals of 95 %.
     *
     * @return the calculator
     */
    public static HoldoutEvaluation withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for another model, unit or way to estimate.
     *
     * @param fitting how the model is fitted
     * @return the changed calculator
     */
    public HoldoutEvaluation with(BuyTillYouDie fitting) {
        return new HoldoutEvaluation(Objects.requireNonNull(fitting, "fitting"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public HoldoutEvaluation with(ConfidenceLevel confidence) {
        return new HoldoutEvaluation(models, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Fits the model up to the end and compares what it expects with what was held out.
     *
     * @param log the histories of the clients, with what is held out: {@link PurchaseLog#withHeldOutUntil}
     * @return the comparison
     */
    public HoldoutEvaluationResult of(PurchaseLogResult log) {
        PurchaseAccumulator histories = models.accumulator();
        histories.addAll(log);
        return of(log, models.kind(), histories.sample());
    }

    /**
     * Compares kinds of models by how they fit, and by what was held out.
     *
     * @param log the histories of the clients
     * @param kinds the kinds, at least one
     * @return the comparison
     * @throws IllegalArgumentException if there is no kind
     */
    public PurchaseModelChoice compare(PurchaseLogResult log, PurchaseModelKind... kinds) {
        PurchaseAccumulator histories = models.accumulator();
        histories.addAll(log);
        PurchaseSample sample = histories.sample();
        return new PurchaseModelChoiceBuilder()
                .evaluations(Stream.of(kinds)
                        .distinct()
                        .map(kind -> of(log, kind, sample))
                        .collect(ImmutableList.toImmutableList()))
                .build();
    }

    private HoldoutEvaluationResult of(PurchaseLogResult log, PurchaseModelKind kind, PurchaseSample sample) {
        ModelFit<PurchaseModel> fit = models.fit(kind, sample);
        HoldoutEvaluationResultBuilder result = new HoldoutEvaluationResultBuilder()
                .kind(kind)
                .fit(fit)
                .log(log)
                .level(level);
        Outcome<PurchaseModel> model = fit.model();
        if (!model.isDefined()) {
            return result.scoring(model.map(none -> HeldOutScoring.NONE))
                    .parameterError(model.map(none -> 0.0))
                    .build();
        }
        PurchaseModel known = model.orElseThrow();
        return result.scoring(scoring(known, log))
                .parameterError(parameterError(kind, sample, log))
                .weeks(Tracking.of(known, log))
                .frequencies(Frequencies.of(known, sample))
                .build();
    }

    private static Outcome<HeldOutScoring> scoring(PurchaseModel model, PurchaseLogResult log) {
        if (log.heldOutDays() == 0) {
            return Outcome.undefined(Reason.NOT_APPLICABLE, "nothing is held out");
        }
        return Outcome.of(HeldOutScoring.of(model, log));
    }

    /** Returns the standard error of the expected total, by the delta method, whatever the intervals of the fit are. */
    private Outcome<Double> parameterError(PurchaseModelKind kind, PurchaseSample sample, PurchaseLogResult log) {
        Duration horizon = Duration.ofDays(log.heldOutDays());
        return models.withDelta()
                .fit(kind, sample)
                .predict("expected total", Scale.IDENTITY, model -> expectedTotal(model, log, horizon))
                .standardError();
    }

    private static double expectedTotal(PurchaseModel model, PurchaseLogResult log, Duration horizon) {
        double[] ages = log.ageColumn(model.unit());
        double[] expected = new double[ages.length];
        PurchasePredictions.expectedPurchases(
                model,
                log.repeatColumn(),
                log.recencyColumn(model.unit()),
                ages,
                PurchaseHistory.in(horizon, model.unit()),
                expected);
        return Arrays.stream(expected).sum();
    }
}
