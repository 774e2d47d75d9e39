package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.page.Chart;
import dev.tenure.examples.report.page.Text;
import dev.tenure.money.ExactMoney;
import dev.tenure.revenue.ConcentrationResult;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** The clients who bring most. */
final class Largest {

    private static final int SHOWN = 10;

    private Largest() {}

    static Optional<Chart> chart(ConcentrationResult<ClientId> concentration, Facts facts, String id) {
        ImmutableList<Map.Entry<ClientId, ExactMoney>> largest = concentration.revenues().entrySet().stream()
                .sorted(Map.Entry.<ClientId, ExactMoney>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .collect(toImmutableList());
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        ExactMoney together = largest.stream()
                .map(Map.Entry::getValue)
                .reduce(ExactMoney::plus)
                .orElseThrow();
        return Optional.of(new Chart.Bars(
                id,
                Text.phrase("chart." + id + ".text", Text.share(together.dividedBy(concentration.total()))),
                Text.phrase("column.client"),
                largest.stream()
                        .map(client -> new Chart.Bars.Bar(
                                Text.plain(facts.name(client.getKey())),
                                Shown.amount(client.getValue()),
                                Optional.empty()))
                        .collect(toImmutableList())));
    }
}
