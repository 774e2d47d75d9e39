package dev.tenure.examples.report.page;

import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader has to know before trusting the report.
 *
 * @param truth the true parameters, if the data were generated; absent for data of a real agency
 * @param missingFiles what could not be computed, by the file that would allow it
 * @param skippedRows the faulty rows that were left out; absent if none were
 */
public record Caveats(
        Optional<ImmutableList<Truth>> truth,
        ImmutableList<MissingFile> missingFiles,
        Optional<SkippedRows> skippedRows) {

    /** Nothing to be said. */
    public static final Caveats NONE = new Caveats(Optional.empty(), ImmutableList.of(), Optional.empty());

    /**
     * Creates the caveats.
     *
     * @param truth the true parameters of generated data
     * @param missingFiles what could not be computed
     * @param skippedRows the rows left out
     */
    public Caveats {
        Objects.requireNonNull(truth, "truth");
        Objects.requireNonNull(missingFiles, "missingFiles");
        Objects.requireNonNull(skippedRows, "skippedRows");
    }

    /**
     * A parameter the generator of a sample used, beside what the report made of the sample.
     *
     * @param parameter what it is
     * @param actual the value the generator used
     * @param estimate the report's figure
     * @param interval the interval of the figure; {@link dev.tenure.explain.Quantity.Missing} if it has none
     */
    public record Truth(Text parameter, Text actual, Text estimate, Text interval) {

        /**
         * Creates a row of the comparison.
         *
         * @param parameter what it is
         * @param actual the value the generator used
         * @param estimate the report's figure
         * @param interval the interval of the figure
         */
        public Truth {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(actual, "actual");
            Objects.requireNonNull(estimate, "estimate");
            Objects.requireNonNull(interval, "interval");
        }
    }

    /**
     * A file that was not there.
     *
     * @param file its name, such as {@code "surveys.csv"}
     * @param figures what it would allow to compute
     */
    public record MissingFile(String file, ImmutableList<Text> figures) {

        /**
         * Creates the note.
         *
         * @param file the file's name
         * @param figures what it would allow
         */
        public MissingFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(figures, "figures");
        }
    }

    /**
     * The faulty rows that were left out.
     *
     * @param count how many, one or more
     * @param examples the first of them
     */
    public record SkippedRows(long count, ImmutableList<SkippedRow> examples) {

        /**
         * Creates the note.
         *
         * @param count how many
         * @param examples the first of them
         */
        public SkippedRows {
            Objects.requireNonNull(examples, "examples");
        }
    }

    /**
     * A faulty row.
     *
     * @param file the file's name
     * @param line the line, from 1
     * @param column the column's name; empty if the whole row is at fault
     * @param reason what is wrong with it
     */
    public record SkippedRow(String file, long line, String column, String reason) {

        /**
         * Creates the note.
         *
         * @param file the file's name
         * @param line the line
         * @param column the column's name
         * @param reason what is wrong with it
         */
        public SkippedRow {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
