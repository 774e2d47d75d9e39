package dev.tenure.examples.report.sample;

/**
 * What holds for the clients of a segment.
 *
 * @param share how likely a client is of this segment, a fraction
 * @param monthlyChurn how likely a client leaves at the end of a month, whatever came before; a fraction
 * @param lowestFee the lowest monthly fee of a first contract, in thousands of rubles
 * @param highestFee the highest, in thousands of rubles; all whole thousands between are equally likely
 * @param acquisitionCost the average cost of winning a client, in thousands of rubles; from half of it to one and a half
 */
public record SegmentTruth(double share, double monthlyChurn, int lowestFee, int highestFee, int acquisitionCost) {}
