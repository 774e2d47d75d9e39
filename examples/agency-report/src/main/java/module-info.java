/** The example application: CSV files of an agency in, one self-contained retention report out. */
module dev.tenure.examples.report {
    requires dev.tenure;
    requires com.fasterxml.jackson.core;
    requires gg.jte.runtime;

    // annotations only; nothing of them is needed at run time
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;

    // the template engine finds the compiled templates by name
    opens dev.tenure.examples.report.page to
            gg.jte.runtime;
}
