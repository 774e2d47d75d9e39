package dev.tenure.examples.report.page;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ConfidenceLevel;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The language of a page: its phrases, its terms, and how it writes numbers and dates. */
final class Wording {

    /** Where the plural forms of the arguments begin: that of {@code {0}} is {@code {10}}. */
    private static final int PLURALS_FROM = 10;

    private static final String SECONDS = "seconds";
    private static final String P_VALUE = "p-value";
    /** Parameters of models and their likelihood, which are held against those of others. */
    private static final String DECIMALS = "decimals";

    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_AN_HOUR = 60;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("(.+)-Q([1-4])");
    private static final Pattern WEEK = Pattern.compile("(.+)-W(\\d{2})");
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\b\\d+\\b");

    private final Locale locale;
    private final ResourceBundle phrases;
    private final ResourceBundle terms;

    private Wording(Locale locale, ResourceBundle phrases, ResourceBundle terms) {
        this.locale = locale;
        this.phrases = phrases;
        this.terms = terms;
    }

    /** Returns the wording of a language; English if the page does not speak it. */
    static Wording of(Locale locale) {
        boolean russian = locale.getLanguage().equals("ru");
        Locale bundle = russian ? new Locale("ru") : Locale.ROOT;
        return new Wording(
                russian || locale.getLanguage().equals("en") ? locale : Locale.ENGLISH,
                ResourceBundle.getBundle("dev.tenure.examples.report.page.Phrases", bundle),
                ResourceBundle.getBundle("dev.tenure.examples.report.page.Terms", bundle));
    }

    Locale locale() {
        return locale;
    }

    /** Returns a phrase; a missing one is a programming error, which the tests look for. */
    String phrase(String key, Text... arguments) {
        return say(Text.phrase(key, arguments));
    }

    String say(Text text) {
        if (text instanceof Text.Phrase phrase) {
            return fill(phrase);
        }
        if (text instanceof Text.Plain plain) {
            return plain.value();
        }
        if (text instanceof Text.Period period) {
            return period(period.value());
        }
        return show(((Text.Shown) text).value());
    }

    private String fill(Text.Phrase phrase) {
        Object[] arguments = new Object[PLURALS_FROM + phrase.arguments().size()];
        for (int i = 0; i < phrase.arguments().size(); i++) {
            arguments[i] = say(phrase.arguments().get(i));
            arguments[PLURALS_FROM + i] = pluralForm(phrase.arguments().get(i));
        }
        return fill(phrase.key(), arguments);
    }

    private String fill(String key, Object... arguments) {
        return new MessageFormat(phrases.getString(key), locale).format(arguments);
    }

    private int pluralForm(Text argument) {
        boolean counted = argument instanceof Text.Shown shown && shown.value() instanceof Quantity.Count;
        return counted
                ? Plural.form(BigDecimal.valueOf(((Quantity.Count) ((Text.Shown) argument).value()).value()), locale)
                : Plural.MANY;
    }

    private String period(ReportingPeriod period) {
        Matcher quarter = QUARTER.matcher(period.label());
        if (quarter.matches()) {
            return phrase("period.quarter." + quarter.group(2), Text.plain(quarter.group(1)));
        }
        Matcher week = WEEK.matcher(period.label());
        if (week.matches()) {
            return phrase("period.week", Text.plain(week.group(1)), Text.plain(week.group(2)));
        }
        return MONTH.matcher(period.label()).matches()
                ? DateTimeFormatter.ofPattern("LLL yyyy", locale).format(period.start())
                : period.label();
    }

    /** Shows a quantity for reading. */
    String show(Quantity quantity) {
        return show(quantity, QuantityFormat.BRIEF);
    }

    /** Shows a quantity for checking, with all digits that mean something. */
    String exact(Quantity quantity) {
        return show(quantity, QuantityFormat.EXACT);
    }

    private String show(Quantity quantity, QuantityFormat format) {
        if (quantity instanceof Quantity.Count count) {
            return format.count(count.value(), locale);
        }
        if (quantity instanceof Quantity.Share share) {
            return format.share(share.value(), locale);
        }
        if (quantity instanceof Quantity.Measure measure) {
            return measure(measure, format);
        }
        if (quantity instanceof Quantity.Amount amount) {
            return format.amount(amount.value(), locale);
        }
        if (quantity instanceof Quantity.Day day) {
            return format.day(day.value(), locale);
        }
        if (quantity instanceof Quantity.Span span) {
            return span(span, format);
        }
        return quantity instanceof Quantity.Missing missing ? reason(missing) : term(quantity.toString());
    }

    /** A limit that the data do not give leaves the span open. */
    private String span(Quantity.Span span, QuantityFormat format) {
        if (span.upper() instanceof Quantity.Missing && !(span.lower() instanceof Quantity.Missing)) {
            return phrase("quantity.at-least", Text.plain(show(span.lower(), format)));
        }
        if (span.lower() instanceof Quantity.Missing && !(span.upper() instanceof Quantity.Missing)) {
            return phrase("quantity.at-most", Text.plain(show(span.upper(), format)));
        }
        return phrase("quantity.span", Text.plain(lower(span, format)), Text.plain(show(span.upper(), format)));
    }

    /** The unit of both ends is said once. */
    private String lower(Quantity.Span span, QuantityFormat format) {
        boolean sameUnit = span.lower() instanceof Quantity.Measure low
                && span.upper() instanceof Quantity.Measure high
                && low.unit().equals(high.unit())
                && !low.unit().equals(SECONDS)
                && !low.unit().equals(DECIMALS);
        return sameUnit ? format.number(((Quantity.Measure) span.lower()).value(), locale) : show(span.lower(), format);
    }

