package dev.tenure.survival.competing;

import java.util.Arrays;

/** The counts and figures of one cause, row by row of the times that all causes share. */
final class CauseTable {

    /** An incidence this close to one, where nothing is left, is one but for rounding. */
    private static final double ROUNDING = 1e-12;

    private final ExitTable table;
    private final IncidenceVariance method;
    private final double[] ended;
    private final UnknownShare share;
    /** Per row, over those at risk whose known cause will strike: one for each of this cause, less the share for each. */
    private final double[] shareAtRisk;

    private final double[] incidence;
    private final double[] variance;

    CauseTable(ExitTable table, IncidenceVariance method, double[] ended, UnknownShare share, double[] shareAtRisk) {
        this.table = table;
        this.method = method;
        this.ended = ended;
        this.share = share;
        this.shareAtRisk = shareAtRisk;
        this.incidence = new double[ended.length];
        this.variance = new double[ended.length];
        fill();
    }

    /** One pass: what an earlier row contributes changes with how far the incidence has risen since, and only by three sums. */
    private void fill() {
        VarianceTerms terms = new VarianceTerms(this);
        double risen = 0;
        double own = 0;
        double mixed = 0;
        double survival = 0;
        double shareCovariance = 0;
        double shareSlope = 0;
        for (int i = 0; i < ended.length; i++) {
            double rise = rise(i);
            own += 2 * rise * mixed + rise * rise * survival;
            mixed += rise * survival;
            shareCovariance -= rise * shareSlope;
            risen += rise;
            terms.moveTo(i);
            own += terms.incidence;
            mixed -= terms.mixed;
            survival += terms.survival;
            shareCovariance += terms.shareIncidence;
            shareSlope += terms.shareSurvival;
            incidence[i] = rounded(i, risen);
            variance[i] = Math.max(0, own + ofShare(table.unknownIncidence[i], shareCovariance));
        }
    }

    private double rounded(int row, double risen) {
        return table.survival[row] == 0 && risen > 1 - ROUNDING ? 1 : risen;
    }

    /** Returns what the estimated share adds to the variance of a figure whose unknown part is given. */
    private double ofShare(double unknownPart, double covariance) {
        return share.isEstimated()
                ? unknownPart * (unknownPart * share.value() * (1 - share.value()) + 2 * covariance) / share.known()
                : 0;
    }

    /** Returns by how much the incidence rises at a row. */
    double rise(int row) {
        return table.before(row) * counted(row) / table.atRisk[row];
    }

    /** Returns how many ended for the cause at a row, with its share of the unknown ones. */
    double counted(int row) {
        return ended[row] + share.value() * table.unknown[row];
    }

    /** Returns the area under the incidence up to a horizon. */
    double area(double horizon) {
        double area = 0;
        for (int i = 0; i < ended.length && table.times[i] < horizon; i++) {
            area += rise(i) * (horizon - table.times[i]);
        }
        return area;
    }

    /** Returns the variance of the area under the incidence up to a horizon. */
    double areaVariance(double horizon) {
        VarianceTerms terms = new VarianceTerms(this);
        double sum = 0;
        double later = 0;
        double covariance = 0;
        double unknownArea = 0;
        for (int i = firstAtOrAfter(horizon) - 1; i >= 0; i--) {
            double length = horizon - table.times[i];
            terms.moveTo(i);
            sum += terms.incidence * length * length
                    - 2 * terms.mixed * length * later
                    + terms.survival * later * later;
            covariance += terms.shareIncidence * length - terms.shareSurvival * later;
            later += rise(i) * length;
            unknownArea += table.before(i) * table.unknown[i] / table.atRisk[i] * length;
        }
        return Math.max(0, sum + ofShare(unknownArea, covariance));
    }

    private int firstAtOrAfter(double time) {
        int found = Arrays.binarySearch(table.times, time);
        return found >= 0 ? found : -found - 1;
    }

    /** Returns the cause-specific cumulative hazard after a number of rows. */
    double hazard(int rows) {
        double hazard = 0;
        for (int i = 0; i < rows; i++) {
            hazard += counted(i) / table.atRisk[i];
        }
        return hazard;
    }

    /** Returns the incidence after a number of rows. */
    double incidence(int rows) {
        return rows == 0 ? 0 : incidence[rows - 1];
    }

    /** Returns the standard error of the incidence after a number of rows. */
    double error(int rows) {
        return rows == 0 ? 0 : Math.sqrt(variance[rows - 1]);
    }

    ExitTable table() {
        return table;
    }

    IncidenceVariance method() {
        return method;
    }

    double[] ended() {
        return ended;
    }

    UnknownShare share() {
        return share;
    }

    double[] shareAtRisk() {
        return shareAtRisk;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CauseTable cause
                && table.equals(cause.table)
                && Arrays.equals(ended, cause.ended)
                && share.equals(cause.share)
                && method == cause.method
                && Arrays.equals(shareAtRisk, cause.shareAtRisk);
    }

    @Override
    public int hashCode() {
        return table.hashCode() * 31 + Arrays.hashCode(ended);
    }
}
