package dev.tenure.lifetime.estimation;

import dev.tenure.stat.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

public final class CoverageSimulation {

    private CoverageSimulation() {}

    public static void main(String... arguments) {
        int samples = Integer.parseInt(arguments[0]);
        Renewals.Law[] truths = {new Renewals.Law(1, 4), new Renewals.Law(0.7, 2.2), new Renewals.Law(5, 20)};
        int renewals = 7;
        Map<String, IntervalMethod> methods = new LinkedHashMap<>();
        methods.put("profile", IntervalMethod.profileLikelihood());
        methods.put("delta", IntervalMethod.delta());
        if (arguments.length > 1) methods.put("bootstrap", IntervalMethod.bootstrap(Integer.parseInt(arguments[1]), 1));
        Map<String, ToDoubleFunction<Renewals.Law>> figures = new LinkedHashMap<>();
        figures.put("S(12)", law -> law.survival(12));
        figures.put("DERL(7)", law -> law.residual(7, 0.1));
        figures.put("mean", law -> law.mean());
        for (Renewals.Law truth : truths) {
            for (int n : new int[] {20, 50, 200}) {
                for (String method : methods.keySet()) {
                    long began = System.nanoTime();
                    SplittableRandom random = new SplittableRandom(7);
                    Map<String, int[]> counts = new LinkedHashMap<>();
                    int[] boundary = new int[4];
                    for (int s = 0; s < samples; s++) {
                        Renewals r = Renewals.drawn(truth, n, renewals, random);
                        ModelFit<Renewals.Law> fit = MaximumLikelihood.withDefaults().with(methods.get(method)).of(r.likelihood());
                        boundary[fit.status().ending().ordinal()]++;
                        figures.forEach((name, figure) -> {
                            int[] c = counts.computeIfAbsent(name, k -> new int[4]);
                            Prediction p = fit.predict(name, name.startsWith("DERL") ? Scale.LOGARITHM : Scale.LOGIT, figure);
                            double t = figure.applyAsDouble(truth);
                            if (p.interval().isDefined()) {
                                Interval i = p.interval().orElseThrow();
                                c[t < i.lower() ? 0 : t > i.upper() ? 2 : 1]++;
                            } else c[3]++;
                        });
                    }
                    StringBuilder line = new StringBuilder(truth + " n=" + n + " " + method + " endings " + java.util.Arrays.toString(boundary));
                    counts.forEach((k, c) -> line.append(String.format(Locale.ROOT, " | %s %.3f (lo %.3f hi %.3f none %.3f)", k, c[1] / (double) (samples - c[3]), c[0] / (double) samples, c[2] / (double) samples, c[3] / (double) samples)));
                    System.out.println(line + " " + (System.nanoTime() - began) / 1000000 + " ms");
                }
            }
        }
    }
}
