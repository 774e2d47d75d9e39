package dev.tenure.examples.report;

import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import java.io.PrintWriter;
import java.util.Locale;

/** Says the answers of a report on a terminal. */
final class FigureSummary {

    private final PrintWriter out;
    private final Locale locale;

    FigureSummary(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    void print(Report report) {
        out.println();
        report.answers().forEach(this::print);
        out.println();
    }

    private void print(Answer answer) {
        say(Text.phrase("answer." + answer.id()));
        indented(line(answer.figure()));
        answer.figure().reading().ifPresent(this::indented);
        answer.points().forEach(this::indented);
    }

    private static Text line(Figure figure) {
        Text value = figure.interval()
                .filter(range -> range.span() instanceof Quantity.Span)
                .map(range -> Text.phrase("point.interval", Text.of(figure.value()), Text.of(range.span())))
                .orElseGet(() -> Text.of(figure.value()));
        return Text.phrase("point.named", Text.phrase("figure." + figure.id() + ".title"), value);
    }

    private void indented(Text text) {
        out.println("  " + ReportPage.say(text, locale));
    }

    private void say(Text text) {
        out.println(ReportPage.say(text, locale));
    }
}
