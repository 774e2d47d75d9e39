package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the tables hold of one made-up client. It follows from the client's number alone, so that any machine can draw any client.
 *
 * <p>Every fourth client has no contract but buys projects: at random times, until, after one of them, he does not come back. Rates and chances to leave vary among these
 * clients as the model BG/NBD has it.
 *
 * @param contracts one or more; none for projects
 * @param invoices one a month while a contract runs, or one for each project; now and then a credit note
 * @param answers one every half year of a contract, or none
 */
record SampleClient(ImmutableList<Contract> contracts, ImmutableList<Invoice> invoices, ImmutableList<Answer> answers) {

    /** The day for which the sample is asked; some ends and invoices are dated later. */
    static final LocalDate AS_OF = LocalDate.of(2025, 7, 1);

    /** The day of the first contract that is possible. */
    static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private static final int DAYS = (int) FIRST_DAY.until(AS_OF, ChronoUnit.DAYS);
    private static final ImmutableList<String> REASONS = ImmutableList.of("price", "results", "in-house", "closed", "");
    private static final long SEED = 0x7e4e;
    private static final long STRIDE = 0xd1342543de82ef95L;
    private static final double SECOND_CONTRACT = 0.2;
    private static final double KNOWN_END = 0.03;
    private static final double CREDIT_NOTE = 0.02;
    private static final int LONGEST = 240;
    private static final int HIGHEST_FEE = 500_000;
    private static final int PROJECTS_EVERY = 4;
    private static final double WEEKS_OF_RATES = 20;
    private static final double STAYERS = 4;
    private static final double DAYS_A_WEEK = 7;

    /** A row of the contracts; without an end while it runs. */
    record Contract(
            long client,
            String segment,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable String reason,
            long monthlyFeeMinor) {}

    /** A row of the invoices. */
    record Invoice(long client, LocalDate date, long amountMinor) {}

    /** A row of the surveys. */
    record Answer(long client, LocalDate date, int score) {}

    /** Segments, their shares, and the share of contracts that ends each month. */
    private enum Segment {
        SMALL(0.5, 0.045),
        MEDIUM(0.85, 0.03),
        LARGE(1, 0.018);

        private final double shareUpToThis;
        private final double churn;

        Segment(double shareUpToThis, double churn) {
            this.shareUpToThis = shareUpToThis;
            this.churn = churn;
        }

        static Segment draw(SplittableRandom random) {
            double place = random.nextDouble();
            return place < SMALL.shareUpToThis ? SMALL : place < MEDIUM.shareUpToThis ? MEDIUM : LARGE;
        }

        String text() {
            return this == SMALL ? "small" : this == MEDIUM ? "medium" : "large, \"key\"";
        }
    }

    static SampleClient of(long client) {
        SplittableRandom random = new SplittableRandom(SEED + STRIDE * client);
        if (client % PROJECTS_EVERY == PROJECTS_EVERY - 1) {
            return new SampleClient(ImmutableList.of(), projects(client, random), ImmutableList.of());
        }
        Segment segment = Segment.draw(random);
        ImmutableList.Builder<Contract> contracts = ImmutableList.builder();
        Contract first = contract(client, segment, FIRST_DAY.plusDays(random.nextInt(DAYS)), random);
        contracts.add(first);
        if (random.nextDouble() < SECOND_CONTRACT) {
            LocalDate after = first.end() == null ? first.start() : first.end();
            contracts.add(contract(client, segment, after.plusDays(random.nextInt(360)), random));
        }
        return of(contracts.build(), random);
    }

    private static SampleClient of(ImmutableList<Contract> contracts, SplittableRandom random) {
        ImmutableList.Builder<Invoice> invoices = ImmutableList.builder();
        ImmutableList.Builder<Answer> answers = ImmutableList.builder();
        for (Contract contract : contracts) {
            LocalDate end = contract.end() == null ? AS_OF.plusDays(5) : contract.end();
            int month = 0;
            for (LocalDate day = contract.start();
                    day.isBefore(end);
                    day = contract.start().plusMonths(++month)) {
                invoices.add(new Invoice(contract.client(), day, contract.monthlyFeeMinor()));
                if (random.nextDouble() < CREDIT_NOTE) {
                    invoices.add(new Invoice(contract.client(), day.plusDays(3), -contract.monthlyFeeMinor() / 7));
                }
                if (month % 6 == 3) {
                    answers.add(new Answer(contract.client(), day, score(random)));
                }
            }
        }
        return new SampleClient(contracts, invoices.build(), answers.build());
    }

    /** Returns one of the clients without a contract, who are numbered among themselves here. */
    static SampleClient ofProjects(long number) {
        return of(PROJECTS_EVERY * number + PROJECTS_EVERY - 1);
    }

    /** Rates are by a gamma law of shape 2, chances to leave by a beta law of 1 and {@link #STAYERS}. */
    private static ImmutableList<Invoice> projects(long client, SplittableRandom random) {
        double rate = (exponential(random) + exponential(random)) / WEEKS_OF_RATES;
        double leaving = 1 - StrictMath.pow(random.nextDouble(), 1 / STAYERS);
        ImmutableList.Builder<Invoice> invoices = ImmutableList.builder();
        LocalDate first = FIRST_DAY.plusDays(random.nextInt(DAYS));
        double weeks = 0;
        // the first purchase is no occasion to leave
        boolean comesAgain = true;
        for (LocalDate day = first;
                comesAgain && day.isBefore(AS_OF);
                day = first.plusDays((long) (DAYS_A_WEEK * weeks))) {
            long amount = 100L * (1 + random.nextInt(HIGHEST_FEE));
            invoices.add(new Invoice(client, day, amount));
            if (random.nextDouble() < CREDIT_NOTE) {
                invoices.add(new Invoice(client, day.plusDays(3), -amount / 7));
            }
            comesAgain = weeks == 0 || random.nextDouble() >= leaving;
            weeks += exponential(random) / rate;
        }
        return invoices.build();
    }

    private static double exponential(SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    private static Contract contract(long client, Segment segment, LocalDate start, SplittableRandom random) {
        int months = 1;
        while (months < LONGEST && random.nextDouble() >= segment.churn) {
            months++;
        }
        LocalDate end = start.plusMonths(months).minusDays(random.nextInt(28));
        boolean isKnown = end.isBefore(AS_OF) || random.nextDouble() < KNOWN_END;
        String reason = REASONS.get(random.nextInt(REASONS.size()));
        return new Contract(
                client,
                segment.text(),
                start,
                isKnown ? end : null,
                isKnown && !reason.isEmpty() ? reason : null,
                100L * (1 + random.nextInt(HIGHEST_FEE)));
    }

    /** Most clients are content. */
    private static int score(SplittableRandom random) {
        return Math.max(random.nextInt(11), random.nextInt(11));
    }
}
