package dev.tenure.examples.report.page;

import dev.tenure.explain.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.BigMoney;

/**
 * Numbers and dates as a language writes them. {@link #BRIEF} is for reading, with as many digits as the eye takes in;
 * {@link #EXACT} is for checking.
 */
enum QuantityFormat {
    /** Percentages to a tenth, large amounts in thousands, millions or billions. */
    BRIEF,
    /** Percentages to a hundredth, amounts to the last cent. */
    EXACT;

    private static final String MINUS = "\u2212";
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int MOST_DIGITS = 4;
    private static final int MOST_PLACES = 12;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal COMPACT_FROM = BigDecimal.valueOf(10_000);

    String count(long value, Locale locale) {
        return minus(NumberFormat.getIntegerInstance(locale).format(value));
    }

    String share(double value, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(this == BRIEF ? 1 : 2);
        format.setMaximumFractionDigits(this == BRIEF ? 1 : 2);
        return minus(format.format(value));
    }

    String number(double value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DIGITS);
        return minus(format.format(rounded(value)));
    }

    /** The least p-value that is told; below it only that it is below. */
    double leastPValue() {
        return this == BRIEF ? 0.001 : 0.000_001;
    }

    String pValue(double value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(this == BRIEF ? 3 : 6);
        return format.format(value);
    }

    /** Returns a number with three decimals, or so many that three digits of a small one are seen. */
    String decimals(double value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        int places = value == 0 ? 3 : Math.max(3, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        format.setMinimumFractionDigits(Math.min(places, MOST_PLACES));
        format.setMaximumFractionDigits(Math.min(places, MOST_PLACES));
        return minus(format.format(value));
    }

    /** Returns a number as exactly as it is shown. */
    BigDecimal rounded(double value) {
        int briefDigits = Math.abs(value) >= 10 ? 1 : 2;
        return BigDecimal.valueOf(value)
                .setScale(this == BRIEF ? briefDigits : MOST_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    String day(LocalDate value, Locale locale) {
        FormatStyle style = this == BRIEF ? FormatStyle.LONG : FormatStyle.MEDIUM;
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(value);
    }

    String amount(BigMoney value, Locale locale) {
        boolean compact = this == BRIEF && value.getAmount().abs().compareTo(COMPACT_FROM) >= 0;
        return minus(compact ? compactAmount(value, locale) : fullAmount(value, locale));
    }

    private String fullAmount(BigMoney value, Locale locale) {
        DecimalFormat format = currencyFormat(value, locale);
        int digits = this == BRIEF ? 0 : value.getCurrencyUnit().getDecimalPlaces();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value.getAmount());
    }

    /** To three digits: more are not taken in, and the figure unfolds to the cent. */
    private static String compactAmount(BigMoney value, Locale locale) {
        DecimalFormat currency = currencyFormat(value, locale);
        NumberFormat compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(2);
        long rounded = value.getAmount().abs().round(THREE_DIGITS).longValueExact();
        return value.isNegative()
                ? currency.getNegativePrefix() + compact.format(rounded) + currency.getNegativeSuffix()
                : currency.getPositivePrefix() + compact.format(rounded) + currency.getPositiveSuffix();
    }

    private static DecimalFormat currencyFormat(BigMoney value, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setCurrency(Currency.getInstance(value.getCurrencyUnit().getCode()));
        format.setPositivePrefix(spaced(format.getPositivePrefix()));
        format.setNegativePrefix(spaced(format.getNegativePrefix()));
        return format;
    }

    /** A currency's code, unlike its sign, does not touch the number. */
    private static String spaced(String prefix) {
        return prefix.isEmpty() || !Character.isLetter(prefix.charAt(prefix.length() - 1))
                ? prefix
                : prefix + NO_BREAK_SPACE;
    }

    /** A hyphen before a number may be broken from it at the end of a line, and is too short to be seen. */
    private static String minus(String number) {
        return number.replace("-", MINUS);
    }

    /** Tells whether a quantity is set in columns of numbers. */
    static boolean isNumeric(Quantity quantity) {
        return !(quantity instanceof Quantity.Term) && !(quantity instanceof Quantity.Missing);
    }
}
