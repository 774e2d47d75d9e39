package dev.tenure.survival.parametric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The likelihood of a hazard that is constant in each piece, as a function of the logarithms of the rates of those pieces that the data say
 * something about.
 */
final class PiecewiseLikelihood implements Likelihood {

    private static final int NONE = -1;
    /** Beyond, a share that survives is no longer a number. */
    private static final double ALL = 700;

    private final Pieces pieces;
    private final Sample sample;
    private final double[] ended;
    private final double[] exposure;
    /** The rows whose end lies between two times, without those that reach a piece of no exposure. */
    private final int[] intervals;

    private final String[] problems;
    /** The coordinate of each piece, or none. */
    private final int[] coordinates;

    private int size;

    PiecewiseLikelihood(Pieces pieces, Sample sample) {
        this.pieces = pieces;
        this.sample = sample;
        ended = new double[pieces.size()];
        exposure = new double[pieces.size()];
        problems = new String[pieces.size()];
        coordinates = new int[pieces.size()];
        List<Integer> between = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            addCertain(i);
        }
        for (int i = 0; i < sample.size(); i++) {
            if (!sample.isExact(i) && !sample.isOngoing(i) && isExposed(i)) {
                between.add(i);
            }
        }
        intervals = between.stream().mapToInt(Integer::intValue).toArray();
        judgePieces();
    }

    private void addCertain(int row) {
        for (int piece = 0; piece < pieces.size(); piece++) {
            exposure[piece] += sample.total(row) * pieces.within(piece, sample.entry(row), sample.lower(row));
        }
        if (sample.isExact(row)) {
            ended[pieces.indexOf(sample.lower(row))] += sample.total(row);
        }
    }

    /** Tells whether every piece an interval reaches into has exposure; otherwise its rate can be as high as one likes. */
    private boolean isExposed(int row) {
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (exposure[piece] == 0 && pieces.within(piece, sample.lower(row), sample.upper(row)) > 0) {
                return false;
            }
        }
        return true;
    }

    private void judgePieces() {
        for (int piece = 0; piece < pieces.size(); piece++) {
            problems[piece] = exposure[piece] == 0 ? "no exposure in " + pieces.text(piece) : "";
            coordinates[piece] = problems[piece].isEmpty() && possible(piece) > 0 ? size++ : NONE;
        }
    }

    /** Returns how many may have ended in a piece, each interval shared out by the time it spends there. */
    private double possible(int piece) {
        double sum = ended[piece];
        for (int row : intervals) {
            double width = sample.upper(row) - sample.lower(row);
            sum += sample.total(row) * pieces.within(piece, sample.lower(row), sample.upper(row)) / width;
        }
        return sum;
    }

    /** Returns for each piece why its rate is not estimable, an empty text if it is. */
    ImmutableList<String> problems() {
        return ImmutableList.copyOf(problems);
    }

    /** Tells whether the rate of a piece is 0: there is exposure, and nobody can have ended. */
    boolean isZero(int piece) {
        return coordinates[piece] == NONE && problems[piece].isEmpty();
    }

    /** Returns for each piece the time that is known to have been spent in it, with all counts and weights. */
    ImmutableDoubleArray exposure() {
        return ImmutableDoubleArray.copyOf(exposure);
    }

    /** Returns the coordinate of a piece, negative if its rate is not estimable or 0. */
    int coordinate(int piece) {
        return coordinates[piece];
    }

    /** Returns how many rates are to be found. */
    int size() {
        return size;
    }

    /** Tells whether the point to start from is the highest already: events over exposure. */
    boolean isClosed() {
        return intervals.length == 0;
    }

    double[] start() {
        double[] start = new double[size];
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (coordinates[piece] != NONE) {
                start[coordinates[piece]] = Math.log(possible(piece) / exposure[piece]);
            }
        }
        return start;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        for (int k = 0; k < size; k++) {
            gradient[k] = 0;
            Arrays.fill(hessian[k], 0);
        }
        double value = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            int k = coordinates[piece];
            if (k != NONE) {
                double expected = Math.exp(point[k]) * exposure[piece];
                value += expected - ended[piece] * point[k];
                gradient[k] += expected - ended[piece];
                hessian[k][k] += expected;
            }
        }
        double[] hazards = new double[size];
        for (int row : intervals) {
            value += between(row, point, hazards, gradient, hessian);
        }
        return value;
    }

    /** Adds what an interval gives beside its certain exposure: the probability to end within it. */
    private double between(int row, double[] point, double[] hazards, double[] gradient, double[][] hessian) {
        double hazard = hazards(row, point, hazards);
        double total = sample.total(row);
        double slope = slope(hazard);
        for (int j = 0; j < size; j++) {
            if (hazards[j] > 0) {
                gradient[j] -= total * slope * hazards[j];
                hessian[j][j] -= total * slope * hazards[j];
                for (int k = 0; k < size; k++) {
                    hessian[j][k] += total * slope * (1 + slope) * hazards[j] * hazards[k];
                }
            }
        }
        return -total * Math.log(-Math.expm1(-hazard));
    }

    /** Fills in the cumulative hazard an interval has in each piece and returns their sum. */
    private double hazards(int row, double[] point, double[] hazards) {
        double sum = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            int k = coordinates[piece];
            if (k != NONE) {
                hazards[k] = Math.exp(point[k]) * pieces.within(piece, sample.lower(row), sample.upper(row));
                sum += hazards[k];
            }
        }
        return sum;
    }

    private static double slope(double hazard) {
        return hazard > ALL ? 0 : 1 / Math.expm1(hazard);
    }

    @Override
    public void score(int row, double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        boolean isInterval = Arrays.binarySearch(intervals, row) >= 0;
        double[] hazards = new double[size];
        double slope = isInterval ? slope(hazards(row, point, hazards)) : 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            int k = coordinates[piece];
            if (k != NONE) {
                double lasted = pieces.within(piece, sample.entry(row), sample.lower(row));
                gradient[k] = slope * hazards[k] - Math.exp(point[k]) * lasted;
                if (sample.isExact(row) && pieces.indexOf(sample.lower(row)) == piece) {
                    gradient[k] += 1;
                }
            }
        }
    }
}
