package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.OptionalInt;

/** Reads {@code surveys.csv}. */
final class Surveys {

    private static final int LONGEST_SCALE = 10;

    /** The columns. */
    enum Name implements Column {
        CLIENT_ID,
        DATE,
        KIND,
        SCORE,
        SCALE,
        REASON;

        @Override
        public boolean required() {
            return this != SCALE && this != REASON;
        }
    }

    private final ClientKeys keys;
    private final LastDay lastDay;
    private final ImmutableList.Builder<SurveyRow> rows = ImmutableList.builder();

    Surveys(ClientKeys keys, LastDay lastDay) {
        this.keys = keys;
        this.lastDay = lastDay;
    }

    void read(Row row) {
        int client = row.client(Name.CLIENT_ID, keys);
        int day = row.epochDay(Name.DATE);
        row.requireFilled(Name.KIND);
        SurveyKind kind = row.word(Name.KIND, SurveyKind.class).orElse(SurveyKind.NPS);
        int scale = scale(row, kind);
        OptionalInt score = row.has(Name.SCORE)
                ? OptionalInt.of(row.wholeNumber(Name.SCORE, kind.least(), scale))
                : OptionalInt.empty();
        String reason = row.text(Name.REASON);
        if (!row.isFaulty()) {
            lastDay.see(InputFile.SURVEYS, row, day);
            rows.add(new SurveyRow(client, LocalDate.ofEpochDay(day), kind, scale, score, reason));
        }
    }

    private static int scale(Row row, SurveyKind kind) {
        if (!row.has(Name.SCALE)) {
            return kind.most();
        }
        return kind == SurveyKind.NPS
                ? row.wholeNumber(Name.SCALE, kind.most(), kind.most())
                : row.wholeNumber(Name.SCALE, 2, LONGEST_SCALE);
    }

    ImmutableList<SurveyRow> rows() {
        return rows.build();
    }
}
