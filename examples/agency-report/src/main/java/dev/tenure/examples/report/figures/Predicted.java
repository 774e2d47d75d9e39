package dev.tenure.examples.report.figures;

import com.google.common.collect.ImmutableList;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import java.util.function.Function;

/** Predictions of models as figures and as rows of tables. */
final class Predicted {

    static final ImmutableList<Text> MODEL_COLUMNS = ImmutableList.of(
            Text.phrase("column.model"),
            Text.phrase("column.parameters"),
            Text.phrase("column.log-likelihood"),
            Text.phrase("column.aic"),
            Text.phrase("column.taken"));

    private Predicted() {}

    static Figure share(String id, Prediction prediction) {
        return figure(id, prediction, Quantity.Share::new);
    }

    /** Returns a figure of a prediction, in the unit in which it is shown. */
    static Figure figure(String id, Prediction prediction, Function<Double, Quantity> unit) {
        Explanation explanation = prediction.explain().toBuilder()
                .value(Explanation.quantity(prediction.value(), unit))
                .build();
        return Figure.of(id, explanation).withInterval(Shown.span(prediction.interval(), unit), prediction.level());
    }

    static ImmutableList<Text> modelRow(ModelFit<?> fit, boolean isTaken) {
        return ImmutableList.of(
                Text.plain(fit.name()),
                parameters(fit),
                Text.of(decimal(fit.logLikelihood())),
                Text.of(decimal(fit.aic())),
                isTaken ? Text.phrase("cell.taken") : Text.plain(""));
    }

    private static Text parameters(ModelFit<?> fit) {
        return fit.model().isDefined()
                ? fit.parameters().stream()
                        .map(Predicted::parameter)
                        .reduce((before, next) -> Text.phrase("cell.list", before, next))
                        .orElse(Text.plain(""))
                : Text.of(Explanation.quantity(fit.model(), model -> new Quantity.Term(fit.name())));
    }

    private static Text parameter(FittedParameter parameter) {
        return Text.phrase("cell.parameter", Text.plain(parameter.name()), Text.of(decimal(parameter.value())));
    }

    static Quantity decimal(Outcome<Double> value) {
        return Explanation.quantity(value, number -> new Quantity.Measure(number, "decimals"));
    }
}
