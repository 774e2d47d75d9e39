package dev.tenure.examples.report.page;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

/**
 * All that the page says, in no language.
 *
 * @param header what the report is about
 * @param lead the answer in a few sentences, with which the page opens
 * @param answers the questions a head of an agency asks, answered one by one
 * @param sections the chapters
 * @param caveats what has to be known before trusting the report
 */
public record Report(
        ReportHeader header,
        ImmutableList<Text> lead,
        ImmutableList<Answer> answers,
        ImmutableList<Section> sections,
        Caveats caveats) {

    /**
     * Creates a report.
     *
     * @param header what the report is about
     * @param lead the answer in a few sentences
     * @param answers the questions and their answers
     * @param sections the chapters
     * @param caveats what has to be known
     */
    public Report {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(sections, "sections");
        Objects.requireNonNull(caveats, "caveats");
    }
}
