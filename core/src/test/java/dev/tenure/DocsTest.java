package dev.tenure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the pages against the sources: what a page shows is compiled somewhere, and what it points to is there. */
class DocsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^[ \\t]*```java[^\\n]*\\n(.*?)^[ \\t]*```[ \\t]*$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^[ \\t]*```.*?^[ \\t]*```[ \\t]*$");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @TempDir
    Path folder;

    @Test
    void javaBlocks_standInSources() throws IOException {
        assertEquals(ImmutableList.of(), strayBlocks(ROOT));
    }

    @Test
    void links_pointToFiles() throws IOException {
        assertEquals(ImmutableList.of(), brokenLinks(ROOT));
    }

    @Test
    void pages_areFound() throws IOException {
        assertFalse(pages(ROOT).isEmpty());
        assertFalse(sources(ROOT).isEmpty());
    }

    @Test
    void everyPage_isReachedFromTheIndex() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/README.md"))
                + Files.readString(ROOT.resolve("docs/decisions/README.md"));

        assertEquals(
                ImmutableList.of(),
                pages(ROOT).stream()
                        .filter(page -> page.startsWith(ROOT.resolve("docs")) && !page.endsWith("README.md"))
                        .filter(page -> !index.contains("(" + page.getFileName() + ")"))
                        .map(ROOT::relativize)
                        .collect(ImmutableList.toImmutableList()));
    }

    @Test
    void blockThatNoSourceHolds_isNoticed() throws IOException {
        write("examples/one/src/main/java/One.java", "class One {\n    int one = 1;\n\n    int two = 2;\n}\n");
        write("README.md", "```java\nint one = 1;\nint two = 2;\n```\n");
        write("docs/deep/page.md", "  ```java\n  int one = 1;\n  int three = 3;\n  ```\n```text\nint four = 4;\n```\n");

        assertEquals(ImmutableList.of("docs/deep/page.md: int one = 1;"), strayBlocks(folder));
    }

    @Test
    void blockOfHalfLines_isNoticed() throws IOException {
        write("core/src/test/java/One.java", "class One {\n    int one = 1;\n    int two = 2;\n}\n");
        write("README.md", "```java\nint one = 1;\nint two\n```\n");

        assertEquals(ImmutableList.of("README.md: int one = 1;"), strayBlocks(folder));
    }

    @Test
    void linkToNothing_isNoticed() throws IOException {
        write("README.md", "[here](docs/page.md#part) [not](docs/gone.md) [web](https://example.org/a) `[no](link)`\n");
        write("docs/page.md", "[back](../README.md) [self](#part) [gone](README.md)\n```\n[no](link)\n```\n");

        assertEquals(ImmutableList.of("README.md: docs/gone.md", "docs/page.md: README.md"), brokenLinks(folder));
    }

    private static ImmutableList<String> strayBlocks(Path root) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path source : sources(root)) {
            sources.add(bare(Files.readString(source)));
        }
        ImmutableList.Builder<String> stray = ImmutableList.builder();
        for (Path page : pages(root)) {
            JAVA_BLOCK
                    .matcher(Files.readString(page))
                    .results()
                    .map(block -> bare(block.group(1)))
                    .filter(block -> sources.stream().noneMatch(source -> source.contains(block)))
                    .forEach(block -> stray.add(root.relativize(page) + ": " + firstLine(block)));
        }
        return stray.build();
    }

    private static ImmutableList<String> brokenLinks(Path root) throws IOException {
        ImmutableList.Builder<String> broken = ImmutableList.builder();
        for (Path page : pages(root)) {
            String text = INLINE_CODE
                    .matcher(FENCED.matcher(Files.readString(page)).replaceAll(""))
                    .replaceAll("");
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                String target = Splitter.on('#').splitToList(link.group(1)).get(0);
                if (!target.contains(":")
                        && !target.isEmpty()
                        && !Files.exists(page.resolveSibling(target).normalize())) {
                    broken.add(root.relativize(page) + ": " + target);
                }
            }
        }
        return broken.build();
    }

    /** The lines without indentation and without blank lines, each between line feeds. */
    private static String bare(String text) {
        return "\n"
                + Joiner.on('\n')
                        .join(text.lines()
                                .map(String::strip)
                                .filter(Predicate.not(String::isEmpty))
                                .toList())
                + "\n";
    }

    private static String firstLine(String block) {
        return block.strip().lines().findFirst().orElse("");
    }

    private static ImmutableList<Path> pages(Path root) throws IOException {
        ImmutableList.Builder<Path> pages = ImmutableList.builder();
        pages.addAll(files(root, 1, ".md"));
        pages.addAll(files(root.resolve("docs"), Integer.MAX_VALUE, ".md"));
        if (Files.isDirectory(root.resolve("examples"))) {
            pages.addAll(files(root.resolve("examples"), 2, ".md"));
        }
        return pages.build();
    }

    private static ImmutableList<Path> sources(Path root) throws IOException {
        ImmutableList.Builder<Path> sources = ImmutableList.builder();
        sources.addAll(files(root.resolve("core/src/test/java"), Integer.MAX_VALUE, ".java"));
        Path examples = root.resolve("examples");
        if (Files.isDirectory(examples)) {
            try (Stream<Path> modules = Files.list(examples)) {
                for (Path module : modules.sorted().toList()) {
                    sources.addAll(files(module.resolve("src"), Integer.MAX_VALUE, ".java"));
                }
            }
        }
        return sources.build();
    }

    private static ImmutableList<Path> files(Path under, int depth, String suffix) throws IOException {
        if (!Files.isDirectory(under)) {
            return ImmutableList.of();
        }
        try (Stream<Path> files = Files.walk(under, depth)) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
