package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One cause of a contract's end, on two axes: whose side it lies on, and what it is; with the expectation that was not met.
 */
@ValueStyle
@Value.Immutable
public abstract class ChurnCause {

    ChurnCause() {}

    /**
     * Returns whose side the cause lies on.
     *
     * @return the side
     */
    public abstract ChurnSide side();

    /**
     * Returns what the cause is.
     *
     * @return the reason
     */
    public abstract ChurnReason reason();

    /**
     * Returns the reason in words.
     *
     * @return the words, not blank; always present for {@link ChurnReason#OTHER}
     */
    public abstract Optional<String> text();

    /**
     * Returns what the client had expected and did not get.
     *
     * @return the expectation, not blank, such as {@code 40 target leads a month}; empty if nobody named it
     */
    public abstract Optional<String> unmetExpectation();

    @Value.Check
    void check() {
        checkArgument(
                reason() != ChurnReason.OTHER || text().isPresent(), "text must be present for reason: %s", reason());
        text().ifPresent(words -> checkArgument(!words.isBlank(), "text must not be blank: '%s'", words));
        unmetExpectation()
                .ifPresent(words -> checkArgument(!words.isBlank(), "unmetExpectation must not be blank: '%s'", words));
    }

    /**
     * Returns a builder that holds this cause's attributes.
     *
     * @return a new builder
     */
    public final ChurnCauseBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ChurnCauseBuilder builder() {
        return new ChurnCauseBuilder();
    }
}
