package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * What reading a folder came to.
 *
 * @param book what the files say, without the faulty rows
 * @param faults what is wrong in them, by file and line; not all if there are very many
 * @param faultCount how many faults there are, those among them that are not in {@code faults}
 * @param usable false if a file could not be read as a whole, so that leaving out rows does not help
 */
public record Reading(Book book, ImmutableList<Fault> faults, long faultCount, boolean usable) {

    /**
     * Creates a reading.
     *
     * @param book what the files say
     * @param faults what is wrong in them
     * @param faultCount how many faults there are
     * @param usable whether the book can be used without the faulty rows
     */
    public Reading {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(faults, "faults");
    }
}
