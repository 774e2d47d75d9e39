package dev.tenure.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OutcomeTest {

    // laws

    @Provide
    static Arbitrary<Outcome<Integer>> outcomes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Outcome::of),
                Arbitraries.of(Reason.class).map(reason -> Outcome.undefined(reason, "no such thing")));
    }

    @Provide
    static Arbitrary<Function<Integer, Outcome<Integer>>> steps() {
        return Arbitraries.of(
                value -> Outcome.of(value + 1),
                value -> value > 0 ? Outcome.of(value / 2) : Outcome.undefined(Reason.NO_DATA, "not positive"),
                value -> Outcome.undefined(Reason.NOT_FINITE, "never"));
    }

    @Property
    void mappingByNothingChangesNothing(@ForAll("outcomes") Outcome<Integer> outcome) {
        assertEquals(outcome, outcome.map(value -> value));
        assertEquals(outcome, outcome.flatMap(Outcome::of));
    }

    @Property
    void mappingTwiceIsMappingByBoth(@ForAll("outcomes") Outcome<Integer> outcome) {
        Function<Integer, Long> wider = value -> 2L * value;
        Function<Long, String> text = value -> "<" + value + ">";

        assertEquals(outcome.map(wider.andThen(text)), outcome.map(wider).map(text));
    }

    @Property
    void theFirstStepOfAValueIsTheStepItself(
            @ForAll int value, @ForAll("steps") Function<Integer, Outcome<Integer>> step) {
        assertEquals(step.apply(value), Outcome.of(value).flatMap(step));
    }

    @Property
    void howStepsAreGroupedChangesNothing(
            @ForAll("outcomes") Outcome<Integer> outcome,
            @ForAll("steps") Function<Integer, Outcome<Integer>> first,
            @ForAll("steps") Function<Integer, Outcome<Integer>> second) {
        assertEquals(
                outcome.flatMap(first).flatMap(second),
                outcome.flatMap(value -> first.apply(value).flatMap(second)));
    }

    @Property
    void whatIsUndefinedStaysSo_withItsReason(@ForAll Reason reason) {
        Outcome<Integer> outcome = Outcome.undefined(reason, "too early");

        assertEquals(Outcome.<String>undefined(reason, "too early"), outcome.map(value -> "seen"));
        assertEquals(Outcome.<String>undefined(reason, "too early"), outcome.flatMap(value -> Outcome.of("seen")));
    }

    @Property
    void thereIsAValueOrThereIsNone(@ForAll("outcomes") Outcome<Integer> outcome) {
        assertEquals(outcome.isDefined(), outcome.toOptional().isPresent());
        assertEquals(outcome.isDefined(), outcome instanceof Outcome.Defined);
        assertEquals(!outcome.isDefined(), outcome instanceof Outcome.Undefined);
    }

    // edges

    @Test
    void of_value_isDefined() {
        Outcome<String> outcome = Outcome.of("twelve");

        assertTrue(outcome.isDefined());
        assertEquals("twelve", outcome.orElseThrow());
        assertEquals(Optional.of("twelve"), outcome.toOptional());
        assertEquals("twelve", outcome.toString());
    }

    @Test
    void undefined_saysWhy() {
        Outcome<String> outcome = Outcome.undefined(Reason.NO_DATA, "no clients at the start of 2025-03");

        assertFalse(outcome.isDefined());
        assertEquals(Optional.empty(), outcome.toOptional());
        assertEquals("undefined (no clients at the start of 2025-03)", outcome.toString());
    }

    // messages

    @Test
    void orElseThrow_undefined_saysWhy() {
        Outcome<String> outcome = Outcome.undefined(Reason.NO_DATA, "no answers");

        assertEquals(
                "undefined (no answers)",
                assertThrows(IllegalStateException.class, outcome::orElseThrow).getMessage());
    }

    @Test
    void undefined_blankDetail_isRefused() {
        assertEquals(
                "detail must not be blank: ' '",
                assertThrows(IllegalArgumentException.class, () -> Outcome.undefined(Reason.NO_DATA, " "))
                        .getMessage());
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("value", nullMessage(() -> Outcome.of(null)));
        assertEquals("value", nullMessage(() -> Outcome.of(1).map(value -> null)));
        assertEquals("reason", nullMessage(() -> Outcome.undefined(null, "why")));
        assertEquals("detail", nullMessage(() -> Outcome.undefined(Reason.NO_DATA, null)));
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
