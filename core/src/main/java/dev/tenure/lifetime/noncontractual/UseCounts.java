package dev.tenure.lifetime.noncontractual;

import java.io.Serial;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Objects;

/**
 * How many rows or clients are of each use.
 *
 * @param <E> the uses
 */
final class UseCounts<E extends Enum<E>> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** One number a use, counted up without an object. */
    private final EnumMap<E, long[]> counts;

    UseCounts(Class<E> type) {
        counts = new EnumMap<>(type);
        for (E use : type.getEnumConstants()) {
            counts.put(use, new long[1]);
        }
    }

    void add(E use, long more) {
        long[] cell = cell(use);
        cell[0] = Math.addExact(cell[0], more);
    }

    void addAll(UseCounts<E> other) {
        other.counts.forEach((use, cell) -> add(use, cell[0]));
    }

    long get(E use) {
        return cell(use)[0];
    }

    private long[] cell(E use) {
        return Objects.requireNonNull(counts.get(use), "use");
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof UseCounts<?> other && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((use, cell) ->
                text.append(use.name()).append('=').append(cell[0]).append(' '));
        return text.toString();
    }
}
