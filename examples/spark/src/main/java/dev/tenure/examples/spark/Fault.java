package dev.tenure.examples.spark;

import com.google.common.base.Splitter;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * What is wrong with a row. Between Spark and the program it is one text, whose lines are these.
 *
 * @param file where the row is, as Spark names files
 * @param row its text
 * @param reason what it must be like
 */
record Fault(String file, String row, String reason) {

    /** Returns the SQL expression of the text. */
    static String sql(String row, String reason) {
        return "concat_ws('\\n', _metadata.file_path, %s, %s)".formatted(row, reason);
    }

    static Fault of(String text) {
        List<String> lines = Splitter.on('\n').splitToList(text);
        return new Fault(lines.get(0), lines.get(1), lines.get(2));
    }

    /** Returns the path of the file. */
    String path() {
        return new Path(URI.create(file)).toString();
    }

    /** Tells whether the file has lines. */
    boolean isInText() {
        return !file.contains(TableFormat.PARQUET.ending());
    }
}
