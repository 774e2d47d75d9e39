package dev.tenure.examples.report.sample;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The names and sentences of the sample, in a language; which of them are drawn does not depend on it. */
final class Words {

    private static final Splitter LIST = Splitter.on(';').trimResults();

    private final ResourceBundle bundle;
    private final Map<String, ImmutableList<String>> lists = new HashMap<>();

    Words(Locale language) {
        bundle = ResourceBundle.getBundle(Words.class.getPackageName() + ".words", language);
    }

    ImmutableList<String> list(String key) {
        return lists.computeIfAbsent(key, name -> ImmutableList.copyOf(LIST.split(bundle.getString(name))));
    }

    String one(String key) {
        return bundle.getString(key);
    }
}
