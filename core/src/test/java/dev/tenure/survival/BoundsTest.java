package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BoundsTest {

    @Test
    void width_isWhatIsOpen() {
        assertEquals(new Bounds(0.25, 1), Bounds.of(0.25, 1));
        assertEquals(0.75, Bounds.of(0.25, 1).width());
        assertEquals(0, Bounds.of(4, 4).width());
    }

    @Test
    void badArguments_sayWhich() {
        assertEquals("upper must not be below lower, 0.5: 0.4", message(() -> Bounds.of(0.5, 0.4)));
        assertEquals("upper must not be below lower, NaN: 1.0", message(() -> Bounds.of(Double.NaN, 1)));
        assertEquals("upper must not be below lower, 0.0: NaN", message(() -> Bounds.of(0, Double.NaN)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
