package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** All promises about one ticket at the instant of a question. */
@ResultStyle
@Value.Immutable
public abstract class TicketSla {

    TicketSla() {}

    /**
     * Returns the ticket as it was given.
     *
     * @return the ticket, with events that may lie after the instant of the question
     */
    public abstract Ticket ticket();

    /**
     * Returns the instant of the question.
     *
     * @return the instant; nothing later is known
     */
    public abstract Instant asOf();

    /**
     * Returns how urgent the ticket is.
     *
     * @return the priority at the instant of the question
     */
    public abstract Priority priority();

    /**
     * Returns the promises.
     *
     * @return by kind and number; empty before the ticket is opened and where nothing is promised
     */
    public abstract ImmutableList<SlaCycle> cycles();

    /**
     * Returns the promises of one kind.
     *
     * @param kind the kind
     * @return the promises, the first one first; empty if there is none
     */
    public final ImmutableList<SlaCycle> cycles(SlaTargetKind kind) {
        return cycles().stream().filter(cycle -> cycle.kind() == kind).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the promise of one kind that was made last.
     *
     * @param kind the kind
     * @return the promise with the highest number; empty if there is none
     */
    public final Optional<SlaCycle> latest(SlaTargetKind kind) {
        return cycles(kind).reverse().stream().findFirst();
    }

    /**
     * Returns the promises as compliance and response times count them.
     *
     * @return the outcome of each promise that has a verdict, in the order of {@link #cycles()}
     */
    public final ImmutableList<SlaOutcome> outcomes() {
        return cycles().stream()
                .filter(cycle -> cycle.verdict().isPresent())
                .map(this::outcome)
                .collect(ImmutableList.toImmutableList());
    }

    private SlaOutcome outcome(SlaCycle cycle) {
        SlaVerdict verdict = cycle.verdict().orElseThrow();
        SlaOutcomeBuilder outcome = SlaOutcome.builder()
                .client(ticket().clientId())
                .kind(cycle.kind())
                .priority(cycle.priority())
                .start(cycle.start())
                .end(cycle.end())
                .working(cycle.elapsed())
                .target(cycle.target().time())
                .verdict(verdict);
        if (verdict.isBroken()) {
            outcome.breachedAt(cycle.deadline().orElseThrow()).cause(cycle.cause());
        }
        return outcome.build();
    }

    /**
     * Returns how the figures came about.
     *
     * @return a part for each promise
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("promises about " + ticket().id().value())
                .formula("one clock a promise")
                .value(new Quantity.Count(cycles().size()))
                .putInput("as of", new Quantity.Term(asOf().toString()))
                .parts(cycles().stream().map(SlaCycle::explain).collect(ImmutableList.toImmutableList()))
                .build();
    }
}
