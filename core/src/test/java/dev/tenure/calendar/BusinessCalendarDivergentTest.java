package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published cases in which a peer answers otherwise. The file and docs/working-time.md say why, one by one. */
class BusinessCalendarDivergentTest {

    private static final GoldenSchedules FILE = GoldenSchedules.of("business_time_divergent.json");

    static Stream<JsonNode> cases() {
        return FILE.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourAnswerIsOurs_notThePeers(JsonNode golden) {
        BusinessCalendar calendar = FILE.calendar(golden);
        switch (golden.get("op").asText()) {
            case "isOpen" -> {
                assertEquals(golden.get("ours").asBoolean(), calendar.isOpen(instant(golden, "at")));
            }
            case "between" -> assertEquals(Duration.ofSeconds(golden.get("ours").asLong()), between(calendar, golden));
            default ->
                assertEquals(GoldenSchedules.intervals(golden.get("ours")).get(0), firstInterval(calendar, golden));
        }
        assertNotEquals(golden.get("peer"), golden.get("ours"));
        assertFalse(golden.get("why").asText().isBlank());
    }

    @Test
    void thePeerThatCountsByTheWallClock_isFollowedIfAsked() {
        ImmutableList<JsonNode> nominal =
                cases().filter(golden -> golden.has("oursNominal")).collect(ImmutableList.toImmutableList());
        JsonNode golden = nominal.get(0);

        assertEquals(1, nominal.size());
        assertEquals("wh-017", golden.get("id").asText());
        assertEquals(
                Duration.ofSeconds(golden.get("peer").asLong()),
                between(FILE.calendar(golden).with(TimeMeasure.NOMINAL), golden));
        assertEquals(golden.get("peer"), golden.get("oursNominal"));
    }

    @Test
    void fileIsComplete() {
        assertEquals(17, cases().count());
    }

    private static Duration between(BusinessCalendar calendar, JsonNode golden) {
        return calendar.between(instant(golden, "from"), instant(golden, "to"));
    }

    private static WorkingInterval firstInterval(BusinessCalendar calendar, JsonNode golden) {
        Instant from = instant(golden, "from");
        return calendar.intervals(from, from.plus(Duration.ofDays(7))).get(0);
    }

    private static Instant instant(JsonNode golden, String field) {
        return GoldenSchedules.instant(golden.get(field));
    }
}
