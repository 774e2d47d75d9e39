package dev.tenure.examples.benchmarks.retention;

/** Invoices of six years, in columns, of clients who come at any time and stay for 500 days on average: twenty each. */
final class Invoices {

    static final int A_CLIENT = 20;
    /** The first of January 2019. */
    static final int FIRST_DAY = 17_897;

    static final int DAYS = 2191;
    private static final int LAST_START = 1800;
    private static final double MEAN_LIFE = 500;
    private static final int LOWEST = 5000;
    private static final int RANGE = 495_000;

    final int[] client;
    final int[] day;
    final long[] cents;

    private Invoices(int rows) {
        client = new int[rows];
        day = new int[rows];
        cents = new long[rows];
        int clients = rows / A_CLIENT;
        for (int i = 0; i < rows; i++) {
            client[i] = (int) (Uniform.at(21, i) * clients);
            int start = (int) (Uniform.at(22, client[i]) * LAST_START);
            double life = Math.min(-Math.log1p(-Uniform.at(23, client[i])) * MEAN_LIFE, DAYS - start - 1);
            day[i] = FIRST_DAY + (int) (start + Uniform.at(24, i) * life);
            cents[i] = LOWEST + Math.round(Uniform.at(25, i) * RANGE);
        }
    }

    /** Returns so many invoices. */
    static Invoices of(int rows) {
        return new Invoices(rows);
    }

    int rows() {
        return client.length;
    }
}
