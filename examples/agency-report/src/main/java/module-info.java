/** The example application: CSV files of an agency in, one self-contained retention report out. */
module dev.tenure.examples.report {
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires dev.tenure;
    requires gg.jte.runtime;
    requires info.picocli;

    // annotations only; nothing of them is needed at run time
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    // the command's options are found by reflection
    opens dev.tenure.examples.report to
            info.picocli;
    // the template engine finds the compiled templates by name
    opens dev.tenure.examples.report.page to
            gg.jte.runtime;
}
