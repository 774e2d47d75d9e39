package dev.tenure.examples.report.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientKeysTest {

    private static final int MANY = 100_000;

    @Test
    void add_manyIds_givesThemNumbersInTheOrderOfAppearance() {
        ClientKeys keys = new ClientKeys();
        IntStream.range(0, MANY).forEach(i -> assertEquals(i, keys.add("client-" + i)));
        IntStream.range(0, MANY).forEach(i -> assertEquals(i, keys.add("client-" + i)));
        IntStream.range(0, MANY).forEach(i -> assertEquals("client-" + i, keys.id(i)));
        assertEquals(MANY, keys.size());
    }

    @Test
    void key_idThatNoFileHas_isEmpty() {
        ClientKeys keys = new ClientKeys();
        keys.add("C1");
        assertEquals(OptionalInt.of(0), keys.key("C1"));
        assertEquals(OptionalInt.empty(), keys.key("C2"));
        assertEquals(1, keys.size());
    }

    @Test
    void id_idsThatAreEachOthersBeginnings_areKeptApart() {
        ClientKeys keys = new ClientKeys();
        assertEquals(0, keys.add("ab"));
        assertEquals(1, keys.add("a"));
        assertEquals(2, keys.add("abc"));
        assertEquals("a", keys.id(1));
    }

    @Test
    void id_noSuchKey_saysSo() {
        ClientKeys keys = new ClientKeys();
        keys.add("C1");
        assertEquals(
                "key must be in [0, 1): 1",
                assertThrows(IndexOutOfBoundsException.class, () -> keys.id(1)).getMessage());
        assertEquals(
                "key must be in [0, 1): -1",
                assertThrows(IndexOutOfBoundsException.class, () -> keys.id(-1)).getMessage());
    }
}
