package dev.tenure.retention.cohort;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.ReportingPeriod;
import java.util.Optional;

/** Makes a table of counts. */
final class CohortResults {

    private final CohortQuestion question;
    private final CohortClock clock;

    private CohortResults(CohortQuestion question) {
        this.question = question;
        clock = new CohortClock(question.policy());
    }

    static CohortTable table(CohortQuestion question, CohortCountsTable counts) {
        CohortResults results = new CohortResults(question);
        ImmutableList.Builder<Cohort> cohorts = ImmutableList.builder();
        counts.forEach((index, cohort) -> cohorts.add(results.cohort(index, cohort)));
        return new CohortTableBuilder()
                .policy(question.policy())
                .asOf(question.asOf())
                .recordsFrom(question.recordsBegin())
                .detail(question.detail())
                .intervalMethod(question.method())
                .level(question.level())
                .cohorts(cohorts.build())
                .build();
    }

    private Cohort cohort(long index, CohortCounts counts) {
        ReportingPeriod period = clock.period(index);
        int observedFrom = observedFrom(period);
        ImmutableList.Builder<CohortCell> cells = ImmutableList.builderWithExpectedSize(counts.ages());
        for (int age = 0; age < counts.ages(); age++) {
            cells.add(cell(period, counts, age)
                    .observedFrom(observedFrom)
                    .isComplete(clock.isComplete(period, age, question.asOf()))
                    .build());
        }
        return new CohortBuilder()
                .period(period)
                .size(counts.size())
                .cells(cells.build())
                .build();
    }

    private int observedFrom(ReportingPeriod cohort) {
        return question.policy().olderClients() == OlderClients.DELAYED_ENTRY
                ? question.recordsBegin()
                        .map(day -> clock.observedFrom(cohort, day))
                        .orElse(0)
                : 0;
    }

    private CohortCellBuilder cell(ReportingPeriod cohort, CohortCounts counts, int age) {
        boolean hasMovements = question.detail() == RevenueDetail.MOVEMENTS;
        return new CohortCellBuilder()
                .cohort(cohort)
                .periodsLater(age)
                .period(periodOf(cohort, age))
                .size(counts.size())
                .clients(counts.clients(age))
                .undecided(counts.undecided(age))
                .atRisk(counts.atRisk(age))
                .stayed(counts.stayed(age))
                .minorUnits(counts.minorUnits(age))
                .initialMinorUnits(counts.minorUnits(0))
                .countedSincePrevious(hasMovements ? Optional.of(counts.sincePrevious(age)) : Optional.empty())
                .countedSinceFirst(hasMovements ? Optional.of(counts.sinceFirst(age)) : Optional.empty())
                .countedSample(hasMovements ? Optional.of(counts.sample(age)) : Optional.empty())
                .intervalMethod(question.method())
                .level(question.level());
    }

    private Optional<ReportingPeriod> periodOf(ReportingPeriod cohort, int age) {
        return question.policy().age() == CohortAge.CALENDAR_PERIODS
                ? Optional.of(clock.period(cohort.index() + age))
                : Optional.empty();
    }
}
