package dev.tenure.survival.regression;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;

/** Makes the residuals of a fit, in the order in which its rows were given. */
final class Residuals {

    private static final double SMALL = 1e-4;

    private final Fit fit;
    private final Design design;

    private Residuals(Fit fit) {
        this.fit = fit;
        this.design = fit.design();
    }

    static CoxResiduals of(Fit fit) {
        return new Residuals(fit).all();
    }

    private CoxResiduals all() {
        CoxResidualsBuilder residuals = new CoxResidualsBuilder();
        double[] martingale = martingale();
        residuals.martingale(ImmutableDoubleArray.copyOf(martingale));
        for (int row = 0; row < martingale.length; row++) {
            martingale[row] = deviance(martingale[row], fit.data().ended(row));
        }
        residuals.deviance(ImmutableDoubleArray.copyOf(martingale));
        addEvents(residuals);
        double[][] schoenfeld = schoenfeld();
        double[][] influences = Sandwich.influences(fit);
        for (int covariate = 0; covariate < fit.data().names().size(); covariate++) {
            int j = fit.place(covariate);
            if (fit.estimated(covariate).isDefined()) {
                String name = fit.data().names().get(covariate);
                residuals.putSchoenfeld(name, times(schoenfeld[j], design.scale(j)));
                residuals.putScaledSchoenfeld(name, scaled(schoenfeld, j));
                residuals.putInfluence(name, times(byRow(influences[j]), 1 / design.scale(j)));
            }
        }
        return residuals.build();
    }

    private double[] martingale() {
        double[] martingale = new Derivatives(design, fit.ties()).expectedAt(fit.coefficients());
        for (int i = 0; i < martingale.length; i++) {
            martingale[i] = (design.rows().ended(i) ? 1 : 0) - martingale[i] / design.weights()[i];
        }
        return byRow(martingale);
    }

    private static double deviance(double martingale, boolean ended) {
        if (ended && Math.abs(martingale) < SMALL) {
            // of the series of -2 (m + log(1 - m)), in which little is left of much
            return martingale * Math.sqrt(1 + martingale * (2.0 / 3 + martingale / 2));
        }
        double half = martingale + (ended ? Math.log1p(-martingale) : 0);
        return Math.copySign(Math.sqrt(-2 * half), martingale);
    }

    private double[] byRow(double[] values) {
        double[] byRow = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            byRow[design.rows().row(i)] = values[i];
        }
        return byRow;
    }

    private void addEvents(CoxResidualsBuilder residuals) {
        ImmutableIntArray.Builder rows = ImmutableIntArray.builder();
        ImmutableDoubleArray.Builder times = ImmutableDoubleArray.builder();
        forEachEvent((time, position) -> {
            rows.add(design.rows().row(position));
            times.add(design.times().time(time));
        });
        residuals.eventRows(rows.build()).eventTimes(times.build());
    }

    private double[][] schoenfeld() {
        HazardPath path = fit.path();
        double[][] residuals = new double[design.covariates()][];
        for (int j = 0; j < residuals.length; j++) {
            double[] column = design.column(j);
            double[] mean = path.mean(j);
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
            forEachEvent((time, position) -> values.add(column[position] - mean[time]));
            residuals[j] = values.build().toArray();
        }
        return residuals;
    }

    private ImmutableDoubleArray scaled(double[][] schoenfeld, int j) {
        double[] scaled = new double[schoenfeld[j].length];
        for (int k = 0; k < schoenfeld.length; k++) {
            double lever = scaled.length * fit.modelCovariance()[j][k];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] += lever * schoenfeld[k][i];
            }
        }
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] += fit.coefficients()[j];
        }
        return times(scaled, 1 / design.scale(j));
    }

    private static ImmutableDoubleArray times(double[] values, double factor) {
        ImmutableDoubleArray.Builder product = ImmutableDoubleArray.builder(values.length);
        for (double value : values) {
            product.add(factor * value);
        }
        return product.build();
    }

    private void forEachEvent(Event event) {
        EventTimes times = design.times();
        for (int stratum = 0; stratum < times.strata(); stratum++) {
            for (int time = times.first(stratum + 1) - 1; time >= times.first(stratum); time--) {
                for (int i = times.leaving(time); i < times.to(time); i++) {
                    event.take(time, i);
                }
            }
        }
    }

    /** What is done with one who leaves. */
    private interface Event {
        void take(int time, int position);
    }
}
