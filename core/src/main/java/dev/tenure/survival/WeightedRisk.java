package dev.tenure.survival;

import com.google.common.primitives.Doubles;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;

/** Makes the risk table of observations some of which have weights. */
final class WeightedRisk {

    private final RiskTable counted;
    private final TimeWeights ended;
    private final TimeWeights censored;
    private final TimeWeights entered;

    /** Takes the table of those of weight one, and the weights of the others. */
    WeightedRisk(RiskTable counted, TimeWeights ended, TimeWeights censored, TimeWeights entered) {
        this.counted = counted;
        this.ended = ended;
        this.censored = censored;
        this.entered = entered;
    }

    RiskTable table() {
        double[] times = times();
        There[] tallies = tallies(times);
        double[] atRisk = new double[times.length];
        RiskWeights weights = RiskWeights.ofSize(times.length);
        BigDecimal present = present(tallies);
        for (int row = 0; row < times.length; row++) {
            There there = tallies[row];
            atRisk[row] = present.doubleValue();
            weights.set(row, there.ended(), there.censored(), there.entered());
            present = present.subtract(there.change());
        }
        return RiskTable.weighted(
                times,
                atRisk,
                counts(tallies, There::ended),
                counts(tallies, There::censored),
                counts(tallies, There::entered),
                weights);
    }

    private static long[] counts(There[] tallies, Function<There, Tally> kind) {
        return Arrays.stream(tallies)
                .mapToLong(there -> kind.apply(there).count())
                .toArray();
    }

    private double[] times() {
        double[] all = Doubles.concat(countedTimes(), ended.times(), censored.times(), entered.times());
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private double[] countedTimes() {
        double[] times = new double[counted.size()];
        Arrays.setAll(times, counted::time);
        return times;
    }

    private There[] tallies(double... times) {
        There[] tallies = new There[times.length];
        int next = 0;
        for (int row = 0; row < times.length; row++) {
            boolean isCounted = next < counted.size() && counted.time(next) == times[row];
            tallies[row] = new There(
                    ended.at(times[row]).plus(Tally.of(isCounted ? counted.endedCount(next) : 0)),
                    censored.at(times[row]).plus(Tally.of(isCounted ? counted.censoredCount(next) : 0)),
                    entered.at(times[row]).plus(Tally.of(isCounted ? counted.enteredCount(next) : 0)));
            next += isCounted ? 1 : 0;
        }
        return tallies;
    }

    private static BigDecimal present(There... tallies) {
        return Arrays.stream(tallies).map(There::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Those that ended, were last seen and entered at one time. */
    private record There(Tally ended, Tally censored, Tally entered) {

        /** Returns by how much weight fewer are at risk afterwards. */
        BigDecimal change() {
            return ended.weight().add(censored.weight()).subtract(entered.weight());
        }
    }
}
