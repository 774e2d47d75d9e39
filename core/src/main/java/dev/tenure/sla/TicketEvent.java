package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.client.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a ticket.
 *
 * <p>Events at the same instant are taken in the order in which their kinds stand here, so that an answer at the instant of a
 * question answers it, and a ticket that is reopened and resolved at once is resolved. A pause and its resumption at one instant
 * change nothing: a pause that is resumed at once is none, and one that is cut in two goes on. Of two new priorities at one
 * instant the more urgent one holds, of two tiers the last in the order of the alphabet.
 */
public sealed interface TicketEvent {

    /**
     * Returns when it happened.
     *
     * @return the instant
     */
    Instant at();

    /**
     * Somebody of the agency takes the ticket on, or is given it.
     *
     * @param at when
     * @param person who
     */
    record Assigned(Instant at, PersonId person) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         * @param person who
         */
        public Assigned {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(person, "person");
        }
    }

    /**
     * The ticket is found to be more or less urgent.
     *
     * @param at when
     * @param priority the new priority
     */
    record PriorityChanged(Instant at, Priority priority) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         * @param priority the new priority
         */
        public PriorityChanged {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(priority, "priority");
        }
    }

    /**
     * The client moves to another tier.
     *
     * @param at when
     * @param tier the name of the new tier, not blank
     */
    record TierChanged(Instant at, String tier) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         * @param tier the name of the new tier, not blank
         */
        public TierChanged {
            Objects.requireNonNull(at, "at");
            checkArgument(!tier.isBlank(), "tier must not be blank: '%s'", tier);
        }
    }

    /**
     * The agency cannot go on. Several reasons may hold at once; the clock stands still while at least one does.
     *
     * @param at when
     * @param reason why
     */
    record Paused(Instant at, PauseReason reason) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         * @param reason why
         */
        public Paused {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A reason for a pause no longer holds.
     *
     * @param at when
     * @param reason which one no longer holds
     */
    record Resumed(Instant at, PauseReason reason) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         * @param reason which one no longer holds
         */
        public Resumed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The ticket was not solved after all.
     *
     * @param at when
     */
    record Reopened(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public Reopened {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The client writes.
     *
     * @param at when
     */
    record ClientMessage(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public ClientMessage {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The agency answers the client; an automatic receipt is no answer.
     *
     * @param at when
     */
    record AgencyReply(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public AgencyReply {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The agency tells the client how much work it is.
     *
     * @param at when
     */
    record EstimateGiven(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public EstimateGiven {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The agency tells the client how the ticket stands, asked or not.
     *
     * @param at when
     */
    record UpdateSent(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public UpdateSent {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A clock is set to zero and starts again.
     *
     * @param at when
     * @param kind which clock
     */
    record Reset(Instant at, SlaTargetKind kind) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         * @param kind which clock
         */
        public Reset {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * The agency has solved the ticket.
     *
     * @param at when
     */
    record Resolved(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public Resolved {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The ticket is withdrawn: nothing is to be done any more.
     *
     * @param at when
     */
    record Cancelled(Instant at) implements TicketEvent {

        /**
         * Creates the event.
         *
         * @param at when
         */
        public Cancelled {
            Objects.requireNonNull(at, "at");
        }
    }
}
