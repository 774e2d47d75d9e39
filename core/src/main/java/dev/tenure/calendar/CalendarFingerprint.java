package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.zone.ZoneRulesProvider;

/**
 * What a result of a {@link BusinessCalendar} depends on: two calendars with equal fingerprints give equal results.
 *
 * <p><b>Conventions.</b> Governments change time zones, and the rules in use change with them when the runtime is updated. A
 * deadline kept together with the fingerprint of its calendar tells whether it has to be computed again.
 *
 * @param definition the SHA-256 of the calendar's definition, as 64 hexadecimal digits
 * @param zoneRules the version of the rules by time zone, such as {@code 2026a}; {@code fixed} for an offset
 */
public record CalendarFingerprint(String definition, ImmutableSortedMap<String, String> zoneRules)
        implements Serializable {

    private static final String FIXED = "fixed";

    static CalendarFingerprint of(String definition, ImmutableSortedSet<String> zones) {
        return new CalendarFingerprint(
                Hashing.sha256().hashString(definition, StandardCharsets.UTF_8).toString(),
                ImmutableSortedMap.copyOf(Maps.asMap(zones, CalendarFingerprint::versionOfRules)));
    }

    private static String versionOfRules(String zone) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(zone)
                ? ZoneRulesProvider.getVersions(zone).lastKey()
                : FIXED;
    }
}
