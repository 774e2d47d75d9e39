package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-interval-censoring.md}. */
class TurnbullWorkedExampleTest {

    @Test
    void fourClientsLookedAtNowAndThen_giveTheFiguresOfThePage() {
        TurnbullCurve curve = Turnbull.withDefaults()
                .with(ChronoUnit.MONTHS)
                .of(List.of(
                        IntervalObservation.endedBetween(1, 3),
                        IntervalObservation.endedBetween(2, 5),
                        IntervalObservation.endedBetween(4, 6),
                        IntervalObservation.ongoing(5)));
        Outcome<Double> afterThree = curve.survivalAt(3);
        Outcome<Bounds> afterFourAndAHalf = curve.survivalBoundsAt(4.5);
        Outcome<Bounds> median = curve.median();
        curve.masses().forEach(System.out::println);
        System.out.println(afterThree+" "+afterFourAndAHalf+" "+median+curve.gap()+curve.logLikelihood()+curve.quantile(.9));
    }
}
