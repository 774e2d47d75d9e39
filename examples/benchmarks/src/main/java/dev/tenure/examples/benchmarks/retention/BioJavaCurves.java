package dev.tenure.examples.benchmarks.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.biojava.nbio.survival.cox.StrataInfo;
import org.biojava.nbio.survival.kaplanmeier.figure.CensorStatus;
import org.biojava.nbio.survival.kaplanmeier.figure.SurvFitKM;

/** Survival curves by BioJava, which takes an object a row; they are made before anything is timed. */
final class BioJavaCurves {

    private final LinkedHashMap<String, ArrayList<CensorStatus>> rows = new LinkedHashMap<>();

    private BioJavaCurves(Lifetimes lifetimes) {
        for (int i = 0; i < lifetimes.rows(); i++) {
            String group = Lifetimes.GROUP_NAMES.get(lifetimes.group[i]);
            rows.computeIfAbsent(group, name -> new ArrayList<>())
                    .add(new CensorStatus(group, (double) lifetimes.days[i], lifetimes.ended[i] ? "1" : "0"));
        }
    }

    static BioJavaCurves of(Lifetimes lifetimes) {
        return new BioJavaCurves(lifetimes);
    }

    /** Returns the curve of each group. */
    Map<String, StrataInfo> curves() throws Exception {
        return new SurvFitKM().process(rows, false).getStrataInfoHashMap();
    }
}
