package dev.tenure.survival.parametric;

import java.util.Arrays;

/** A hazard that is constant in each piece, with the derivatives by the logarithms of the rates. */
final class PiecewiseCurve implements LawCurve {

    private final Pieces pieces;
    private final double[] rates;

    /** Takes the rates as they are; nothing else may hold them. */
    PiecewiseCurve(Pieces pieces, double[] rates) {
        this.pieces = pieces;
        this.rates = rates;
    }

    @Override
    public double cumulativeHazard(double time, double[] gradient) {
        double sum = 0;
        for (int piece = 0; piece < rates.length; piece++) {
            gradient[piece] = rates[piece] * pieces.within(piece, 0, time);
            sum += gradient[piece];
        }
        return sum;
    }

    @Override
    public double logHazard(double time, double[] gradient) {
        int piece = pieces.indexOf(time);
        Arrays.fill(gradient, 0);
        gradient[piece] = 1;
        return Math.log(rates[piece]);
    }

    @Override
    public double timeOf(double cumulativeHazard) {
        double left = cumulativeHazard;
        for (int piece = 0; piece < rates.length; piece++) {
            double inPiece = rates[piece] * (pieces.end(piece) - pieces.start(piece));
            if (left <= inPiece) {
                return pieces.start(piece) + left / rates[piece];
            }
            left -= inPiece;
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double meanTime(double from, double horizon, double[] gradient) {
        Arrays.fill(gradient, 0);
        double mean = 0;
        double survival = 1;
        double[] hazards = new double[rates.length];
        for (int piece = pieces.indexOf(from); piece < rates.length; piece++) {
            double width = pieces.within(piece, from, horizon);
            if (width > 0) {
                hazards[piece] = rates[piece] * width;
                double ended = -Math.expm1(-hazards[piece]);
                double spent = survival * (rates[piece] == 0 ? width : ended / rates[piece]);
                for (int earlier = 0; earlier < piece; earlier++) {
                    gradient[earlier] -= spent * hazards[earlier];
                }
                double atEnd = survival * (1 - ended);
                gradient[piece] += (atEnd == 0 ? 0 : atEnd * width) - spent;
                mean += spent;
                survival = atEnd;
            }
        }
        return mean;
    }
}
