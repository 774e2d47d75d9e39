package dev.tenure.examples.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void writesThePage() throws IOException {
        for (String language : new String[] {"en", "ru"}) {
            StringBuilder page = new StringBuilder();
            ReportPage.render(ReportFixture.report(), new Locale(language), page);
            Files.writeString(Path.of("target", "report-" + language + ".html"), page, UTF_8);
            assertTrue(page.length() > 1_000_000);
        }
    }
}
