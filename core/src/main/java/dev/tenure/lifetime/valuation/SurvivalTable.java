package dev.tenure.lifetime.valuation;

import dev.tenure.lifetime.contractual.RetentionModel;
import java.util.Arrays;

/** The survival of clients who are through the same number of renewals: asked of the model once for all of them. */
final class SurvivalTable {

    private static final int FIRST = 64;

    final RetentionModel model;
    final int through;
    private double[] shares = new double[FIRST];
    private int known;

    SurvivalTable(RetentionModel model, int through) {
        this.model = model;
        this.through = through;
    }

    /** Returns which share is kept for so many more renewals. */
    double after(int renewals) {
        if (renewals >= known) {
            fill(renewals);
        }
        return shares[renewals];
    }

    private void fill(int renewals) {
        if (renewals >= shares.length) {
            shares = Arrays.copyOf(shares, Math.max(2 * shares.length, renewals + 1));
        }
        while (known <= renewals) {
            shares[known] = known == 0 ? 1 : shares[known - 1] * model.retention(through + known);
            known++;
        }
    }
}
