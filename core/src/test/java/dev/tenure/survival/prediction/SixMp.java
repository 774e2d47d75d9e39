package dev.tenure.survival.prediction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Published data with predictions, and what other programs make of them; sources and tolerance in six-mp.json. */
final class SixMp {

    static final JsonNode GOLDEN = read();
    static final double TOLERANCE = GOLDEN.get("tolerance").doubleValue();

    private SixMp() {}

    static double[] durations() {
        return column("time");
    }

    static boolean[] ended() {
        double[] status = column("status");
        boolean[] ended = new boolean[status.length];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = status[i] == 1;
        }
        return ended;
    }

    /** The score: controls leave remission sooner. */
    static double[] controls() {
        return column("control");
    }

    static double[] times() {
        return column("times");
    }

    static double[][] survival() {
        double[] controls = column("control");
        double[] ofControls = column("survivalOfControls");
        double[] ofTreated = column("survivalOfTreated");
        double[][] survival = new double[ofControls.length][controls.length];
        for (int time = 0; time < survival.length; time++) {
            for (int row = 0; row < controls.length; row++) {
                survival[time][row] = controls[row] == 1 ? ofControls[time] : ofTreated[time];
            }
        }
        return survival;
    }

    static double[] column(String name) {
        JsonNode values = GOLDEN.get(name);
        double[] column = new double[values.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = values.get(i).doubleValue();
        }
        return column;
    }

    private static JsonNode read() {
        try (InputStream in = SixMp.class.getResourceAsStream("six-mp.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
