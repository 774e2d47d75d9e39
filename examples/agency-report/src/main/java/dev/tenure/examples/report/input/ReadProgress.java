package dev.tenure.examples.report.input;

/** Told from time to time how far reading has come. */
@FunctionalInterface
public interface ReadProgress {

    /**
     * Tells how far reading has come.
     *
     * @param file the file being read
     * @param rows how many of its rows have been read
     * @param share how much of its bytes has been read, in [0, 1]
     */
    void reached(InputFile file, long rows, double share);

    /**
     * Returns what tells nobody.
     *
     * @return what does nothing
     */
    static ReadProgress none() {
        return (file, rows, share) -> {};
    }
}
