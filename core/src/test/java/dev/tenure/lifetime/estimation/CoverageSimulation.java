package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.Interval;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How often intervals hold the true figure, in samples of clients whose chance to leave at a renewal is drawn from a beta law. {@code main} prints
 * the table of docs/validation.md.
 */
final class CoverageSimulation {

    private static final int RENEWALS = 7;
    private static final ImmutableList<Renewals.Law> TRUTHS =
            ImmutableList.of(new Renewals.Law(1, 4), new Renewals.Law(0.7, 2.2), new Renewals.Law(5, 20));
    private static final ImmutableMap<String, IntervalMethod> METHODS = ImmutableMap.of(
            "profile",
            IntervalMethod.profileLikelihood(),
            "delta",
            IntervalMethod.delta(),
            "bootstrap",
            IntervalMethod.bootstrap(400, 1));

    private CoverageSimulation() {}

    private record Question(String name, Scale scale, ToDoubleFunction<Renewals.Law> figure) {}

    private static final ImmutableList<Question> QUESTIONS = ImmutableList.of(
            new Question("S(12)", Scale.LOGIT, law -> law.survival(12)),
            new Question("DERL", Scale.LOGARITHM, law -> law.residual(RENEWALS, 0.1)),
            new Question("mean", Scale.LOGIT, Renewals.Law::mean));

    /** Prints a row for each truth, size and method; the arguments are the numbers of samples for the profile and delta methods, and for the bootstrap. */
    public static void main(String[] arguments) {
        for (Renewals.Law truth : TRUTHS) {
            for (int clients : new int[] {20, 50, 200}) {
                METHODS.forEach((name, method) -> {
                    int samples = Integer.parseInt(arguments[name.equals("bootstrap") ? 1 : 0]);
                    System.out.println(row(truth, clients, name, method, samples));
                });
            }
        }
    }

    private static String row(Renewals.Law truth, int clients, String name, IntervalMethod method, int samples) {
        SplittableRandom random = new SplittableRandom(7);
        int[] held = new int[QUESTIONS.size()];
        int[] none = new int[QUESTIONS.size()];
        int boundary = 0;
        for (int sample = 0; sample < samples; sample++) {
            ModelFit<Renewals.Law> fit = MaximumLikelihood.withDefaults()
                    .with(method)
                    .of(Renewals.drawn(truth, clients, RENEWALS, random).likelihood());
            boundary += fit.status().ending() == FitStatus.Ending.BOUNDARY ? 1 : 0;
            for (int i = 0; i < held.length; i++) {
                Question question = QUESTIONS.get(i);
                double value = question.figure().applyAsDouble(truth);
                Outcome<Interval> interval = fit.predict(question.name(), question.scale(), question.figure())
                        .interval();
                none[i] += interval.isDefined() ? 0 : 1;
                held[i] += interval.isDefined() && interval.orElseThrow().contains(value) ? 1 : 0;
            }
        }
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s, %s | %d | %.0f %% | %s |",
                truth.alpha(),
                truth.beta(),
                clients,
                100.0 * boundary / samples,
                name));
        for (int i = 0; i < held.length; i++) {
            row.append(String.format(Locale.ROOT, " %.1f %%", 100.0 * held[i] / (samples - none[i])));
            row.append(none[i] == 0 ? " |" : String.format(Locale.ROOT, " (%d none) |", none[i]));
        }
        return row.toString();
    }
}
