package dev.tenure.calendar.russia;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Year;

/** The years whose decree is published, and whose calendar was held against a second source. */
final class PublishedYears {

    static final ImmutableList<ProductionYear> ALL = ImmutableList.of(year2024(), year2025(), year2026());

    private PublishedYears() {}

    private static ProductionYear year2024() {
        return year(2024, "1314", "2023-08-10")
                .putTransfer(date("2024-01-06"), date("2024-05-10"))
                .putTransfer(date("2024-01-07"), date("2024-12-31"))
                .putTransfer(date("2024-04-27"), date("2024-04-29"))
                .putTransfer(date("2024-11-02"), date("2024-04-30"))
                .putTransfer(date("2024-12-28"), date("2024-12-30"))
                .build();
    }

    private static ProductionYear year2025() {
        return year(2025, "1335", "2024-10-04")
                .putTransfer(date("2025-01-04"), date("2025-05-02"))
                .putTransfer(date("2025-01-05"), date("2025-12-31"))
                .putTransfer(date("2025-02-23"), date("2025-05-08"))
                .putTransfer(date("2025-03-08"), date("2025-06-13"))
                .putTransfer(date("2025-11-01"), date("2025-11-03"))
                .build();
    }

    private static ProductionYear year2026() {
        return year(2026, "1466", "2025-09-24")
                .putTransfer(date("2026-01-03"), date("2026-01-09"))
                .putTransfer(date("2026-01-04"), date("2026-12-31"))
                .build();
    }

    private static ProductionYearBuilder year(int year, String number, String date) {
        return ProductionYear.builder().year(Year.of(year)).decree(Decree.of(number, date(date)));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
