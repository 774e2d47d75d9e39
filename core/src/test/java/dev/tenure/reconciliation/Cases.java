package dev.tenure.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractBuilder;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.FeeTerms;
import dev.tenure.contract.Refund;
import dev.tenure.contract.Tax;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.function.Executable;

/** Books and published differences for the tests of this package. */
final class Cases {

    static final CurrencyUnit USD = CurrencyUnit.USD;
    static final LocalDate OPENING = LocalDate.of(2025, 2, 28);
    static final LocalDate CLOSING = LocalDate.of(2025, 3, 31);

    private Cases() {}

    static JsonNode published(String group) throws IOException {
        try (InputStream stream = Cases.class.getResourceAsStream("published-differences.json")) {
            return new ObjectMapper().readTree(stream).get(group);
        }
    }

    static Ratio ratio(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Ratio.parse(text)
                : Ratio.of(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    static ExactMoney money(String text) {
        return ExactMoney.of(USD, BigDecimal.ONE).multipliedBy(ratio(text));
    }

    static <N> Map<String, N> parts(Reconciliation<N> reconciliation) {
        Map<String, N> parts = new LinkedHashMap<>();
        reconciliation.contributions().orElseThrow().forEach(rule -> parts.put(rule.rule(), rule.contribution()));
        return parts;
    }

    static Map<String, String> expected(JsonNode parts) {
        Map<String, String> expected = new LinkedHashMap<>();
        parts.fieldNames()
                .forEachRemaining(name -> expected.put(name, parts.get(name).asText()));
        return expected;
    }

    static ContractBuilder contract(String client, String start, String fee, BillingCycle cycle) {
        return Contract.builder()
                .id(ContractId.of(client + "@" + start))
                .clientId(ClientId.of(client))
                .addVersion(ContractVersion.of(
                        LocalDate.parse(start), FeeTerms.retainer(Money.of(USD, new BigDecimal(fee)), cycle)));
    }

    /** Books in which every rule can matter. */
    static Arbitrary<List<Contract>> books() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-90, 40),
                        Arbitraries.integers().between(10, 200),
                        Arbitraries.integers().between(1, 900),
                        Arbitraries.of(BillingCycle.WEEKLY, BillingCycle.MONTHLY, BillingCycle.ANNUAL),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 3))
                .as(Cases::random)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(Cases::numbered);
    }

    private static List<Contract> numbered(List<Contract> book) {
        List<Contract> numbered = new ArrayList<>();
        for (Contract contract : book) {
            numbered.add(contract.toBuilder()
                    .id(ContractId.of("k" + numbered.size()))
                    .build());
        }
        return numbered;
    }

    private static Contract random(
            int client, int start, int length, int fee, BillingCycle cycle, int pause, int oddity) {
        LocalDate first = OPENING.plusDays(start);
        LocalDate rest = first.plusDays(Math.min(pause, length - 1));
        ContractBuilder contract = Contract.builder()
                .id(ContractId.of("k"))
                .clientId(ClientId.of("c" + client))
                .addVersion(ContractVersion.of(first, FeeTerms.retainer(Money.of(USD, fee), cycle)).toBuilder()
                        .tax(Tax.exclusive(new BigDecimal("0.20")))
                        .build())
                .addVersion(
                        ContractVersion.of(first.plusDays(9), FeeTerms.retainer(Money.of(USD, fee + 50), cycle))
                                .toBuilder()
                                .indexation(new BigDecimal("1.02"))
                                .build())
                .end(ContractEnd.of(first.plusDays(length)));
        if (oddity == 1) {
            contract.addPause(DateSpan.of(rest, rest.plusDays(25)));
        } else if (oddity == 2) {
            contract.addPastDue(DateSpan.of(first.plusDays(3), first.plusDays(80)));
        } else if (oddity == 3) {
            contract.addRefund(Refund.of(first, Money.of(USD, 1)));
        }
        return contract.build();
    }

    static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
