package dev.tenure.retention.cohort;

import dev.tenure.calendar.ReportingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The slow way to make a cohort table of activity: client by client, day by day, with maps. */
final class CohortsByHand {

    static final LocalDate ORIGIN = LocalDate.of(2024, 1, 1);

    private final CohortPolicy policy;
    private final LocalDate asOf;
    private final Optional<LocalDate> recordsFrom;
    private final Map<String, Figures> cells = new TreeMap<>();

    private CohortsByHand(CohortPolicy policy, LocalDate asOf, Optional<LocalDate> recordsFrom) {
        this.policy = policy;
        this.asOf = asOf;
        this.recordsFrom = recordsFrom;
    }

    /** What a cell holds; movements in the order new, expansion, reactivation, contraction, churn. */
    static final class Figures {
        long size;
        long clients;
        long atRisk;
        long stayed;
        long money;
        long gross;
        final long[] sincePrevious = new long[5];
        final long[] sinceFirst = new long[5];
    }

    static Map<String, Figures> cells(
            List<ClientActivity> rows, CohortPolicy policy, LocalDate asOf, Optional<LocalDate> recordsFrom) {
        CohortsByHand table = new CohortsByHand(policy, asOf, recordsFrom);
        Map<Long, List<ClientActivity>> clients = new TreeMap<>();
        for (ClientActivity row : rows) {
            if (!row.day().isAfter(asOf)) {
                clients.computeIfAbsent(row.client(), client -> new ArrayList<>())
                        .add(row);
            }
        }
        clients.values().forEach(table::addClient);
        return table.cells;
    }

    static Arbitrary<List<ClientActivity>> activity() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 7),
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.longs().between(-60, 300))
                .as((client, day, amount) -> ClientActivity.of(client, ORIGIN.plusDays(day), amount))
                .list()
                .ofMaxSize(60);
    }

    private boolean isOlder(LocalDate day) {
        return recordsFrom.isPresent() && day.isBefore(recordsFrom.get());
    }

    private void addClient(List<ClientActivity> unsorted) {
        List<ClientActivity> rows = unsorted.stream()
                .sorted(Comparator.comparing(ClientActivity::day))
                .filter(row -> policy.olderClients() != OlderClients.AS_NEW || !isOlder(row.day()))
                .toList();
        if (rows.isEmpty()
                || (policy.olderClients() == OlderClients.EXCLUDED
                        && isOlder(rows.get(0).day()))) {
            return;
        }
        LocalDate start = rows.get(0).day();
        boolean older = isOlder(start);
        int last = older ? age(start, recordsFrom.orElseThrow().minusDays(1)) : 0;
        Map<Integer, Long> money = new TreeMap<>();
        for (ClientActivity row : rows) {
            if (isOlder(row.day())) {
                continue;
            }
            int age = age(start, row.day());
            if (policy.reactivation() != CohortReactivation.ORIGINAL_COHORT && age - last - 1 >= policy.idlePeriods()) {
                addMember(start, older, money);
                if (policy.reactivation() == CohortReactivation.FIRST_SPELL_ONLY) {
                    return;
                }
                money = new TreeMap<>();
                start = row.day();
                older = false;
                age = 0;
            }
            last = age;
            money.merge(age, row.minorUnits(), Long::sum);
        }
        addMember(start, older, money);
    }

    private void addMember(LocalDate start, boolean older, Map<Integer, Long> money) {
        if (money.isEmpty()) {
            return;
        }
        String cohort = policy.calendar().periodOf(start).label();
        int ages = age(policy.calendar().periodOf(start).start(), asOf) + 1;
        boolean paid = older;
        long initial = money.getOrDefault(0, 0L);
        for (int age = 0; age < ages; age++) {
            Figures cell = cells.computeIfAbsent(cohort + "+" + age, key -> new Figures());
            boolean there = money.containsKey(age);
            boolean before = money.containsKey(age - 1);
            long now = money.getOrDefault(age, 0L);
            long then = money.getOrDefault(age - 1, 0L);
            cell.size++;
            cell.clients += there ? 1 : 0;
            cell.atRisk += before ? 1 : 0;
            cell.stayed += before && there ? 1 : 0;
            cell.money += now;
            cell.gross += Math.min(now, initial);
            move(cell.sincePrevious, then, now, paid);
            move(cell.sinceFirst, initial, now, false);
            paid |= now > 0;
        }
    }

    private static void move(long[] movements, long before, long now, boolean paid) {
        boolean gone = before > 0 && now <= 0;
        boolean come = before <= 0 && now > 0;
        if (come && !paid) {
            movements[0] += now - before;
        } else if (come) {
            movements[2] += now - before;
        } else if (gone) {
            movements[4] += now - before;
        } else {
            movements[1] += Math.max(0, now - before);
            movements[3] += Math.min(0, now - before);
        }
    }

    private int age(LocalDate start, LocalDate day) {
        int age = 0;
        while (!begin(start, age + 1).isAfter(day)) {
            age++;
        }
        return age;
    }

    private LocalDate begin(LocalDate start, int age) {
        ReportingCalendar calendar = policy.calendar();
        return switch (policy.age()) {
            case CALENDAR_PERIODS ->
                calendar.period(calendar.indexOf(start) + age).start();
            case TENURE_WEEKS -> start.plusDays(7L * age);
            case TENURE_MONTHS -> start.plusMonths(age);
            case TENURE_QUARTERS -> start.plusMonths(3L * age);
            case TENURE_YEARS -> start.plusYears(age);
        };
    }
}
