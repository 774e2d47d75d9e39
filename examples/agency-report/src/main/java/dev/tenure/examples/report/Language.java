package dev.tenure.examples.report;

import java.util.Locale;

/** The languages of the report and of what the terminal says. The order carries no meaning. */
enum Language {
    EN,
    RU;

    Locale locale() {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
    }
}
