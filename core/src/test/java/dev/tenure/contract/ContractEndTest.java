package dev.tenure.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContractEndTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    // laws

    @Property
    void anyReasonMayLieOnAnySide(@ForAll ChurnSide side, @ForAll ChurnReason reason) {
        ChurnCause cause =
                ChurnCause.builder().side(side).reason(reason).text("in words").build();

        assertEquals(side, cause.side());
        assertEquals(reason, cause.reason());
        assertEquals(cause, cause.toBuilder().build());
    }

    // edges

    @Test
    void isExplained_onlyWithACauseThatNamesTheExpectation() {
        ChurnCause late = ChurnCause.builder()
                .side(ChurnSide.AGENCY)
                .reason(ChurnReason.LATE_START)
                .build();
        ContractEnd unknown = ContractEnd.of(DAY);
        ContractEnd vague = unknown.toBuilder().addCause(late).build();
        ContractEnd told = vague.toBuilder()
                .addCause(late.toBuilder()
                        .unmetExpectation("work begins on 1 March")
                        .build())
                .build();

        assertEquals(DAY, unknown.date());
        assertEquals(Optional.empty(), late.text());
        assertFalse(unknown.isExplained());
        assertFalse(vague.isExplained());
        assertTrue(told.isExplained());
    }

    // messages

    @Test
    void cause_badArgument_saysWhich() {
        assertMessage(
                "text must be present for reason: OTHER",
                () -> ChurnCause.builder()
                        .side(ChurnSide.EXTERNAL)
                        .reason(ChurnReason.OTHER)
                        .build());
        assertMessage(
                "text must not be blank: ' '",
                () -> ChurnCause.builder()
                        .side(ChurnSide.EXTERNAL)
                        .reason(ChurnReason.OTHER)
                        .text(" ")
                        .build());
        assertMessage(
                "unmetExpectation must not be blank: ''",
                () -> ChurnCause.builder()
                        .side(ChurnSide.AGENCY)
                        .reason(ChurnReason.KPI_MISSED)
                        .unmetExpectation("")
                        .build());
    }

    private static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
