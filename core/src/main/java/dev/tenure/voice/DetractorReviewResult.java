package dev.tenure.voice;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.Proportion;
import org.immutables.value.Value;

/** Who gave 0 to 6 without anybody writing down why, and why the others did. Made by {@link DetractorReview}. */
@ResultStyle
@Value.Immutable
public abstract class DetractorReviewResult {

    DetractorReviewResult() {}

    /**
     * Returns how many answered.
     *
     * @return promoters, passives and detractors together, zero or more
     */
    public abstract long answers();

    /**
     * Returns the clients whose answers from 0 to 6 have no reason: the work to be done.
     *
     * @return the clients by identifier, one as often as there are such answers; empty if the review is complete
     */
    public abstract ImmutableList<ClientId> lackingReason();

    /**
     * Returns the reasons of the detractors with their counts.
     *
     * @return the counts, positive, most frequent first, equal ones by their text
     */
    public abstract ImmutableMap<String, Long> reasons();

    /**
     * Returns how many of the detractors have a reason.
     *
     * @return the proportion; of 0 without detractors
     */
    public final Proportion proportion() {
        long reviewed = reasons().values().stream().reduce(0L, Math::addExact);
        return Proportion.of(reviewed, Math.addExact(reviewed, lackingReason().size()));
    }

    /**
     * Returns the share of the detractors that have a reason.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without detractors
     */
    public final Outcome<Double> value() {
        return proportion().trials() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no detractors")
                : proportion().value();
    }

    /**
     * Tells whether every detractor has a reason.
     *
     * @return true if no reason is lacking, as without detractors
     */
    public final boolean isComplete() {
        return lackingReason().isEmpty();
    }

    /**
     * Explains the review.
     *
     * @return the share, the counts, and a part for each reason
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("detractor review")
                .formula("detractors with a reason / detractors")
                .value(quantity(value(), Quantity.Share::new))
                .putInput(
                        "detractors with a reason",
                        new Quantity.Count(proportion().successes()))
                .putInput("detractors", new Quantity.Count(proportion().trials()))
                .putInput("answers", new Quantity.Count(answers()));
        reasons()
                .forEach((reason, count) -> explanation.addPart(Explanation.builder()
                        .name(reason)
                        .formula("detractors with this reason")
                        .value(new Quantity.Count(count))
                        .build()));
        return explanation.build();
    }
}
