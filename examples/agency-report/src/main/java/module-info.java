/** An agency's CSV files in, one self-contained retention report out. */
module dev.tenure.examples.report {
    requires de.siegmar.fastcsv;
    requires dev.tenure;
    requires info.picocli;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    // the command's options are found by reflection
    opens dev.tenure.examples.report to
            info.picocli;
}
