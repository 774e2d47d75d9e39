package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures: the density integrated with 40 digits, by mpmath 1.3. */
class BetaTest {

    @ParameterizedTest
    @CsvSource({
        "0.249955,     2e8,  6e8, 0.00164375551777539, 0.998356244482225",
        "0.249985,     2e8,  6e8, 0.163593573207099,   0.836406426792901",
        "0.25,         2e8,  6e8, 0.5000054289168,     0.4999945710832",
        "0.2500075,    2e8,  6e8, 0.687900601984932,   0.312099398015068",
        "0.25003,      2e8,  6e8, 0.974975979124811,   0.0250240208751891",
        "0.99337655,   3e10, 2e8, 0.0227556703857755,  0.977244329614225",
        "0.993377483,  3e10, 2e8, 0.499611425626693,   0.500388574373307",
        "0.99337795,   3e10, 2e8, 0.841254950130208,   0.158745049869792"
    })
    void bothTailsOfLargeParameters_areRightToEightDigits(double p, double a, double b, double lower, double upper) {
        assertEquals(lower, Beta.lower(p, a, b), 1e-8 * lower);
        assertEquals(upper, Beta.upper(p, a, b), 1e-8 * upper);
    }

    @Property
    void theTailsSumToOne(@ForAll @DoubleRange(min = 0.1, max = 3e9) double a, @ForAll @DoubleRange double place) {
        double b = 3e8;
        double centre = a / (a + b);
        double p = Math.min(1, centre + (place - 0.5) * 8 * Math.sqrt(centre * (1 - centre) / (a + b)));
        assertEquals(1, Beta.lower(Math.max(0, p), a, b) + Beta.upper(Math.max(0, p), a, b), 1e-9);
    }

    @Test
    void atTheEnds_nothingLiesBelowZeroOrAboveOne() {
        assertEquals(0, Beta.lower(0, 2e8, 3e8));
        assertEquals(1, Beta.upper(0, 2e8, 3e8));
        assertEquals(1, Beta.lower(1, 2e8, 3e8));
        assertEquals(0, Beta.upper(1, 2e8, 3e8));
    }

    @Test
    void mirrored_oneTailIsTheOther() {
        assertEquals(Beta.lower(0.249985, 2e8, 6e8), Beta.upper(1 - 0.249985, 6e8, 2e8), 1e-12);
    }
}
