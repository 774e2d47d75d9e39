package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PurchaseColumnsTest {

    /** Two clients, with room for more. */
    private static PurchaseColumns columns(int room) {
        DayCounts days = new DayCounts(10, 5);
        days.add(12);
        PurchaseColumns columns = new PurchaseColumns(room, days);
        columns.add(7, 10, 12, 1, 2, 300);
        columns.add(9, 11, 14, 3, 4, 500);
        columns.count(RowUse.REPEAT_PURCHASE, 4);
        columns.count(ClientUse.SAMPLE);
        return columns;
    }

    private static void assertDiffers(Consumer<PurchaseColumns> change) {
        PurchaseColumns changed = columns(2);
        change.accept(changed);

        assertNotEquals(columns(2), changed);
    }

    @Test
    void columnsAreEqual_ifAllCellsAndCountsAre() {
        assertEquals(columns(2), columns(50));
        assertEquals(columns(2).hashCode(), columns(50).hashCode());
        assertDiffers(columns -> columns.clients[1] = 8);
        assertDiffers(columns -> columns.firstDays[0] = 9);
        assertDiffers(columns -> columns.lastDays[1] = 15);
        assertDiffers(columns -> columns.repeats[0] = 2);
        assertDiffers(columns -> columns.heldOut[1] = 5);
        assertDiffers(columns -> columns.spend[0] = 301);
        assertDiffers(columns -> columns.count(RowUse.SAME_DAY, 1));
        assertDiffers(columns -> columns.count(ClientUse.LATER));
        assertDiffers(columns -> columns.byDay().add(13));
        PurchaseColumns longer = columns(3);
        longer.add(11, 1, 1, 0, 0, 1);
        assertNotEquals(columns(3), longer);
        assertNotEquals(columns(2), (Object) "columns");
    }

    @Test
    void parts_areJoinedInTheOrderOfClients() {
        PurchaseColumns other = new PurchaseColumns(1, new DayCounts(12, 1));
        other.byDay().add(12);
        other.add(-8, 12, 12, 0, 1, 40);
        other.count(ClientUse.SAMPLE);
        other.count(RowUse.FIRST_PURCHASE, 1);
        PurchaseColumns joined = PurchaseColumns.join(List.of(columns(2), other));

        assertEquals(3, joined.size());
        assertEquals(List.of(-8L, 7L, 9L), Arrays.stream(joined.clients).boxed().toList());
        assertEquals(
                List.of(40L, 300L, 500L), Arrays.stream(joined.spend).boxed().toList());
        assertEquals(2, joined.clientUses.get(ClientUse.SAMPLE));
        assertEquals(1, joined.rowUses.get(RowUse.FIRST_PURCHASE));
        assertEquals(4, joined.rowUses.get(RowUse.REPEAT_PURCHASE));
        assertEquals(2, joined.byDay().on(12));
        assertEquals(0, joined.byDay().on(13));
        assertEquals(0, joined.byDay().on(9));
        assertEquals(joined, PurchaseColumns.join(List.of(other, columns(2))));
        assertEquals(
                "all rows of a client must be folded at once: 7",
                assertThrows(IllegalStateException.class, () -> PurchaseColumns.join(List.of(columns(2), columns(2))))
                        .getMessage());
    }

    @Test
    void days_areEqualIfTheirPurchasesAre() {
        DayCounts wide = new DayCounts(0, 100);
        DayCounts narrow = new DayCounts(40, 2);
        wide.add(41);
        narrow.add(41);

        assertEquals(wide, narrow);
        assertEquals(wide.hashCode(), narrow.hashCode());
        assertEquals(new DayCounts(5, 0), new DayCounts(7, 3));
        assertEquals(narrow, new DayCounts(5, 0).plus(narrow));
        assertEquals(narrow, narrow.plus(new DayCounts(5, 0)));
        narrow.add(40);
        assertNotEquals(wide, narrow);
        DayCounts sum = wide.plus(narrow);
        assertEquals(2, sum.on(41));
        assertEquals(1, sum.on(40));
        DayCounts apart = new DayCounts(200, 1);
        apart.add(200);
        assertEquals(1, narrow.plus(apart).on(200));
        assertEquals(1, apart.plus(narrow).on(41));
    }
}
