package dev.tenure.survival.competing;

/**
 * What the ends at one time contribute to the variance of a figure that is linear in an incidence. If a unit more of incidence at that
 * time adds {@code x} to the figure, and all that comes after it is worth {@code y}, they contribute
 * {@code incidence x^2 - 2 mixed x y + survival y^2}. For the incidence at a time, {@code x} is 1 and {@code y} what it still rises.
 *
 * <p>If the share of the unknown ends is estimated, {@code (shareIncidence x - shareSurvival y) / known} is the covariance of the figure
 * with it.
 *
 * <p>Moves from row to row, so that a row costs no object.
 */
final class VarianceTerms {

    private final ExitTable table;
    private final IncidenceVariance method;
    private final double[] counts;
    private final double[] shareAtRisk;

    /** The part of the unknown ends that is taken for ends of the cause. */
    final double share;

    double atRisk;
    double own;
    double unknown;
    double ended;

    double incidence;
    double mixed;
    double survival;
    double shareIncidence;
    double shareSurvival;

    VarianceTerms(CauseTable cause) {
        this.table = cause.table();
        this.method = cause.method();
        this.counts = cause.ended();
        this.shareAtRisk = cause.shareAtRisk();
        this.share = cause.share().value();
    }

    void moveTo(int row) {
        atRisk = table.atRisk[row];
        ended = table.ended[row];
        unknown = table.unknown[row];
        own = counts[row];
        method.fill(this, table.before(row), table.survival[row]);
        if (shareAtRisk.length > 0) {
            fillShare(row);
        }
    }

    /** Of the share's influence: of each known end, one for the cause less the share, over the known ends. */
    private void fillShare(int row) {
        double rise = own + share * unknown;
        double left = atRisk - ended;
        shareIncidence = table.before(row) / atRisk * ((1 - share) * own - shareAtRisk[row] * rise / atRisk);
        shareSurvival = left == 0 ? 0 : (own - share * (ended - unknown) - shareAtRisk[row] * ended / atRisk) / left;
    }
}
