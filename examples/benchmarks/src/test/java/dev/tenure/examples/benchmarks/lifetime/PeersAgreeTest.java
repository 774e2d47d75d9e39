package dev.tenure.examples.benchmarks.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.noncontractual.BgNbd;
import dev.tenure.lifetime.noncontractual.PurchaseModelKind;
import org.junit.jupiter.api.Test;

/** Speed is compared only among those who give the same answers. */
class PeersAgreeTest {

    /** The simplex stops where the likelihood is flat to ten digits, the parameters to four or five. */
    private static final double PRECISION = 1e-3;

    @Test
    void parametersOfBgNbd_areTheSameForBoth() {
        Customers customers = Customers.of(2357);
        BgNbd ours = (BgNbd) customers.fit(PurchaseModelKind.BG_NBD).model().orElseThrow();

        double[] theirs = Textbook.bgNbd(customers);

        assertEquals(ours.r(), theirs[0], PRECISION * ours.r());
        assertEquals(ours.alpha(), theirs[1], PRECISION * ours.alpha());
        assertEquals(ours.a(), theirs[2], PRECISION * ours.a());
        assertEquals(ours.b(), theirs[3], PRECISION * ours.b());
    }
}
