package dev.tenure.examples.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.MissingResourceException;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
    private static final Wording RUSSIAN = Wording.of(new Locale("ru"));

    /** Makes the spaces that must not break visible as underscores. */
    private static String seen(String text) {
        return text.replace('\u00a0', '_').replace('\u202f', '_');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.875      | 87.5%   | 87,5_%",
                "0.12345    | 12.3%   | 12,3_%",
                "1          | 100.0%  | 100,0_%",
                "-0.031     | \u22123.1%   | \u22123,1_%",
            })
    void sharesAreShownToATenthOfAPerCent(double share, String english, String russian) {
        assertEquals(english, seen(ENGLISH.show(new Quantity.Share(share))));
        assertEquals(russian, seen(RUSSIAN.show(new Quantity.Share(share))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1       | 1_month      | 1_месяц",
                "2       | 2_months     | 2_месяца",
                "5       | 5_months     | 5_месяцев",
                "11      | 11_months    | 11_месяцев",
                "21      | 21_months    | 21_месяц",
                "21.04   | 21_months    | 21_месяц",
                "21.4    | 21.4_months  | 21,4_месяца",
                "0.256   | 0.26_months  | 0,26_месяца",
                "1234.56 | 1,234.6_months | 1_234,6_месяца",
            })
    void unitsAgreeWithTheirNumbers(double value, String english, String russian) {
        Quantity months = new Quantity.Measure(value, "months");
        assertEquals(english, seen(ENGLISH.show(months)));
        assertEquals(russian, seen(RUSSIAN.show(months)));
    }

    @Test
    void aNumberWithoutUnitStandsAlone() {
        assertEquals("1.54", ENGLISH.show(new Quantity.Measure(1.5437, "")));
        assertEquals("1,5437", RUSSIAN.exact(new Quantity.Measure(1.5437, "")));
    }

    @Test
    void aPValueIsNeverShownAsZero() {
        Quantity small = new Quantity.Measure(0.000_02, "p-value");
        assertEquals("less than 0.001", ENGLISH.show(small));
        assertEquals("меньше 0,001", RUSSIAN.show(small));
        assertEquals("0.00002", ENGLISH.exact(small));
        assertEquals("less than 0.000001", ENGLISH.exact(new Quantity.Measure(0, "p-value")));
        assertEquals("0,157", RUSSIAN.show(new Quantity.Measure(0.1572992, "p-value")));
    }

    @Test
    void aUnitThePageDoesNotKnowIsShownAsItStands() {
        assertEquals("3_sigma", seen(RUSSIAN.show(new Quantity.Measure(3, "sigma"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1284500.40  | RUB_1.28M   | 1,28_млн_₽  | RUB_1,284,500.40 | 1_284_500,40_₽",
                "999999.99   | RUB_1M      | 1_млн_₽     | RUB_999,999.99   | 999_999,99_₽",
                "212400      | RUB_212K    | 212_тыс._₽  | RUB_212,400.00   | 212_400,00_₽",
                "9999.50     | RUB_10,000  | 10_000_₽    | RUB_9,999.50     | 9_999,50_₽",
                "-296000     | \u2212RUB_296K   | \u2212296_тыс._₽ | \u2212RUB_296,000.00  | \u2212296_000,00_₽",
                "0           | RUB_0       | 0_₽         | RUB_0.00         | 0,00_₽",
            })
    void amountsAreShownInBriefAndToTheCent(
            String amount, String english, String russian, String exactEnglish, String exactRussian) {
        Quantity money = new Quantity.Amount(BigMoney.parse("RUB " + amount));
        assertEquals(english, seen(ENGLISH.show(money)));
        assertEquals(russian, seen(RUSSIAN.show(money)));
        assertEquals(exactEnglish, seen(ENGLISH.exact(money)));
        assertEquals(exactRussian, seen(RUSSIAN.exact(money)));
    }

    @Test
    void theDollarTouchesItsNumber() {
        assertEquals("$1.5M", ENGLISH.show(new Quantity.Amount(BigMoney.parse("USD 1500000"))));
    }

    @Test
    void aSpanSaysTheUnitOfBothEndsOnce() {
        Quantity span = new Quantity.Span(new Quantity.Measure(15.9, "months"), new Quantity.Measure(33.1, "months"));
        assertEquals("15.9 to 33.1_months", seen(ENGLISH.show(span)));
        assertEquals("от 15,9 до 33,1_месяца", seen(RUSSIAN.show(span)));
        assertEquals("от 64,5_% до 89,3_%", seen(RUSSIAN.show(ReportFixture.shares(0.645, 0.893))));
    }

    @Test
    void daysAreWrittenOutInTheirLanguage() {
        Quantity day = new Quantity.Day(LocalDate.of(2025, 12, 31));
        assertEquals("December 31, 2025", ENGLISH.show(day));
        assertEquals("31 декабря 2025 г.", seen(RUSSIAN.show(day)).replace('_', ' '));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, Mar 2025, март 2025",
        "QUARTER, Q1_2025, I_кв. 2025",
        "YEAR, 2025, 2025",
        "WEEK, 'week 11, 2025', 'неделя 11, 2025'"
    })
    void periodsHaveNames(Granularity granularity, String english, String russian) {
        Text period = Text.of(ReportingCalendar.of(granularity).periodOf(LocalDate.of(2025, 3, 14)));
        assertEquals(english, seen(ENGLISH.say(period)));
        assertEquals(russian, seen(RUSSIAN.say(period)));
    }

    @Test
    void theFiscalYearKeepsItsLabel() {
        ReportingCalendar calendar = ReportingCalendar.of(Granularity.QUARTER).withFiscalYearStart(Month.APRIL);
        Text quarter = Text.of(calendar.periodOf(LocalDate.of(2025, 5, 1)));
        String label = calendar.periodOf(LocalDate.of(2025, 5, 1)).label();
        assertEquals("Q1_" + label.substring(0, label.indexOf("-Q")), seen(ENGLISH.say(quarter)));
    }

    @Test
    void russianSentencesAgreeWithTheirCounts() {
        assertEquals("Из 39 клиентов, работавших с агентством год назад, остался 31.", lead(39, 31));
        assertEquals("Из 21 клиента, работавших с агентством год назад, остались 3.", lead(21, 3));
        assertEquals("Из 12 клиентов, работавших с агентством год назад, осталось 11.", lead(12, 11));
    }

    private static String lead(long before, long now) {
        return RUSSIAN.phrase("lead.stay", Text.count(before), Text.count(now));
    }

    @Test
    void whyThereIsNoNumberIsSaidInWords() {
        Quantity missing = new Quantity.Missing(Reason.NO_DATA, "no clients at the start of 2025-03");
        assertEquals("no data: no clients at the start of 2025-03", ENGLISH.show(missing));
        assertEquals("нет данных", RUSSIAN.show(missing));
        assertEquals("нет данных: нет ответов", RUSSIAN.show(new Quantity.Missing(Reason.NO_DATA, "no answers")));
    }

    @Test
    void termsAreTranslatedAndUnknownOnesShownAsTheyStand() {
        assertEquals("скорректированный Вальд", RUSSIAN.show(new Quantity.Term("ADJUSTED_WALD")));
        assertEquals("adjusted Wald", ENGLISH.show(new Quantity.Term("ADJUSTED_WALD")));
        assertEquals("some new rule", RUSSIAN.show(new Quantity.Term("SOME_NEW_RULE")));
        assertEquals("NPS", RUSSIAN.show(new Quantity.Term("NPS")));
    }

    @Test
    void formulasUseTheTranslatedNames() {
        Explanation explanation = Explanation.builder()
                .name("net promoter score")
                .formula("100 * (promoters - detractors) / answers")
                .value(new Quantity.Measure(20, "points"))
                .putInput("promoters", new Quantity.Count(5))
                .putInput("detractors", new Quantity.Count(3))
                .putInput("answers", new Quantity.Count(10))
                .build();
        assertEquals("100 * (промоутеры - критики) / ответы", RUSSIAN.formula(explanation));
        assertEquals("100 * (promoters - detractors) / answers", ENGLISH.formula(explanation));
    }

    @Test
    void aFormulaOfWordsIsTranslatedWhole() {
        Explanation explanation = Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(new Quantity.Count(1))
                .build();
        assertEquals("по методу, на уровне", RUSSIAN.formula(explanation));
    }

    @Test
    void aTermWithANumberIsTranslatedForAllNumbers() {
        assertEquals("итог после месяца 7", RUSSIAN.term("position after month 7"));
        assertEquals("position after month 7", ENGLISH.term("position after month 7"));
        assertEquals("some rule of 7", RUSSIAN.term("some rule of 7"));
    }

    @Test
    void confidenceLevelsNeedNoTrailingZeros() {
        assertEquals("95%", ENGLISH.level(ConfidenceLevel.P95));
        assertEquals("90_%", seen(RUSSIAN.level(ConfidenceLevel.P90)));
        assertEquals("99.9%", ENGLISH.level(ConfidenceLevel.of(0.999)));
    }

    @Test
    void severalTextsAreJoinedByCommas() {
        assertEquals(Text.plain("1, b"), ENGLISH.list(ImmutableList.of(Text.count(1), Text.plain("b"))));
    }

    @Test
    void aLanguageThePageDoesNotSpeakGetsEnglish() {
        assertEquals("87.5%", Wording.of(Locale.GERMANY).show(new Quantity.Share(0.875)));
        assertEquals("Contents", Wording.of(Locale.GERMANY).phrase("page.contents"));
    }

    @Test
    void aPhraseThatDoesNotExistIsAnError() {
        assertThrows(MissingResourceException.class, () -> ENGLISH.phrase("no.such.phrase"));
    }
}
