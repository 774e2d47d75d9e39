package dev.tenure.retention.cohort;

import java.util.Iterator;
import java.util.List;

/** Rows of client, day and amount by columns, in batches, to be read several times. */
final class ActivityRows implements Iterable<ActivityBatch> {

    private final List<ActivityBatch> batches;

    ActivityRows(List<ActivityBatch> batches) {
        this.batches = batches;
    }

    @Override
    public Iterator<ActivityBatch> iterator() {
        return batches.iterator();
    }
}
