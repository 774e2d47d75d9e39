package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableMap;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** How many rows are faulty, and the first of them by file and text, so that they are the same ones however the rows are dealt. */
final class Faults implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 20;

    private final TreeSet<String> first = new TreeSet<>();
    private long count;

    void add(String fault) {
        count++;
        keep(fault);
    }

    void merge(Faults other) {
        count += other.count;
        other.first.forEach(this::keep);
    }

    long count() {
        return count;
    }

    /** Returns a line for each of the first faults, and how many rows there are. */
    String text(SparkSession spark) {
        Map<String, Map<String, Long>> lines = first.stream()
                .map(Fault::of)
                .filter(Fault::isInText)
                .collect(Collectors.groupingBy(Fault::path, Collectors.mapping(Fault::row, Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> lines(spark, file.getKey(), file.getValue())));
        return first.stream()
                .map(Fault::of)
                .map(fault -> fault.path()
                        + lines.getOrDefault(fault.path(), ImmutableMap.of()).entrySet().stream()
                                .filter(line -> line.getKey().equals(fault.row()))
                                .map(line -> ", line " + line.getValue())
                                .collect(Collectors.joining())
                        + ": "
                        + fault.row()
                        + ": "
                        + fault.reason()
                        + "\n")
                .collect(Collectors.joining("", "", "faulty rows: " + count));
    }

    /** Returns the number of the first line of each text. Spark reads a file in pieces, and does not know them. */
    private static Map<String, Long> lines(SparkSession spark, String file, Set<String> texts) {
        return spark.read()
                .textFile(file)
                .javaRDD()
                .zipWithIndex()
                .filter(line -> texts.contains(line._1()))
                .mapToPair(line -> new Tuple2<>(line._1(), line._2() + 1))
                .reduceByKey(Math::min)
                .collectAsMap();
    }

    private void keep(String fault) {
        first.add(fault);
        if (first.size() > SHOWN) {
            first.pollLast();
        }
    }
}
