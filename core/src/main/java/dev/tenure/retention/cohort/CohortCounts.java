package dev.tenure.retention.cohort;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigInteger;

/** The figures of one cohort, by its age in periods. */
final class CohortCounts implements Serializable {

    /** The kinds of movement, in the order of the components of {@link CohortMovements}. */
    static final int NEW = 0;

    static final int EXPANSION = 1;
    static final int REACTIVATION = 2;
    static final int CONTRACTION = 3;
    static final int CHURN = 4;
    private static final int KINDS = 5;

    @Serial
    private static final long serialVersionUID = 1;

    private long size;
    private final long[] clients;
    private final long[] undecided;
    private final long[] atRisk;
    private final long[] stayed;
    private final long[] minorUnits;

    /** Against the period before and against the first, by age and kind; empty unless they are asked for. */
    private final long[] sincePrevious;

    private final long[] sinceFirst;

    /** For the intervals of revenue; empty unless movements are asked for. */
    private final WideSums squares;

    private final WideSums gainSquares;
    private final WideSums gainProducts;
    private final long[] negatives;

    CohortCounts(int ages, RevenueDetail detail) {
        clients = new long[ages];
        undecided = new long[ages];
        atRisk = new long[ages];
        stayed = new long[ages];
        minorUnits = new long[ages];
        int movements = detail == RevenueDetail.MOVEMENTS ? KINDS * ages : 0;
        sincePrevious = new long[movements];
        sinceFirst = new long[movements];
        int samples = movements / KINDS;
        squares = new WideSums(Math.min(1, samples));
        gainSquares = new WideSums(samples);
        gainProducts = new WideSums(samples);
        negatives = new long[samples];
    }

    void join() {
        size++;
    }

    void addClient(int age) {
        clients[age]++;
    }

    void addUndecided(int age) {
        undecided[age]++;
    }

    void addAtRisk(int age) {
        atRisk[age]++;
    }

    void addStayed(int age) {
        stayed[age]++;
    }

    void addMoney(int age, long amount) {
        minorUnits[age] = Math.addExact(minorUnits[age], amount);
    }

    void addMovement(int age, int kind, long change) {
        add(sincePrevious, KINDS * age + kind, change);
    }

    void addMovementSinceFirst(int age, int kind, long change) {
        add(sinceFirst, KINDS * age + kind, change);
    }

    /** Adds what a client brought in the first period, zero or more. */
    void addFirst(long amount) {
        squares.addProduct(0, amount, amount);
    }

    /** Adds by how much a client that brought {@code first}, zero or more, brings more. */
    void addGain(int age, long first, long gain) {
        gainSquares.addProduct(age, gain, gain);
        gainProducts.addProduct(age, first, gain);
    }

    void addNegative(int age) {
        negatives[age]++;
    }

    void addAll(CohortCounts other) {
        size += other.size;
        addAll(clients, other.clients);
        addAll(undecided, other.undecided);
        addAll(atRisk, other.atRisk);
        addAll(stayed, other.stayed);
        addAll(minorUnits, other.minorUnits);
        addAll(sincePrevious, other.sincePrevious);
        addAll(sinceFirst, other.sinceFirst);
        squares.addAll(other.squares);
        gainSquares.addAll(other.gainSquares);
        gainProducts.addAll(other.gainProducts);
        addAll(negatives, other.negatives);
    }

    int ages() {
        return clients.length;
    }

    long size() {
        return size;
    }

    long clients(int age) {
        return clients[age];
    }

    long undecided(int age) {
        return undecided[age];
    }

    long atRisk(int age) {
        return atRisk[age];
    }

    long stayed(int age) {
        return stayed[age];
    }

    long minorUnits(int age) {
        return minorUnits[age];
    }

    CohortMovements sincePrevious(int age) {
        return movements(sincePrevious, age);
    }

    CohortMovements sinceFirst(int age) {
        return movements(sinceFirst, age);
    }

    RevenueSample sample(int age) {
        CohortMovements movements = sinceFirst(age);
        return new RevenueSample(
                BigInteger.valueOf(minorUnits[0]),
                BigInteger.valueOf(movements.contraction()).add(BigInteger.valueOf(movements.churn())),
                BigInteger.valueOf(movements.newRevenue()).add(BigInteger.valueOf(movements.expansion())),
                squares.get(0),
                gainSquares.get(age),
                gainProducts.get(age),
                negatives[age]);
    }

    private static CohortMovements movements(long[] sums, int age) {
        int first = KINDS * age;
        return new CohortMovements(
                sums[first + NEW],
                sums[first + EXPANSION],
                sums[first + REACTIVATION],
                sums[first + CONTRACTION],
                sums[first + CHURN]);
    }

    private static void addAll(long[] sums, long[] others) {
        for (int i = 0; i < sums.length; i++) {
            add(sums, i, others[i]);
        }
    }

    private static void add(long[] sums, int index, long value) {
        sums[index] = Math.addExact(sums[index], value);
    }
}
