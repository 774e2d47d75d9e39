package dev.tenure.survival;

/** A number that follows from a row of a risk table. */
@FunctionalInterface
interface RowFunction {

    double of(RiskTable table, int row);
}
