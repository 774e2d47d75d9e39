package dev.tenure.lifetime.estimation;

import dev.tenure.explain.Outcome;

/**
 * A parameter with and without a prior.
 *
 * @param parameter its name
 * @param with the estimate with the prior; undefined if there is none
 * @param without the estimate by the data alone; undefined, with the reason, if they do not determine it
 * @param standardErrors by how many standard errors of the estimate with the prior the prior has raised it, negative if it has lowered it;
 *     undefined where an estimate or the error is
 */
public record PriorShift(
        String parameter, Outcome<Double> with, Outcome<Double> without, Outcome<Double> standardErrors) {}
