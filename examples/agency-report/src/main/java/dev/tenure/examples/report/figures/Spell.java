package dev.tenure.examples.report.figures;

import dev.tenure.client.ClientId;
import dev.tenure.contract.ChurnCause;
import dev.tenure.lifetime.Lifespan;
import dev.tenure.survival.Observation;
import java.util.Optional;

/**
 * A time of a client with the agency.
 *
 * @param client who
 * @param life from when to when
 * @param cause the main cause of its end, if there was one and it was written down
 */
record Spell(ClientId client, Lifespan life, Optional<ChurnCause> cause) {

    Observation observation() {
        return life.ended() ? Observation.ended(life.elapsedMonths()) : Observation.ongoing(life.elapsedMonths());
    }
}
