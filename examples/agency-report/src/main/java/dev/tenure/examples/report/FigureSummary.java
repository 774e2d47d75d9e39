package dev.tenure.examples.report;

import dev.tenure.examples.report.page.Answer;
import dev.tenure.examples.report.page.Figure;
import dev.tenure.examples.report.page.Report;
import dev.tenure.examples.report.page.ReportPage;
import dev.tenure.examples.report.page.Text;
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
        Text title = Text.phrase("figure." + figure.id() + ".title");
        return figure.interval()
                .map(range -> Text.phrase(
                        "figure.line.interval",
                        title,
                        Text.of(figure.value()),
                        Text.share(range.level().value()),
                        Text.of(range.span())))
                .orElseGet(() -> Text.phrase("point.named", title, Text.of(figure.value())));
    }

    private void indented(Text text) {
        out.println("  " + ReportPage.say(text, locale));
    }

    private void say(Text text) {
        out.println(ReportPage.say(text, locale));
    }
}
