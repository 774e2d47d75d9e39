package dev.tenure.survival.parametric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import dev.tenure.survival.IntervalObservation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The fits that others made, beside the tests. */
final class GoldenFits {

    private static final JsonNode FILE = read("fits.json");

    private GoldenFits() {}

    static Stream<JsonNode> all() {
        return StreamSupport.stream(FILE.get("fits").spliterator(), false);
    }

    static double tolerance() {
        return FILE.get("tolerance").get("estimates").doubleValue();
    }

    static List<IntervalObservation> data(String name) {
        JsonNode columns = FILE.get("data").get(name);
        List<IntervalObservation> observations = new ArrayList<>();
        IntStream.range(0, columns.get("entry").size()).forEach(i -> {
            JsonNode upper = columns.get("upper").get(i);
            observations.add(IntervalObservation.of(
                    columns.get("entry").get(i).doubleValue(),
                    columns.get("lower").get(i).doubleValue(),
                    upper.isNull() ? Double.POSITIVE_INFINITY : upper.doubleValue(),
                    1,
                    1));
        });
        return observations;
    }

    static SurvivalLaw law(JsonNode fit) {
        return fit.has("cuts")
                ? SurvivalLaw.piecewiseExponential(
                        StreamSupport.stream(fit.get("cuts").spliterator(), false)
                                .mapToDouble(JsonNode::doubleValue)
                                .toArray())
                : new SurvivalLaw(LawFamily.valueOf(fit.get("law").textValue()), ImmutableList.of());
    }

    private static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(GoldenFits.class.getResourceAsStream(name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
