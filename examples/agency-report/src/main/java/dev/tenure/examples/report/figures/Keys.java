package dev.tenure.examples.report.figures;

import com.google.common.base.Ascii;

/** The keys of options in the message bundles. */
final class Keys {

    private Keys() {}

    static String of(Enum<?> option) {
        return Ascii.toLowerCase(option.name()).replace('_', '-');
    }
}
