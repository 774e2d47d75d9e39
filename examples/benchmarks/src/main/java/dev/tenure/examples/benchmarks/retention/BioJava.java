package dev.tenure.examples.benchmarks.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biojava.nbio.survival.cox.CoxInfo;
import org.biojava.nbio.survival.cox.CoxMethod;
import org.biojava.nbio.survival.cox.CoxR;
import org.biojava.nbio.survival.cox.StrataInfo;
import org.biojava.nbio.survival.cox.SurvivalInfo;
import org.biojava.nbio.survival.kaplanmeier.figure.CensorStatus;
import org.biojava.nbio.survival.kaplanmeier.figure.SurvFitKM;

/** The same questions to BioJava, which takes an object a row; its rows are made before anything is timed. */
final class BioJava {

    private static final int ITERATIONS = 20;
    private static final double PRECISION = 1e-9;
    private static final double SINGULAR = 1.8e-12;

    private BioJava() {}

    /** Returns the rows of a regression; each can be used once, because the fit writes into them. */
    static ArrayList<SurvivalInfo> rows(Covariates covariates) {
        ArrayList<SurvivalInfo> rows = new ArrayList<>();
        for (int i = 0; i < covariates.rows(); i++) {
            LinkedHashMap<String, Double> values = new LinkedHashMap<>();
            for (int j = 0; j < Covariates.NAMES.size(); j++) {
                values.put(Covariates.NAMES.get(j), covariates.values[j][i]);
            }
            SurvivalInfo row = new SurvivalInfo(covariates.days[i], covariates.ended[i] ? 1 : 0, values);
            row.setOrder(i);
            rows.add(row);
        }
        return rows;
    }

    /** Returns the coefficients by Efron's method. */
    static List<Double> cox(ArrayList<SurvivalInfo> rows) throws Exception {
        CoxInfo fit = new CoxR()
                .process(
                        new ArrayList<>(Covariates.NAMES),
                        rows,
                        ITERATIONS,
                        CoxMethod.Efron,
                        PRECISION,
                        SINGULAR,
                        null,
                        0,
                        false,
                        false,
                        false,
                        false);
        return Covariates.NAMES.stream()
                .map(name -> fit.getCoefficient(name).getCoeff())
                .toList();
    }

    /** Returns the rows of curves by group. */
    static LinkedHashMap<String, ArrayList<CensorStatus>> rows(Lifetimes lifetimes) {
        LinkedHashMap<String, ArrayList<CensorStatus>> rows = new LinkedHashMap<>();
        for (int group = 0; group < Lifetimes.GROUPS; group++) {
            rows.put(String.valueOf(group), new ArrayList<>());
        }
        for (int i = 0; i < lifetimes.rows(); i++) {
            String group = String.valueOf(lifetimes.group[i]);
            rows.get(group).add(new CensorStatus(group, (double) lifetimes.days[i], lifetimes.ended[i] ? "1" : "0"));
        }
        return rows;
    }

    /** Returns the curve of each group. */
    static Map<String, StrataInfo> survival(LinkedHashMap<String, ArrayList<CensorStatus>> rows) throws Exception {
        return new SurvFitKM().process(rows, false).getStrataInfoHashMap();
    }
}
