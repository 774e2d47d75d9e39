package dev.tenure.examples.report.page;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/** The tables of the last section of the page. */
final class CaveatTables {

    private CaveatTables() {}

    static Table of(Caveats.SkippedRows skipped) {
        return new Table(
                Text.phrase("caveats.skipped.caption"),
                columns("column.file", "column.line", "column.column", "column.reason"),
                skipped.examples().stream()
                        .map(row -> ImmutableList.of(
                                Text.plain(row.file()),
                                Text.count(row.line()),
                                Text.plain(row.column()),
                                Text.plain(row.reason())))
                        .collect(toImmutableList()));
    }

    static Table of(ImmutableList<Caveats.Truth> truth) {
        return new Table(
                Text.phrase("caveats.truth.caption"),
                columns("column.parameter", "column.truth", "column.estimate", "column.interval"),
                truth.stream()
                        .map(row -> ImmutableList.of(row.parameter(), row.actual(), row.estimate(), row.interval()))
                        .collect(toImmutableList()));
    }

    private static ImmutableList<Text> columns(String first, String second, String third, String fourth) {
        return ImmutableList.of(Text.phrase(first), Text.phrase(second), Text.phrase(third), Text.phrase(fourth));
    }
}
