package dev.tenure.examples.report.sample;

import static dev.tenure.examples.report.sample.ContractLine.NEVER;

import com.google.common.collect.ImmutableList;
import dev.tenure.contract.ChurnReason;
import dev.tenure.contract.ChurnSide;
import dev.tenure.examples.report.sample.ContractLine.Leaving;
import java.util.Optional;

/** Draws one contract, month by month, as the rows that its changes cut it into. */
final class ContractDraw {

    private static final int MONTHS_A_YEAR = 12;
    private static final int MONTHS_BEFORE_INDEXATION = 6;
    private static final int LONGEST_PAUSE = 2;
    private static final long KOPECKS_A_THOUSAND = 100_000;
    private static final long KOPECKS = 100;

    private final Dice dice;
    private final SampleTruth truth;
    private final double monthlyChurn;
    private final ImmutableList<String> offered;
    private final String contract;
    private final ImmutableList.Builder<ContractLine> lines = ImmutableList.builder();

    private int start;
    private long fee;
    private ImmutableList<String> services;
    private boolean indexed;
    private int pausedFrom = NEVER;
    private int pausedUntil = NEVER;

    ContractDraw(
            Dice dice,
            SampleTruth truth,
            SegmentTruth segment,
            ImmutableList<String> offered,
            String contract,
            int start) {
        this.dice = dice;
        this.truth = truth;
        this.monthlyChurn = segment.monthlyChurn();
        this.offered = offered;
        this.contract = contract;
        this.start = start;
        this.fee = dice.between(segment.lowestFee(), segment.highestFee()) * KOPECKS_A_THOUSAND;
        this.services = ImmutableList.of(offered.get(dice.between(0, offered.size() - 1)));
    }

    ImmutableList<ContractLine> lines() {
        int first = start;
        for (int month = first + 1; month < truth.months(); month++) {
            if (dice.chance(monthlyChurn)) {
                close(month, Optional.of(leaving()));
                return lines.build();
            }
            if (month < pausedUntil && pausedUntil != NEVER) {
                continue;
            }
            change(month, month - first);
        }
        close(NEVER, Optional.empty());
        return lines.build();
    }

    private void change(int month, int age) {
        int calendarMonth = (truth.from().getMonthValue() - 1 + month) % MONTHS_A_YEAR;
        if (calendarMonth == 0 && age >= MONTHS_BEFORE_INDEXATION) {
            open(month, roundedUp(Math.round(fee * truth.indexation()), KOPECKS), true);
        } else if (dice.chance(truth.upsell())) {
            open(month, roundedUp(Math.round(fee * truth.upsellFactor()), KOPECKS_A_THOUSAND), false);
            addService();
        } else if (dice.chance(truth.downsell())) {
            open(month, roundedUp(Math.round(fee * truth.downsellFactor()), KOPECKS_A_THOUSAND), false);
        } else if (dice.chance(truth.pause())) {
            pause(month);
        }
    }

    private static long roundedUp(long amount, long step) {
        return Math.floorDiv(amount + step - 1, step) * step;
    }

    private void addService() {
        offered.stream()
                .filter(service -> !services.contains(service))
                .findFirst()
                .ifPresent(service -> services = ImmutableList.<String>builder()
                        .addAll(services)
                        .add(service)
                        .build());
    }

    private void pause(int month) {
        if (pausedFrom != NEVER) {
            open(month, fee, false);
        }
        pausedFrom = month;
        pausedUntil = month + dice.between(1, LONGEST_PAUSE);
    }

    private Leaving leaving() {
        ChurnReason reason = dice.pick(truth.churnReasons());
        ChurnSide elsewhere = dice.chance(0.5) ? ChurnSide.CLIENT : ChurnSide.EXTERNAL;
        ChurnSide side = reason == ChurnReason.OTHER ? elsewhere : ChurnSide.AGENCY;
        return new Leaving(side, reason, dice.chance(truth.expectationNamed()));
    }

    private void open(int month, long newFee, boolean byIndexation) {
        close(month, Optional.empty());
        start = month;
        fee = newFee;
        indexed = byIndexation;
        pausedFrom = NEVER;
        pausedUntil = NEVER;
    }

    private void close(int month, Optional<Leaving> leaving) {
        lines.add(new ContractLine(
                contract,
                start,
                month,
                fee,
                services,
                indexed,
                pausedFrom,
                pausedFrom == NEVER ? NEVER : Math.min(pausedUntil, month),
                leaving));
    }
}
