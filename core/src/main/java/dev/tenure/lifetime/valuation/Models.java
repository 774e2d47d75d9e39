package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.stat.ConfidenceLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models by which clients are valued. What is wrong in one is taken to say nothing about another.
 *
 * @param retention how long those stay who renew
 * @param purchases how often those buy who do not
 * @param spend what they then spend
 */
record Models(
        ModelSource<RetentionModel> retention, ModelSource<PurchaseModel> purchases, ModelSource<GammaGamma> spend) {

    static final Models NONE = new Models(
            new ModelSource.Absent<>("retention"),
            new ModelSource.Absent<>("purchases"),
            new ModelSource.Absent<>("spend"));

    Models {
        List<ConfidenceLevel> levels =
                levels(retention, purchases, spend).distinct().toList();
        checkArgument(levels.size() <= 1, "fits must be of one confidence level: %s", levels);
    }

    Models withRetention(ModelSource<RetentionModel> other) {
        return new Models(other, purchases, spend);
    }

    Models withPurchases(ModelSource<PurchaseModel> other) {
        return new Models(retention, other, spend);
    }

    Models withSpend(ModelSource<GammaGamma> other) {
        return new Models(retention, purchases, other);
    }

    /** Returns the level of all intervals. */
    ConfidenceLevel level() {
        return levels(retention, purchases, spend).findAny().orElse(ConfidenceLevel.P95);
    }

    private static Stream<ConfidenceLevel> levels(ModelSource<?>... sources) {
        return Stream.of(sources).map(ModelSource::level).flatMap(Optional::stream);
    }
}
