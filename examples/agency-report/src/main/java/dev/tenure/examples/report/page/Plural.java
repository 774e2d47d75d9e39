package dev.tenure.examples.report.page;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * The plural forms of the languages the page speaks, as in the Unicode CLDR. Phrases choose by them:
 * <code>{0} {10,choice,0#клиент|1#клиента|2#клиентов}</code>. A Russian fraction takes the form of two to four.
 */
final class Plural {

    static final int ONE = 0;
    static final int FEW = 1;
    static final int MANY = 2;

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Plural() {}

    /** Returns the form of a noun after a number; English has no {@link #FEW}. */
    static int form(BigDecimal number, Locale locale) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!locale.getLanguage().equals("ru")) {
            return number.compareTo(BigDecimal.ONE) == 0 ? ONE : MANY;
        }
        return whole ? russian(number.toBigInteger().abs().mod(HUNDRED).intValue()) : FEW;
    }

    private static int russian(int lastTwoDigits) {
        int units = lastTwoDigits % 10;
        boolean teen = lastTwoDigits / 10 == 1;
        if (units == 1 && !teen) {
            return ONE;
        }
        return units >= 2 && units <= 4 && !teen ? FEW : MANY;
    }
}
