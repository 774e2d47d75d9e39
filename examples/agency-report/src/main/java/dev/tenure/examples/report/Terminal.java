package dev.tenure.examples.report;

import java.io.Console;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What can be known of the terminal. */
final class Terminal {

    private Terminal() {}

    /** Tells whether somebody is looking: whether input and output are a terminal's. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on it is not null, and isTerminal below says what it is
    static boolean isWatched() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there is a console without a terminal too, and it can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            return (boolean) method.invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** The characters the terminal understands; where it is said to be ASCII nothing was set, and UTF-8 is the safer guess. */
    static Charset charset() {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
