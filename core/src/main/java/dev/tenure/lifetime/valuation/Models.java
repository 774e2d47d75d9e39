package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.stat.ConfidenceLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models by which clients are valued. They are of different samples, and so independent.
 *
 * @param retention how long those stay who renew
 * @param purchases how often those buy who do not
 */
record Models(ModelSource<RetentionModel> retention, ModelSource<PurchaseModel> purchases) {

    static final Models NONE = new Models(new ModelSource.Absent<>("retention"), new ModelSource.Absent<>("purchases"));

    Models {
        List<ConfidenceLevel> levels = levels(retention, purchases).distinct().toList();
        checkArgument(levels.size() <= 1, "fits must be of one confidence level: %s", levels);
    }

    Models withRetention(ModelSource<RetentionModel> other) {
        return new Models(other, purchases);
    }

    Models withPurchases(ModelSource<PurchaseModel> other) {
        return new Models(retention, other);
    }

    /** Returns the level of all intervals. */
    ConfidenceLevel level() {
        return levels(retention, purchases).findAny().orElse(ConfidenceLevel.P95);
    }

    private static Stream<ConfidenceLevel> levels(ModelSource<?>... sources) {
        return Stream.of(sources).map(ModelSource::level).flatMap(Optional::stream);
    }
}
