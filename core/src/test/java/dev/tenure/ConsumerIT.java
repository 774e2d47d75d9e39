package dev.tenure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles users of the jar with {@code -Xlint:all -Werror}. They have the jar and what Maven gives to whoever depends on it,
 * nothing else.
 */
class ConsumerIT {

    private static final Path JAR = Path.of(System.getProperty("tenure.jar"));
    private static final String CLASS_PATH =
            JAR + System.getProperty("path.separator") + System.getProperty("tenure.classpath");

    private static final String WRITTEN = """
            package consumer;

            import dev.tenure.explain.Explanation;
            import dev.tenure.explain.Outcome;
            import dev.tenure.explain.Quantity;
            import dev.tenure.stat.ConfidenceLevel;
            import dev.tenure.voice.NetPromoterAccumulator;
            import dev.tenure.voice.NetPromoterResult;
            import dev.tenure.voice.NetPromoterScore;
            import dev.tenure.voice.ScoreInterval;
            import java.util.List;

            final class Written {

                private Written() {}

                static String calculator(List<Integer> answers) {
                    NetPromoterScore calculator = NetPromoterScore.withDefaults().with(ConfidenceLevel.P90);
                    NetPromoterResult result = answers.stream().collect(calculator.with(ScoreInterval.WALD).collector());
                    Outcome<Double> value = result.value();
                    return value.map(score -> score / 100).toOptional() + result.explain().toText();
                }

                static NetPromoterResult accumulator() {
                    NetPromoterAccumulator accumulator = NetPromoterScore.withDefaults().accumulator();
                    accumulator.add(10);
                    accumulator.merge(NetPromoterScore.withDefaults().accumulator());
                    return accumulator.result();
                }

                static Explanation value() {
                    return Explanation.builder()
                            .name("answer")
                            .formula("count")
                            .value(new Quantity.Count(1))
                            .putInput("answers", new Quantity.Count(1))
                            .build()
                            .toBuilder()
                            .name("answers")
                            .build();
                }
            }
            """;

    private static final String MODULE = """
            module consumer {
                requires dev.tenure;
            }
            """;

