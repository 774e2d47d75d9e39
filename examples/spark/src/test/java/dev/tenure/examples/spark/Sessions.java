package dev.tenure.examples.spark;

import org.apache.spark.sql.SparkSession;

/** One small Spark for all tests; who stops it gets another. */
final class Sessions {

    private Sessions() {}

    static SparkSession session() {
        return builder().getOrCreate();
    }

    static SparkSession.Builder builder() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.kryo.registrator", TallyByKryo.class.getName())
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.shuffle.partitions", 3);
    }
}
