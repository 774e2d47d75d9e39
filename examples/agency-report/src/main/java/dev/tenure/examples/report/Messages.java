package dev.tenure.examples.report;

import dev.tenure.examples.report.input.Fault;
import dev.tenure.examples.report.input.InputFolder;
import dev.tenure.examples.report.input.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the terminal says, in a language. */
final class Messages {

    private final Locale locale;
    private final ResourceBundle bundle;

    Messages(Language language) {
        locale = language.locale();
        bundle = ResourceBundle.getBundle(Messages.class.getPackageName() + ".messages", locale);
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String fault(Fault fault, InputFolder files) {
        String file = files.name(fault.file());
        String where = fault.column().isEmpty()
                ? text("fault.row", file, Long.toString(fault.line()))
                : text("fault.cell", file, Long.toString(fault.line()), fault.column());
        return where + ": " + problem(fault.problem());
    }

    String problem(Problem problem) {
        return text("problem." + problem.kind(), problem.arguments().toArray());
    }
}
