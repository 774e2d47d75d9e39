package dev.tenure.revenue;

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
import dev.tenure.contract.FeeTerms;
import dev.tenure.money.ExactMoney;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.function.Executable;

/** Contracts and amounts for the tests of this package. */
final class Books {

    static final CurrencyUnit USD = CurrencyUnit.USD;

    private Books() {}

    /** A contract over a monthly fee. */
    static ContractBuilder monthly(String client, String start, String fee) {
        return contract(client, start, fee, BillingCycle.MONTHLY);
    }

    static ContractBuilder contract(String client, String start, String fee, BillingCycle cycle) {
        return Contract.builder()
                .id(ContractId.of(client + "@" + start))
                .clientId(ClientId.of(client))
                .addVersion(version(start, fee, cycle));
    }

    static ContractVersion version(String start, String fee, BillingCycle cycle) {
        return ContractVersion.of(LocalDate.parse(start), FeeTerms.retainer(dollars(fee), cycle));
    }

    static ContractEnd end(String date) {
        return ContractEnd.of(LocalDate.parse(date));
    }

    static Money dollars(String amount) {
        return Money.of(USD, new BigDecimal(amount));
    }

    static ExactMoney exact(String amount) {
        return ExactMoney.of(USD, new BigDecimal(amount));
    }

    static ExactMoney exact(long numerator, long denominator) {
        return exact("1").multipliedBy(numerator, denominator);
    }

    /** Reads {@code 500/3} as a fraction and {@code 12.50} as a decimal. */
    static ExactMoney parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? exact(text)
                : exact(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    static double ratio(String text) {
        return parse(text).dividedBy(exact("1"));
    }

    static JsonNode resource(String name) throws IOException {
        try (InputStream stream = Books.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(stream);
        }
    }

    /** Sends an object through its serial form. */
    @SuppressWarnings("unchecked") // the same type comes out that went in
    static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
