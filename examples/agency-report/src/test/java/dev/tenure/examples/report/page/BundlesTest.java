package dev.tenure.examples.report.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Reason;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[},]");

    @ParameterizedTest
    @ValueSource(strings = {"Phrases", "Terms"})
    void bothLanguagesSayTheSameThings(String name) {
        assertEquals(
                new TreeSet<>(english(name).keySet()),
                new TreeSet<>(russian(name).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phrases", "Terms"})
    void nothingIsLeftEmpty(String name) {
        for (ResourceBundle bundle : List.of(english(name), russian(name))) {
            bundle.keySet().forEach(key -> assertFalse(bundle.getString(key).isBlank(), key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void phrasesAreWellFormedPatternsWithoutTypewriterQuotes(String language) {
        ResourceBundle phrases = bundle("Phrases", language);
        for (String key : phrases.keySet()) {
            String phrase = phrases.getString(key);
            assertDoesNotThrow(() -> new MessageFormat(phrase), key);
            assertFalse(phrase.contains("'"), key);
            assertFalse(phrase.contains("\""), key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phrases"})
    void bothLanguagesFillTheSamePlaces(String name) {
        for (String key : english(name).keySet()) {
            assertEquals(
                    places(english(name).getString(key)), places(russian(name).getString(key)), key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void whatHasATitleHasTheTextThatBelongsToIt(String language) {
        ResourceBundle phrases = bundle("Phrases", language);
        for (String key : phrases.keySet()) {
            if (key.endsWith(".title")) {
                String owner = key.substring(0, key.length() - "title".length());
                String partner = switch (owner.substring(0, owner.indexOf('.'))) {
                    case "figure" -> owner + "definition";
                    case "section" -> owner + "lead";
                    case "chart" -> owner + "text";
                    default -> key;
                };
                assertTrue(phrases.containsKey(partner), partner);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasWords(Reason reason) {
        assertTrue(english("Phrases").containsKey("reason." + Wording.key(reason.name())));
    }

    private static Set<String> places(String phrase) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(phrase);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static ResourceBundle english(String name) {
        return bundle(name, "en");
    }

    private static ResourceBundle russian(String name) {
        return bundle(name, "ru");
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(
                "dev.tenure.examples.report.page." + name, language.equals("ru") ? new Locale("ru") : Locale.ROOT);
    }
}
