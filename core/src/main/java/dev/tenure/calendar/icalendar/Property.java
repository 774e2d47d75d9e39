package dev.tenure.calendar.icalendar;

import com.google.common.collect.ImmutableMap;

/** A content line: its name and the names of its parameters in capitals, its value as it stands. */
record Property(String name, ImmutableMap<String, String> parameters, String value) {

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The value as people read it: with its escapes resolved. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i) == 'n' || value.charAt(i) == 'N' ? '\n' : value.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }
}