    /** Working time is told in hours and minutes. */
    private String time(double seconds) {
        long minutes = Math.round(seconds / SECONDS_A_MINUTE);
        if (Math.abs(seconds) < SECONDS_A_MINUTE && seconds != 0) {
            return phrase("unit.time.seconds", Text.count(Math.round(seconds)));
        }
        if (minutes % MINUTES_AN_HOUR == 0 && minutes != 0) {
            return phrase("unit.time.hours", Text.count(minutes / MINUTES_AN_HOUR));
        }
        return minutes < MINUTES_AN_HOUR
                ? phrase("unit.time.minutes", Text.count(minutes))
                : phrase(
                        "unit.time.both", Text.count(minutes / MINUTES_AN_HOUR), Text.count(minutes % MINUTES_AN_HOUR));
    }

    /** A p-value is never shown as zero. */
    private String pValue(double value, QuantityFormat format) {
        return value < format.leastPValue()
                ? phrase("quantity.less-than", Text.plain(format.pValue(format.leastPValue(), locale)))
                : format.pValue(value, locale);
    }

    private String measure(Quantity.Measure measure, QuantityFormat format) {
        if (measure.unit().equals(SECONDS)) {
            return time(measure.value());
        }
        if (measure.unit().equals(P_VALUE)) {
            return pValue(measure.value(), format);
        }
        if (measure.unit().equals(DECIMALS)) {
            return format.decimals(measure.value(), locale);
        }
        BigDecimal rounded = format.rounded(measure.value());
        String number = format.number(measure.value(), locale);
        String key = "unit." + key(measure.unit());
        if (measure.unit().isEmpty()) {
            return number;
        }
        Object[] arguments = new Object[PLURALS_FROM + 1];
        arguments[0] = number;
        arguments[PLURALS_FROM] = Plural.form(rounded, locale);
        return phrases.containsKey(key) ? fill(key, arguments) : number + NO_BREAK_SPACE + measure.unit();
    }

    /** Returns several texts as one, with commas between them. */
    Text list(ImmutableList<Text> texts) {
        return Text.plain(texts.stream().map(this::say).collect(joining(", ")));
    }

    /** Says a text in a table, where amounts are to be added up: they have all their digits there. */
    String cell(Text text) {
        return text instanceof Text.Shown shown && shown.value() instanceof Quantity.Amount
                ? exact(shown.value())
                : say(text);
    }

    /** Tells whether a text is set in columns of numbers. */
    boolean isNumeric(Text text) {
        return text instanceof Text.Shown shown && QuantityFormat.isNumeric(shown.value());
    }

    /** Tells whether a column of a table is one of numbers; that of the rows' headings is not. */
    boolean isNumeric(Table table, int column) {
        return column > 0 && table.rows().stream().anyMatch(row -> isNumeric(row.get(column)));
    }

    /** Says why there is no number; the reason in the library's own English words only where those are understood. */
    String reason(Quantity.Missing missing) {
        String kind = phrase("reason." + key(missing.reason().name()));
        String detail = isEnglish() ? missing.detail() : translation(missing.detail());
        return detail.isEmpty() ? kind : phrase("quantity.missing", Text.plain(kind), Text.plain(detail));
    }

    String level(ConfidenceLevel level) {
        return QuantityFormat.EXACT.share(level.value(), locale).replaceFirst("[.,]?0+(?=\\D*$)", "");
    }

    /** Returns a term of the library in this language: as it stands if there is no translation. */
    String term(String term) {
        String translation = translation(term);
        return translation.isEmpty() ? readable(term) : translation;
    }

    /** Terms that hold a number, such as that of a month, are translated once for all numbers. */
    private String translation(String term) {
        String exact = translated(term);
        Matcher number = WHOLE_NUMBER.matcher(term);
        if (!exact.isEmpty() || !number.find()) {
            return exact;
        }
        String general = term.substring(0, number.start()) + "n" + term.substring(number.end());
        return translated(general).replace("{n}", number.group());
    }

    private String translated(String term) {
        try {
            return terms.getString(key(term));
        } catch (MissingResourceException e) {
            return "";
        }
    }

    /** Constants are written in capitals in programs only. */
    private static String readable(String term) {
        return term.equals(Ascii.toUpperCase(term)) && term.contains("_")
                ? Ascii.toLowerCase(term).replace('_', ' ')
                : term;
    }

    /** Returns the formula of an explanation, with the names of its inputs and parts in this language. */
    String formula(Explanation explanation) {
        String whole = translation(explanation.formula());
        if (!whole.isEmpty()) {
            return whole;
        }
        String names = Stream.concat(
                        explanation.inputs().keySet().stream(),
                        explanation.parts().stream().map(Explanation::name))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|"));
        return names.isEmpty()
                ? explanation.formula()
                : Pattern.compile("\\b(" + names + ")\\b")
                        .matcher(explanation.formula())
                        .replaceAll(name -> Matcher.quoteReplacement(term(name.group())));
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    /** Returns the key of a term: {@code "net-promoter-score"} for {@code "net promoter score"}. */
    static String key(String term) {
        String key = NOT_IN_KEYS.matcher(Ascii.toLowerCase(term)).replaceAll("-");
        return key.replaceAll("^-|-$", "");
    }
}
