package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PropertyDefaults(tries = 300)
class PValueAdjustmentTest {

    private static final double[] MIXED = {0.04, 0.001, 0.2, 0.04, 0.9, 0.0005, 1, 0.013};

    // golden: p.adjust of R 4.2.2

    @Test
    void holm_isThatOfR() {
        assertAdjusted(
                new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, PValueAdjustment.HOLM, 0.01, 0.02, 0.03, 0.04, 0.05);
        assertAdjusted(new double[] {0.2, 0.007, 0.6, 0.2, 1, 0.004, 1, 0.078}, PValueAdjustment.HOLM, MIXED);
    }

    @Test
    void benjaminiHochberg_isThatOfR() {
        assertAdjusted(
                new double[] {0.05, 0.05, 0.05, 0.05, 0.05},
                PValueAdjustment.BENJAMINI_HOCHBERG,
                0.01,
                0.02,
                0.03,
                0.04,
                0.05);
        assertAdjusted(
                new double[] {0.064, 0.004, 0.8 / 3, 0.064, 1, 0.004, 1, 0.104 / 3},
                PValueAdjustment.BENJAMINI_HOCHBERG,
                MIXED);
    }

    /** The 15 p-values of Benjamini and Hochberg (1995), section 3.2: at 5 % their procedure rejects four, Bonferroni's three. */
    @Test
    void benjaminiHochberg_rejectsWhatThePaperRejects() {
        double[] pValues = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };

        assertEquals(4, rejected(PValueAdjustment.BENJAMINI_HOCHBERG, pValues));
        assertEquals(3, rejected(PValueAdjustment.HOLM, pValues));
    }

    // laws

    @Property
    void anAdjustedPValueIsNotBelowItsOwn_norAboveOne(
            @ForAll @NotEmpty List<@DoubleRange(max = 1) Double> pValues, @ForAll PValueAdjustment adjustment) {
        double[] adjusted = adjust(adjustment, pValues);

        for (int i = 0; i < adjusted.length; i++) {
            assertTrue(adjusted[i] >= pValues.get(i) && adjusted[i] <= 1);
        }
    }

    @Property
    void theOrderOfPValuesIsKept_andEqualOnesStayEqual(
            @ForAll @NotEmpty List<@DoubleRange(max = 1) Double> pValues, @ForAll PValueAdjustment adjustment) {
        double[] adjusted = adjust(adjustment, pValues);

        for (int i = 0; i < adjusted.length; i++) {
            for (int j = 0; j < adjusted.length; j++) {
                assertTrue(pValues.get(i) > pValues.get(j) || adjusted[i] <= adjusted[j]);
            }
        }
    }

    @Property
    void theOrderInWhichTestsAreGivenChangesNothing(
            @ForAll @NotEmpty List<@DoubleRange(max = 1) Double> pValues,
            @ForAll PValueAdjustment adjustment,
            @ForAll Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        double[] adjusted = adjust(adjustment, pValues);
        double[] shuffled = adjust(adjustment, places.stream().map(pValues::get).toList());

        for (int i = 0; i < shuffled.length; i++) {
            assertEquals(adjusted[places.get(i)], shuffled[i]);
        }
    }

    @Property
    void holmIsNeverBelowBenjaminiHochberg(@ForAll @NotEmpty List<@DoubleRange(max = 1) Double> pValues) {
        double[] holm = adjust(PValueAdjustment.HOLM, pValues);
        double[] benjaminiHochberg = adjust(PValueAdjustment.BENJAMINI_HOCHBERG, pValues);

        for (int i = 0; i < holm.length; i++) {
            assertTrue(holm[i] >= benjaminiHochberg[i] * (1 - 1e-15));
        }
    }

    // edges and messages

    @ParameterizedTest
    @EnumSource
    void adjust_oneOrNone_changesNothing(PValueAdjustment adjustment) {
        assertAdjusted(new double[] {0.03}, adjustment, 0.03);
        assertTrue(adjustment.adjust().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void adjust_leavesItsArgumentAlone(PValueAdjustment adjustment) {
        double[] pValues = {0.5, 0.01};
        assertEquals(2, adjustment.adjust(pValues).length());

        assertArrayEquals(new double[] {0.5, 0.01}, pValues);
    }

    @Test
    void adjust_badPValues_saysWhich() {
        assertEquals("pValues must be in [0, 1]: -0.1", message(0.5, -0.1));
        assertEquals("pValues must be in [0, 1]: 1.1", message(1.1));
        assertEquals("pValues must be in [0, 1]: NaN", message(Double.NaN));
    }

    private static String message(double... pValues) {
        return assertThrows(IllegalArgumentException.class, () -> PValueAdjustment.HOLM.adjust(pValues))
                .getMessage();
    }

    private static long rejected(PValueAdjustment adjustment, double... pValues) {
        return adjustment.adjust(pValues).stream().filter(p -> p <= 0.05).count();
    }

    private static void assertAdjusted(double[] expected, PValueAdjustment adjustment, double... pValues) {
        assertArrayEquals(expected, adjustment.adjust(pValues).toArray(), 1e-15);
    }

    private static double[] adjust(PValueAdjustment adjustment, List<Double> pValues) {
        return adjustment
                .adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray();
    }
}
