package dev.tenure.examples.report;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of the program. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String name = Version.class.getPackageName() + ".version";
        return new String[] {
            "tenure-agency-report " + ResourceBundle.getBundle(name).getString("version")
        };
    }
}
