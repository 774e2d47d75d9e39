package dev.tenure.retention.projection;

/**
 * How far a model was from what then happened.
 *
 * @param horizon how many periods after the last one that the model was fitted to
 * @param cohorts how many cohorts were compared, one or more
 * @param clients how many clients those cohorts had at first, positive; of cohorts older than the records those in them
 * @param meanAbsoluteError the sum of the absolute errors in clients, by those clients, in percentage points, zero or more
 * @param bias the sum of the errors, by those clients, in percentage points; above zero if the model expected too many
 */
public record HoldoutError(int horizon, int cohorts, long clients, double meanAbsoluteError, double bias) {}
