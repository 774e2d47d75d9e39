package dev.tenure.survival.prediction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Observations with a number each, which is a score or a predicted share. */
record Sample(double[] durations, boolean[] ended, double[] numbers) {

    record Row(double duration, boolean ended, double number) {}

    static Sample of(List<Row> rows) {
        Sample sample = new Sample(new double[rows.size()], new boolean[rows.size()], new double[rows.size()]);
        for (int i = 0; i < rows.size(); i++) {
            sample.durations[i] = rows.get(i).duration();
            sample.ended[i] = rows.get(i).ended();
            sample.numbers[i] = rows.get(i).number();
        }
        return sample;
    }

    int size() {
        return durations.length;
    }

    Sample shuffled(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            rows.add(new Row(durations[i], ended[i], numbers[i]));
        }
        Collections.shuffle(rows, random);
        return of(rows);
    }

    /** Small samples with many ties; the numbers are fractions. */
    static Arbitrary<Sample> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20).map(half -> half / 2.0),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 8).map(eighth -> eighth / 8.0))
                .as(Row::new)
                .list()
                .ofMaxSize(30)
                .map(Sample::of);
    }
}