    /** Uses the package without a library behind it, and says which of the others are there. */
    private static final String RUNNING = """
            package consumer;

            import dev.tenure.calendar.russia.RussianProductionCalendar;
            import java.time.Year;

            public final class Running {

                private Running() {}

                public static void main(String[] arguments) {
                    System.out.print(
                            RussianProductionCalendar.published().specialDays(Year.of(2026)).isDefined() ? "runs" : "");
                    try {
                        System.out.print(dev.tenure.calendar.icalendar.ICalendar.parse("BEGIN:VCALENDAR"));
                    } catch (NoClassDefFoundError expected) {
                        System.out.print(" without " + expected.getMessage());
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void classPath_givesNoWarning() throws IOException {
        write("consumer/Written.java", WRITTEN);
        write("consumer/Generated.java", generated());

        assertEquals("", compile("-classpath", CLASS_PATH));
    }

    @Test
    void modulePath_givesNoWarning() throws IOException {
        write("module-info.java", MODULE);
        write("consumer/Written.java", WRITTEN);
        write("consumer/Generated.java", generated());

        assertEquals("", compile("--module-path", CLASS_PATH));
    }

    @Test
    void consumer_runsWithoutTheOptionalLibraries() throws IOException, InterruptedException {
        write("consumer/Running.java", RUNNING);
        assertEquals("", compile("-classpath", CLASS_PATH));

        assertEquals(
                "runs without net/fortuna/ical4j/data/ContentHandler",
                run("-classpath", CLASS_PATH + System.getProperty("path.separator") + classes(), "consumer.Running"));
    }

    @Test
    void modularConsumer_runsWithoutTheOptionalLibraries() throws IOException, InterruptedException {
        write("module-info.java", MODULE);
        write("consumer/Running.java", RUNNING);
        assertEquals("", compile("--module-path", CLASS_PATH));

        assertEquals(
                "runs without net/fortuna/ical4j/data/ContentHandler",
                run(
                        "--module-path",
                        CLASS_PATH + System.getProperty("path.separator") + classes(),
                        "--module",
                        "consumer/consumer.Running"));
    }

    @Test
    void modulePath_hidesInternals() throws IOException {
        write("module-info.java", MODULE);
        write("consumer/Nosy.java", "package consumer; class Nosy { dev.tenure.internal.ValueStyle style; }");

        assertTrue(compile("--module-path", CLASS_PATH).contains("dev.tenure.internal"));
    }

    /** A library whose users cannot see one of its annotations: the warning that the other tests look for. */
    @Test
    void missingAnnotation_wouldBeNoticed() throws IOException {
        write("library/Gone.java", "package library; public @interface Gone { String value(); }");
        write("library/Library.java", "package library; public class Library { @Gone(\"x\") public void call() {} }");
        Path classes = folder.resolve("classes");
        assertEquals("", compile("-classpath", CLASS_PATH));
        Files.delete(classes.resolve("library/Gone.class"));
        Files.delete(folder.resolve("src/library/Gone.java"));
        Files.delete(folder.resolve("src/library/Library.java"));
        write("consumer/User.java", "package consumer; class User { void use(library.Library its) { its.call(); } }");

        assertNotEquals("", compile("-classpath", classes.toString()));
    }

    @Test
    void runTimeClassPath_holdsNeitherTestsNorProcessors() {
        assertEquals(
                ImmutableList.of(),
                Arrays.stream(CLASS_PATH.split(System.getProperty("path.separator")))
                        .map(path -> Path.of(path).getFileName().toString())
                        .filter(
                                name -> name.matches(
                                        "(junit|jqwik|archunit|jackson|value|error_prone_core|nullaway|jollyday|ical4j|threeten|commons-(codec|lang)).*"))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** A user of every public type that calls each method which takes nothing. */
    private static String generated() throws IOException {
        StringBuilder source = new StringBuilder("package consumer;\n\nfinal class Generated {\n");
        int number = 0;
        for (Class<?> type : publicTypes()) {
            source.append("    static void use%d(%s it) throws Exception {%n".formatted(number++, nameOf(type)));
            source.append("        Class<?> type = %s.class;%n".formatted(type.getCanonicalName()));
            Arrays.stream(type.getDeclaredMethods())
                    .filter(ConsumerIT::isCallable)
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .forEach(method ->
                            source.append("        %s.%s();%n".formatted(receiver(type, method), method.getName())));
            source.append("    }\n");
        }
        return source.append("}\n").toString();
    }

    private static boolean isCallable(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && method.getParameterCount() == 0;
    }

    private static String receiver(Class<?> type, Method method) {
        return Modifier.isStatic(method.getModifiers()) ? type.getCanonicalName() : "it";
    }

    private static String nameOf(Class<?> type) {
        String wildcards = String.join(", ", Collections.nCopies(type.getTypeParameters().length, "?"));
        return type.getCanonicalName() + (wildcards.isEmpty() ? "" : "<" + wildcards + ">");
    }

    private static List<Class<?>> publicTypes() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {JAR.toUri().toURL()})) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .filter(name -> !name.startsWith("dev/tenure/internal/"))
                    .map(name -> load(loader, name.replace(".class", "").replace('/', '.')))
                    .filter(ConsumerIT::isPublic)
                    .collect(Collectors.toList());
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String path, String source) throws IOException {
        Path file = folder.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /** Returns what a program prints, and nothing else may be said. */
    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    /** Returns what the compiler says. */
    private String compile(String pathOption, String path) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "--release", "17", "-Xlint:all", "-Werror", pathOption, path, "-d", folder.resolve("classes") + "");
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            List<Path> units = sources.filter(Files::isRegularFile).toList();
            boolean done = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(units))
                    .call();
            assertEquals(done, said.toString().isEmpty(), said::toString);
        }
        return said.toString();
    }
}
