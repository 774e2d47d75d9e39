package dev.tenure.examples.benchmarks.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.biojava.nbio.survival.cox.CoxInfo;
import org.biojava.nbio.survival.cox.CoxMethod;
import org.biojava.nbio.survival.cox.CoxR;
import org.biojava.nbio.survival.cox.SurvivalInfo;

/** A regression by BioJava, which takes an object a row; they are made before anything is timed. */
final class BioJavaCox {

    private static final int ITERATIONS = 20;
    private static final double PRECISION = 1e-9;
    private static final double SINGULAR = 1.8e-12;

    private final ArrayList<SurvivalInfo> rows = new ArrayList<>();

    private BioJavaCox(Covariates covariates) {
        for (int i = 0; i < covariates.rows(); i++) {
            LinkedHashMap<String, Double> values = new LinkedHashMap<>();
            for (int j = 0; j < Covariates.NAMES.size(); j++) {
                values.put(Covariates.NAMES.get(j), covariates.values[j][i]);
            }
            SurvivalInfo row = new SurvivalInfo(covariates.days[i], covariates.ended[i] ? 1 : 0, values);
            row.setOrder(i);
            rows.add(row);
        }
    }

    /** Prepares one regression; another needs to be prepared anew, because it writes into the rows. */
    static BioJavaCox of(Covariates covariates) {
        return new BioJavaCox(covariates);
    }

    /** Returns the coefficients by Efron's method. */
    List<Double> coefficients() throws Exception {
        CoxInfo fit = new CoxR()
                .process(
                        new ArrayList<>(Covariates.NAMES),
                        rows,
                        ITERATIONS,
                        CoxMethod.Efron,
                        PRECISION,
                        SINGULAR,
                        new double[Covariates.NAMES.size()],
                        0,
                        false,
                        false,
                        false,
                        false);
        return Covariates.NAMES.stream()
                .map(name -> fit.getCoefficient(name).getCoeff())
                .toList();
    }
}
