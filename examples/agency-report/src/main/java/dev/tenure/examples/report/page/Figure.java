package dev.tenure.examples.report.page;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ConfidenceLevel;
import java.util.Objects;
import java.util.Optional;

/**
 * One figure of the report. Its title is the phrase {@code figure.<id>.title}.
 *
 * @param id the figure's name in the message bundles, such as {@code "logo-retention"}
 * @param definition what the number is, in words
 * @param explanation the number and how it was obtained
 * @param interval where the true value may lie; absent if the number does not come from a sample
 * @param policy the choices behind the number by their names; empty if there was nothing to choose
 * @param reading what the number says, in one sentence
 * @param warning why the number should be taken with care
 */
public record Figure(
        String id,
        Text definition,
        Explanation explanation,
        Optional<Range> interval,
        ImmutableMap<String, Quantity> policy,
        Optional<Text> reading,
        Optional<Text> warning) {

    /**
     * An interval and its confidence level.
     *
     * @param span a {@link Quantity.Span}, or {@link Quantity.Missing} if the sample allows none
     * @param level how often intervals made this way hold the true value
     */
    public record Range(Quantity span, ConfidenceLevel level) {

        /**
         * Creates a range.
         *
         * @param span a span, or the reason why there is none
         * @param level the confidence level
         */
        public Range {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(level, "level");
        }
    }

    /**
     * Creates a figure.
     *
     * @param id the figure's name in the message bundles
     * @param definition what the number is
     * @param explanation the number and how it was obtained
     * @param interval where the true value may lie
     * @param policy the choices behind the number
     * @param reading what the number says
     * @param warning why to take care
     */
    public Figure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(warning, "warning");
    }

    /**
     * Returns a figure without interval, policy, reading and warning. Its definition is the phrase
     * {@code figure.<id>.definition}.
     *
     * @param id the figure's name in the message bundles
     * @param explanation the number and how it was obtained
     * @return the figure
     */
    public static Figure of(String id, Explanation explanation) {
        return new Figure(
                id,
                Text.phrase("figure." + id + ".definition"),
                explanation,
                Optional.empty(),
                ImmutableMap.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns the number.
     *
     * @return the explanation's value; {@link Quantity.Missing} if there is none
     */
    public Quantity value() {
        return explanation.value();
    }

    /**
     * Returns this figure with another definition.
     *
     * @param words what the number is, in words
     * @return the changed figure
     */
    public Figure withDefinition(Text words) {
        return new Figure(id, words, explanation, interval, policy, reading, warning);
    }

    /**
     * Returns this figure with an interval.
     *
     * @param span a {@link Quantity.Span}, or {@link Quantity.Missing} if the sample allows none
     * @param level the confidence level
     * @return the changed figure
     */
    public Figure withInterval(Quantity span, ConfidenceLevel level) {
        return new Figure(id, definition, explanation, Optional.of(new Range(span, level)), policy, reading, warning);
    }

    /**
     * Returns this figure with one more choice of its policy.
     *
     * @param name what is chosen, such as {@code "denominator"}
     * @param choice what was chosen
     * @return the changed figure
     */
    public Figure withPolicy(String name, Quantity choice) {
        ImmutableMap<String, Quantity> more = ImmutableMap.<String, Quantity>builder()
                .putAll(policy)
                .put(name, choice)
                .buildOrThrow();
        return new Figure(id, definition, explanation, interval, more, reading, warning);
    }

    /**
     * Returns this figure with a sentence that says what the number means.
     *
     * @param sentence the sentence
     * @return the changed figure
     */
    public Figure withReading(Text sentence) {
        return new Figure(id, definition, explanation, interval, policy, Optional.of(sentence), warning);
    }

    /**
     * Returns this figure with a warning.
     *
     * @param sentence why the number should be taken with care
     * @return the changed figure
     */
    public Figure withWarning(Text sentence) {
        return new Figure(id, definition, explanation, interval, policy, reading, Optional.of(sentence));
    }
}
