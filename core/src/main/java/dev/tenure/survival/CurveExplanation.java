package dev.tenure.survival;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import java.util.Locale;
import java.util.stream.IntStream;

/** The explanation of a curve, of readable length. */
final class CurveExplanation {

    private static final int SHOWN = 10;

    private CurveExplanation() {}

    static Explanation of(SurvivalCurve curve) {
        return Explanation.builder()
                .name("survival curve")
                .formula("product of (1 - ended / at risk) over the times at which observations ended")
                .value(new Quantity.Term(curve.steps().size() + " steps"))
                .putInput("observations", new Quantity.Count(curve.observations()))
                .putInput("ended", new Quantity.Count(curve.ended()))
                .putInput("censored", new Quantity.Count(curve.censored()))
                .putInput("from", new Quantity.Measure(curve.origin(), unit(curve)))
                .putInput("variance", new Quantity.Term(curve.variance().name()))
                .addPart(curve.median().explain())
                .addAllParts(steps(curve))
                .build();
    }

    private static ImmutableList<Explanation> steps(SurvivalCurve curve) {
        ImmutableList<SurvivalStep> steps = curve.steps();
        int[] falls = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).ended() > 0)
                .toArray();
        int shown = Math.min(SHOWN, falls.length);
        return IntStream.range(0, shown)
                .map(k -> shown == falls.length ? k : (int) ((long) k * (falls.length - 1) / (shown - 1)))
                .mapToObj(k -> step(curve, falls[k]))
                .collect(ImmutableList.toImmutableList());
    }

    private static Explanation step(SurvivalCurve curve, int index) {
        SurvivalStep step = curve.steps().get(index);
        double previous = index == 0 ? 1 : curve.steps().get(index - 1).survival();
        return Explanation.builder()
                .name("S(" + number(step.time()) + ")")
                .formula("previous * (1 - ended / at risk)")
                .value(new Quantity.Share(step.survival()))
                .putInput("previous", new Quantity.Share(previous))
                .putInput("ended", new Quantity.Term(number(step.ended())))
                .putInput("at risk", new Quantity.Term(number(step.atRisk())))
                .build();
    }

    private static String unit(SurvivalCurve curve) {
        return curve.unit().toString().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
