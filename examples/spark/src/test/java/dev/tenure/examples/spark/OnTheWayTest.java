package dev.tenure.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.lifetime.noncontractual.PurchaseLogAccumulator;
import dev.tenure.retention.cohort.CohortAccumulator;
import dev.tenure.revenue.RevenueMovementsAccumulator;
import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.competing.CompetingRisksAccumulator;
import dev.tenure.voice.NetPromoterAccumulator;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scala.reflect.ClassTag$;

/** Accumulators reach another machine whole, by either of Spark's serializers, and are small. */
class OnTheWayTest {

    private static final Question QUESTION =
            new Question(SampleClient.AS_OF, Granularity.MONTH, CurrencyUnit.of("RUB"));

    @TestFactory
    Stream<DynamicTest> accumulators_arriveWhole() {
        Book book = Sample.of(Sessions.session(), 2_000).inParts(2);
        ImmutableList<String> segments = ImmutableList.of("large, \"key\"", "medium", "small");
        ImmutableList<String> reasons = ImmutableList.of("closed", "in-house", "price", "results");
        return Stream.of(
                arrives(Cohorts.of(book.invoices(), QUESTION), CohortAccumulator::result, 200_000),
                arrives(
                        Lifespans.of(book.contracts(), segments, QUESTION),
                        GroupedSurvivalAccumulator::result,
                        200_000),
                arrives(Reasons.of(book.contracts(), reasons, QUESTION), CompetingRisksAccumulator::result, 400_000),
                arrives(Movements.of(book.contracts(), QUESTION), RevenueMovementsAccumulator::result, 10_000),
                arrives(Recommendation.of(book.surveys(), QUESTION), NetPromoterAccumulator::result, 1_000),
                // 500 clients
                arrives(
                        Tally.merge(
                                Purchases.clients(book, QUESTION),
                                log -> log,
                                () -> Purchases.log(QUESTION),
                                PurchaseLogAccumulator::merge),
                        log -> log.result().explain(),
                        70_000),
                arrives(
                        Purchases.histories(Purchases.clients(book, QUESTION)),
                        histories -> histories.result().parameters(),
                        40_000));
    }

    private static <A extends Serializable> DynamicTest arrives(Tally<A> sent, Function<A, ?> result, int mostBytes) {
        return DynamicTest.dynamicTest(sent.accumulator().getClass().getSimpleName(), () -> {
            SparkConf conf = new SparkConf(false).set("spark.kryo.registrator", TallyByKryo.class.getName());
            for (SerializerInstance way :
                    ImmutableList.of(new JavaSerializer(conf).newInstance(), new KryoSerializer(conf).newInstance())) {
                ByteBuffer bytes = way.serialize(sent, ClassTag$.MODULE$.apply(Tally.class));
                int size = bytes.remaining();
                Tally<A> received = way.deserialize(bytes, ClassTag$.MODULE$.apply(Tally.class));

                assertEquals(result.apply(sent.accumulator()), result.apply(received.accumulator()));
                assertTrue(size < mostBytes, () -> way + ": " + size);
            }
        });
    }
}
