package dev.tenure.examples.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser, run as a program of its own: it opens a page, lets its scripts run and prints what has become of it. */
final class Chromium {

    private static final Pattern CONSOLE = Pattern.compile(":CONSOLE[:(]");

    private final Path program;
    private final Path scratch;

    private Chromium(Path program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    /**
     * What a page has become.
     *
     * @param html the page after its scripts have run
     * @param console what the browser wrote to its console, one message a line
     */
    record Opened(String html, List<String> console) {}

    /** Finds a browser: what CHROMIUM names, or one of the usual places. */
    static Optional<Path> find() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("CHROMIUM")).stream(),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/opt/google/chrome/chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium at(Path program, Path scratch) {
        return new Chromium(program, scratch);
    }

    Opened open(Path page, int width) throws IOException, InterruptedException {
        Path html = Files.createTempFile(scratch, "dom", ".html");
        Path messages = Files.createTempFile(scratch, "messages", ".txt");
        Process browser = new ProcessBuilder(command(page, width))
                .redirectOutput(html.toFile())
                .redirectError(messages.toFile())
                .start();
        try {
            if (!browser.waitFor(90, TimeUnit.SECONDS)) {
                throw new IOException("the browser did not finish: " + Files.readString(messages, UTF_8));
            }
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        List<String> console = Files.readAllLines(messages, UTF_8).stream()
                .filter(line -> CONSOLE.matcher(line).find())
                .toList();
        return new Opened(Files.readString(html, UTF_8), console);
    }

    private List<String> command(Path page, int width) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                // it opens nothing but the pages of these tests, often as root
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--virtual-time-budget=5000",
                "--window-size=" + width + ",1000",
                "--user-data-dir=" + Files.createTempDirectory(scratch, "profile")));
        command.add("--dump-dom");
        command.add(page.toUri().toString());
        return command;
    }
}
