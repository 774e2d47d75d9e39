package dev.tenure.examples.report.page;

import java.util.Locale;

/**
 * The plural forms of the languages the page speaks, as in the Unicode CLDR. Phrases choose by them:
 * <code>{0} {10,choice,0#клиент|1#клиента|2#клиентов}</code>.
 */
final class Plural {

    static final int ONE = 0;
    static final int FEW = 1;
    static final int MANY = 2;

    private Plural() {}

    /** Returns the form of a noun after a count; English has no {@link #FEW}. */
    static int form(long count, Locale locale) {
        return locale.getLanguage().equals("ru") ? russian(Math.abs(count)) : english(count);
    }

    private static int english(long count) {
        return count == 1 ? ONE : MANY;
    }

    private static int russian(long count) {
        long units = count % 10;
        boolean teen = count % 100 / 10 == 1;
        if (units == 1 && !teen) {
            return ONE;
        }
        return units >= 2 && units <= 4 && !teen ? FEW : MANY;
    }
}
