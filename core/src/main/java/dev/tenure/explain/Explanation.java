package dev.tenure.explain;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.internal.ValueStyle;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * How one number was obtained: its name, the formula, the inputs and the parts it was built from.
 *
 * <p>An explanation is derived from the result it explains, never computed beside it.
 */
@ValueStyle
@Value.Immutable
public abstract class Explanation {

    Explanation() {}

    /**
     * Returns the name of the number, such as {@code "logo churn"}.
     *
     * @return the field's English term, in lower case
     */
    public abstract String name();

    /**
     * Returns the formula in plain text, such as {@code "churned / at start"}.
     *
     * @return the formula; it uses the names of {@link #inputs()} and of {@link #parts()}
     */
    public abstract String formula();

    /**
     * Returns the number.
     *
     * @return the number, or {@link Quantity.Missing}
     */
    public abstract Quantity value();

    /**
     * Returns the inputs by the names the formula uses, and the options of the policy by theirs.
     *
     * @return the inputs, in the order of the formula; empty if the parts say it all
     */
    public abstract ImmutableMap<String, Quantity> inputs();

    /**
     * Returns the explanations of the parts.
     *
     * @return the parts, in the order of the formula; empty for a leaf
     */
    public abstract ImmutableList<Explanation> parts();

    /**
     * Returns this explanation as indented English lines.
     *
     * @return the text, one number a line, each line ended by a line feed
     */
    public final String toText() {
        StringBuilder text = new StringBuilder();
        append(text, "");
        return text.toString();
    }

    private void append(StringBuilder text, String indent) {
        text.append(indent).append(name()).append(" = ").append(value());
        text.append("   [").append(formula());
        if (!inputs().isEmpty()) {
            text.append("; ")
                    .append(Joiner.on(", ").withKeyValueSeparator(" = ").join(inputs()));
        }
        text.append("]\n");
        parts().forEach(part -> part.append(text, indent + "  "));
    }

    /**
     * Returns a builder that holds what this explanation holds.
     *
     * @return a new builder
     */
    public final ExplanationBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ExplanationBuilder builder() {
        return new ExplanationBuilder();
    }

    /**
     * Returns the quantity of an outcome.
     *
     * @param outcome the outcome
     * @param quantity how its value, if there is one, is shown
     * @param <T> the type of the value
     * @return the quantity, or {@link Quantity.Missing} with the outcome's reason
     */
    public static <T> Quantity quantity(Outcome<T> outcome, Function<? super T, ? extends Quantity> quantity) {
        if (outcome instanceof Outcome.Undefined<T> undefined) {
            return new Quantity.Missing(undefined.reason(), undefined.detail());
        }
        return quantity.apply(outcome.orElseThrow());
    }
}
