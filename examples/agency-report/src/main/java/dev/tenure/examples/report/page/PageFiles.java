package dev.tenure.examples.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;

/**
 * What is put into the page beside the text.
 *
 * @param css the style sheet
 * @param charts the script that draws the charts
 * @param echarts the chart library
 */
record PageFiles(String css, String charts, String echarts) {

    static PageFiles load() {
        return new PageFiles(read("report.css"), read("charts.js"), inScript(read("echarts.min.js")));
    }

    /** A module gives the files of its packages to its own classes only, so it is one of them that asks. */
    private static String read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a string of a script, {@code <\/script} means the same and does not end the element. */
    private static String inScript(String script) {
        return script.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    /**
     * Returns the policy the browser holds the page to: nothing is loaded from anywhere, and no script runs but the two
     * whose hashes are given.
     */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src "
                + source(echarts) + " " + source(charts);
    }

    private static String source(String script) {
        byte[] hash = Hashing.sha256().hashString(script, UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
