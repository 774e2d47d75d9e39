package dev.tenure.explain;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value, or the reason why there is none.
 *
 * <p>What cannot be computed is never given as 0, as a number that is not one, or as infinity: a caller who wants a value
 * has to look at the case that there is none.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T> {

    /**
     * There is a value.
     *
     * @param value the value
     * @param <T> the type of the value
     */
    record Defined<T>(T value) implements Outcome<T> {

        /**
         * Creates a defined outcome.
         *
         * @param value the value
         */
        public Defined {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * There is no value.
     *
     * @param reason the kind of reason, for programs
     * @param detail the reason in a few words, for people, such as {@code "no clients at the start of 2025-03"}
     * @param <T> the type the value would have had
     */
    record Undefined<T>(Reason reason, String detail) implements Outcome<T> {

        /**
         * Creates an undefined outcome.
         *
         * @param reason the kind of reason
         * @param detail the reason in a few words, not blank
         */
        public Undefined {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            checkArgument(!detail.isBlank(), "detail must not be blank: '%s'", detail);
        }

        @Override
        public String toString() {
            return "undefined (" + detail + ")";
        }
    }

    /**
     * Returns an outcome that has a value.
     *
     * @param value the value
     * @param <T> the type of the value
     * @return the outcome
     */
    static <T> Outcome<T> of(T value) {
        return new Defined<>(value);
    }

    /**
     * Returns an outcome that has no value.
     *
     * @param reason the kind of reason
     * @param detail the reason in a few words, not blank
     * @param <T> the type the value would have had
     * @return the outcome
     * @throws IllegalArgumentException if {@code detail} is blank
     */
    static <T> Outcome<T> undefined(Reason reason, String detail) {
        return new Undefined<>(reason, detail);
    }

    /**
     * Tells whether there is a value.
     *
     * @return true if there is
     */
    default boolean isDefined() {
        return this instanceof Defined;
    }

    /**
     * Returns the value, for callers who know that there is one.
     *
     * @return the value
     * @throws IllegalStateException if there is none; the message is {@link Undefined#toString()}
     */
    default T orElseThrow() {
        if (this instanceof Defined<T> defined) {
            return defined.value();
        }
        throw new IllegalStateException(toString());
    }

    /**
     * Returns the value as an {@code Optional}; the reason for its absence is lost.
     *
     * @return the value, empty if there is none
     */
    default Optional<T> toOptional() {
        return this instanceof Defined<T> defined ? Optional.of(defined.value()) : Optional.empty();
    }

    /**
     * Applies a function to the value, if there is one.
     *
     * @param function what to do with the value
     * @param <U> the type of the new value
     * @return the new value, or this outcome's reason
     */
    default <U> Outcome<U> map(Function<? super T, ? extends U> function) {
        return flatMap(value -> of(function.apply(value)));
    }

    /**
     * Applies a function that may itself have no value to the value, if there is one.
     *
     * @param function what to do with the value
     * @param <U> the type of the new value
     * @return the function's outcome, or this outcome's reason
     */
    default <U> Outcome<U> flatMap(Function<? super T, Outcome<U>> function) {
        if (this instanceof Undefined<T> undefined) {
            return undefined(undefined.reason(), undefined.detail());
        }
        return function.apply(orElseThrow());
    }
}
