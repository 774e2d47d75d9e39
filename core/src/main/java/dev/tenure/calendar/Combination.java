package dev.tenure.calendar;

/** The set operations on open time. */
enum Combination {
    UNION {
        @Override
        boolean isOpen(boolean first, boolean second) {
            return first || second;
        }
    },
    INTERSECTION {
        @Override
        boolean isOpen(boolean first, boolean second) {
            return first && second;
        }
    },
    DIFFERENCE {
        @Override
        boolean isOpen(boolean first, boolean second) {
            return first && !second;
        }
    };

    abstract boolean isOpen(boolean first, boolean second);

    /** Walks the edges of both in order, and notes where the combination opens and closes. */
    final Openings of(Openings first, Openings second) {
        Openings result = new Openings();
        int i = 0;
        int j = 0;
        long openedAt = Long.MIN_VALUE;
        boolean open = false;
        while (i < 2 * first.size() || j < 2 * second.size()) {
            long edge = Math.min(first.edge(i), second.edge(j));
            i += first.edge(i) == edge ? 1 : 0;
            j += second.edge(j) == edge ? 1 : 0;
            boolean opens = isOpen(isInside(i), isInside(j));
            if (opens && !open) {
                openedAt = edge;
            } else if (open && !opens) {
                result.add(openedAt, edge);
            }
            open = opens;
        }
        return result;
    }

    /** After an odd number of edges one is inside. */
    private static boolean isInside(int edges) {
        return edges % 2 != 0;
    }
}
