package dev.tenure.examples.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * Where Spark is told to use Kryo, which knows nothing of records, accumulators still go by Java's serialization. Named in the
 * configuration by {@link FiguresCommand}; without Kryo it does nothing.
 */
public final class TallyByKryo implements KryoRegistrator {

    /** Creates the registrator, which Spark does. */
    public TallyByKryo() {}

    @Override
    public void registerClasses(Kryo kryo) {
        kryo.register(Tally.class, new JavaSerializer());
    }
}
