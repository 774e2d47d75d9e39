package dev.tenure.examples.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the page of a report: one HTML file that needs nothing beside it and no network.
 *
 * <p>Everything from the data is escaped where it stands. The page speaks English and Russian.
 */
public final class ReportPage {

    private ReportPage() {}

    /**
     * Writes the page of a report.
     *
     * @param report what the page says
     * @param locale the language of the page and its way of writing numbers; English for any but Russian
     * @param out where the page goes, as UTF-8 if that is bytes
     * @throws IOException if {@code out} throws it; nothing has been written if the report itself is at fault
     * @throws java.util.MissingResourceException if the report names a phrase the message bundles do not have
     */
    public static void render(Report report, Locale locale, Appendable out) throws IOException {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(locale, "locale");
        StringOutput page = new StringOutput();
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, ReportPage.class.getClassLoader(), ReportPage.class.getPackageName());
        templates.render(
                "report.jte", Map.of("report", report, "words", Wording.of(locale), "files", PageFiles.load()), page);
        out.append(page.toString());
    }

    /**
     * Returns a text as the page would say it, for a summary beside the page.
     *
     * @param text the text
     * @param locale the language
     * @return the text in that language
     */
    public static String say(Text text, Locale locale) {
        return Wording.of(locale).say(text);
    }
}
