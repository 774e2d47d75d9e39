package dev.tenure.survival;

import static dev.tenure.explain.Explanation.quantity;

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
                .value(new Quantity.Term(curve.stepCount() + " steps"))
                .putInput("observations", new Quantity.Count(curve.observations()))
                .putInput("ended", new Quantity.Count(curve.ended()))
                .putInput("censored", new Quantity.Count(curve.censored()))
                .putInput("from", new Quantity.Measure(curve.origin(), unit(curve)))
                .putInput("variance", new Quantity.Term(curve.variance().name()))
                .addPart(curve.median().explain())
                .addAllParts(steps(curve))
                .build();
    }

    static Explanation at(SurvivalCurve curve, double time) {
        return Explanation.builder()
                .name("S(" + number(time) + ")")
                .formula("share of those that last longer than time")
                .value(quantity(curve.survivalAt(time), Quantity.Share::new))
                .putInput("time", new Quantity.Measure(time, unit(curve)))
                .putInput("observations", new Quantity.Count(curve.observations()))
                .putInput("ended", new Quantity.Count(curve.ended()))
                .addPart(interval(curve, time))
                .build();
    }

    private static Explanation interval(SurvivalCurve curve, double time) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method from variance, at level")
                .value(quantity(
                        curve.intervalAt(time),
                        limits -> new Quantity.Span(
                                new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("method", new Quantity.Term(curve.intervalMethod().name()))
                .putInput("variance", new Quantity.Term(curve.variance().name()))
                .putInput("level", new Quantity.Share(curve.level().value()))
                .build();
    }

    private static ImmutableList<Explanation> steps(SurvivalCurve curve) {
        RiskTable table = curve.columns().table();
        int[] falls = IntStream.range(0, table.size())
                .filter(row -> table.ended(row) > 0)
                .toArray();
        int shown = Math.min(SHOWN, falls.length);
        return IntStream.range(0, shown)
                .map(k -> shown == falls.length ? k : (int) ((long) k * (falls.length - 1) / (shown - 1)))
                .mapToObj(k -> step(curve, falls[k]))
                .collect(ImmutableList.toImmutableList());
    }

    private static Explanation step(SurvivalCurve curve, int index) {
        SurvivalStep step = curve.step(index);
        double previous = index == 0 ? 1 : curve.step(index - 1).survival();
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
