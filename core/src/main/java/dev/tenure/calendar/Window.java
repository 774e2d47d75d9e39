package dev.tenure.calendar;

import java.util.Arrays;

/** Consecutive compiled blocks with the running total of their open seconds. */
final class Window {

    static final Window EMPTY = new Window(0, new Block[0], new long[1]);

    private final long first;
    private final Block[] blocks;
    /** Open seconds before each block, and in the end those before what follows. */
    private final long[] before;

    private Window(long first, Block[] blocks, long[] before) {
        this.first = first;
        this.blocks = blocks;
        this.before = before;
    }

    /** Returns the window that also holds the given second, with the same origin of counting. */
    Window extendedTo(long second, OpenTime time) {
        if (holds(second)) {
            return this;
        }
        long block = second >> Block.BITS;
        if (blocks.length == 0) {
            Block only = compile(time, block);
            return new Window(block, new Block[] {only}, new long[] {0, only.open()});
        }
        return block < first ? extendedLeft(Math.toIntExact(first - block), time) : extendedRight(block, time);
    }

    private Window extendedLeft(int more, OpenTime time) {
        Block[] extended = new Block[more + blocks.length];
        long[] totals = new long[more + before.length];
        System.arraycopy(blocks, 0, extended, more, blocks.length);
        System.arraycopy(before, 0, totals, more, before.length);
        for (int i = more - 1; i >= 0; i--) {
            extended[i] = compile(time, first - more + i);
            totals[i] = totals[i + 1] - extended[i].open();
        }
        return new Window(first - more, extended, totals);
    }

    private Window extendedRight(long block, OpenTime time) {
        int size = Math.toIntExact(block - first + 1);
        Block[] extended = Arrays.copyOf(blocks, size);
        long[] totals = Arrays.copyOf(before, size + 1);
        for (int i = blocks.length; i < size; i++) {
            extended[i] = compile(time, first + i);
            totals[i + 1] = totals[i] + extended[i].open();
        }
        return new Window(first, extended, totals);
    }

    private static Block compile(OpenTime time, long block) {
        return Block.compile(time, block << Block.BITS);
    }

    long start() {
        return first << Block.BITS;
    }

    long end() {
        return (first + blocks.length) << Block.BITS;
    }

    long openBeforeStart() {
        return before[0];
    }

    long openBeforeEnd() {
        return before[blocks.length];
    }

    boolean holds(long second) {
        long block = (second >> Block.BITS) - first;
        return block >= 0 && block < blocks.length;
    }

    boolean holdsRank(long rank) {
        return rank >= before[0] && rank < before[blocks.length];
    }

    long openBefore(long second) {
        int block = block(second);
        return before[block] + blocks[block].openBefore(offset(second));
    }

    boolean isOpen(long second) {
        return blocks[block(second)].isOpen(offset(second));
    }

    /** The open second that has {@code rank} open seconds before it. */
    long second(long rank) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return ((first + low) << Block.BITS) + blocks[low].second((int) (rank - before[low]));
    }

    private int block(long second) {
        return (int) ((second >> Block.BITS) - first);
    }

    private static int offset(long second) {
        return (int) (second & (Block.SECONDS - 1));
    }
}
