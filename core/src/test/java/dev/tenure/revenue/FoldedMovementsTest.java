package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.exact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Accumulators that have folded their clients are as good as the rows they were given. */
class FoldedMovementsTest {

    /** Something that is known of a client: by its kind a book, a cause or a return. */
    private record Fact(long client, int kind, long amount) {

        void addTo(RevenueMovementsAccumulator accumulator) {
            switch (kind) {
                case 0 -> accumulator.addOpening(client, Math.abs(amount));
                case 1 -> accumulator.addClosing(client, Math.abs(amount));
                case 2 -> accumulator.add(client, MovementType.INDEXATION, amount);
                case 3 -> accumulator.addClosing(client, exact(Math.abs(amount), 3));
                default -> accumulator.addReturn(client, 1, 2 + Math.abs(amount));
            }
        }
    }

    @Property(tries = 300)
    void foldingClientsPartByPartChangesNothing(
            @ForAll("facts") List<Fact> facts,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll MovementPolicy.SamePeriod samePeriod)
            throws Exception {
        MovementPolicy policy = MovementPolicy.STANDARD.with(samePeriod);
        RevenueMovementsAccumulator whole = accumulator(policy);
        facts.forEach(fact -> fact.addTo(whole));
        RevenueMovementsAccumulator folded = accumulator(policy);
        for (int part = 0; part < parts; part++) {
            RevenueMovementsAccumulator of = accumulator(policy);
            for (Fact fact : facts) {
                if (fact.client % parts == part) {
                    fact.addTo(of);
                }
            }
            of.foldClients();
            folded.merge(copy(of));
        }

        assertEquals(whole.result(), folded.result());
    }

    @Property(tries = 200)
    void clientsThatComeOneAfterTheOtherCanBeFoldedOneAfterTheOther(@ForAll("facts") List<Fact> facts) {
        RevenueMovementsAccumulator whole = accumulator(MovementPolicy.STANDARD);
        facts.forEach(fact -> fact.addTo(whole));
        RevenueMovementsAccumulator folded = accumulator(MovementPolicy.STANDARD);
        for (long client = 0; client <= 5; client++) {
            for (Fact fact : facts) {
                if (fact.client == client) {
                    fact.addTo(folded);
                }
            }
            folded.foldClients();
        }

        assertEquals(whole.result(), folded.result());
    }

    @Test
    void folded_isSmallHoweverManyClientsThereAre() throws IOException {
        RevenueMovementsAccumulator accumulator = accumulator(MovementPolicy.STANDARD);
        for (int client = 0; client < 10_000; client++) {
            accumulator.addOpening(client, 100);
            accumulator.add(client, MovementType.FX, 1);
            accumulator.addReturn(client, 1, 2);
        }
        accumulator.foldClients();

        assertTrue(bytes(accumulator) < 5_000);
        assertEquals(10_000, accumulator.result().openingClients());
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(-1_000, 1_000))
                .as(Fact::new)
                .list()
                .ofMaxSize(40);
    }

    private static RevenueMovementsAccumulator accumulator(MovementPolicy policy) {
        return RevenueMovements.withDefaults(USD).with(policy).accumulator();
    }

    private static int bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.size();
    }
}
