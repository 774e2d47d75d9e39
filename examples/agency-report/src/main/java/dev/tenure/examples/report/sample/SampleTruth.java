package dev.tenure.examples.report.sample;

import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.ChurnReason;
import dev.tenure.money.Ratio;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * The parameters from which the sample is drawn: what a report on it estimates.
 *
 * <p>A month is a calendar month; everything happens on the first of one. In each month of a contract these are drawn, in this
 * order and each independently: the end; else, on 1 January, the indexation of a contract that is at least half a year old; else
 * an upsell; else a downsell; else a pause.
 *
 * @param seed the seed of the sample
 * @param clients how many clients there are
 * @param opening how many of them come on the first day; the others come evenly over the months after it
 * @param from the first day
 * @param asOf the first day after the data
 * @param segments the segments by name
 * @param reactivation how likely a client who left comes back, two to six months later; a fraction
 * @param pause how likely a month begins a pause of one or two months; a fraction
 * @param indexation the factor by which fees rise on 1 January
 * @param upsell how likely a month brings one more service; a fraction
 * @param upsellFactor the factor by which the fee then rises, up to the thousand
 * @param downsell how likely a month brings a smaller scope; a fraction
 * @param downsellFactor the factor by which the fee then falls, up to the thousand
 * @param churnReasons how likely each reason is, for those who leave; fractions
 * @param expectationNamed how likely it is known which expectation was not met; a fraction
 * @param answered how likely a client answers a survey; a fraction
 * @param recommendation how likely each answer from 0 to 10 is; fractions
 * @param detractorReason how likely an answer of 6 or less comes with its reason; a fraction
 * @param satisfaction how likely each answer from 1 to 5 is; fractions
 * @param ease how likely each answer from 1 to 7 is; fractions
 * @param service what the tickets are drawn from
 */
public record SampleTruth(
        long seed,
        int clients,
        int opening,
        LocalDate from,
        LocalDate asOf,
        ImmutableMap<String, SegmentTruth> segments,
        double reactivation,
        double pause,
        double indexation,
        double upsell,
        double upsellFactor,
        double downsell,
        double downsellFactor,
        ImmutableMap<ChurnReason, Double> churnReasons,
        double expectationNamed,
        double answered,
        ImmutableMap<Integer, Double> recommendation,
        double detractorReason,
        ImmutableMap<Integer, Double> satisfaction,
        ImmutableMap<Integer, Double> ease,
        ServiceTruth service) {

    /**
     * The share of revenue left after the direct cost of serving a client: what the report on the sample reckons with. Nothing is
     * drawn from it, since the files hold no costs.
     */
    public static final Ratio GROSS_MARGIN = Ratio.parse("0.40");

    /** Where the agency works. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private static final int LOWEST_PROMOTER = 9;
    private static final int HIGHEST_DETRACTOR = 6;

    private static final SampleTruth STANDARD = new SampleTruth(
            2026,
            60,
            14,
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2026, 1, 1),
            ImmutableMap.of(
                    "small", new SegmentTruth(0.5, 0.06, 60, 120, 90),
                    "medium", new SegmentTruth(0.35, 0.03, 120, 250, 160),
                    "large", new SegmentTruth(0.15, 0.015, 250, 600, 300)),
            0.15,
            0.01,
            1.08,
            0.02,
            1.25,
            0.01,
            0.8,
            ImmutableMap.of(
                    ChurnReason.KPI_MISSED, 0.3,
                    ChurnReason.POOR_SERVICE, 0.2,
                    ChurnReason.OTHER, 0.2,
                    ChurnReason.LATE_START, 0.12,
                    ChurnReason.WORK_NOT_DONE, 0.1,
                    ChurnReason.POOR_CREATIVE, 0.08),
            0.8,
            0.7,
            ImmutableMap.ofEntries(
                    Map.entry(0, 0.01),
                    Map.entry(1, 0.01),
                    Map.entry(2, 0.01),
                    Map.entry(3, 0.02),
                    Map.entry(4, 0.03),
                    Map.entry(5, 0.05),
                    Map.entry(6, 0.07),
                    Map.entry(7, 0.15),
                    Map.entry(8, 0.2),
                    Map.entry(9, 0.25),
                    Map.entry(10, 0.2)),
            0.8,
            ImmutableMap.of(1, 0.04, 2, 0.06, 3, 0.15, 4, 0.4, 5, 0.35),
            ImmutableMap.of(1, 0.03, 2, 0.05, 3, 0.08, 4, 0.14, 5, 0.25, 6, 0.27, 7, 0.18),
            ServiceTruth.standard());

    /**
     * Creates the truth.
     *
     * @param seed the seed
     * @param clients how many clients
     * @param opening how many come on the first day
     * @param from the first day
     * @param asOf the first day after the data
     * @param segments the segments by name
     * @param reactivation how likely a client comes back
     * @param pause how likely a month begins a pause
     * @param indexation the factor of 1 January
     * @param upsell how likely a month brings more
     * @param upsellFactor by what factor
     * @param downsell how likely a month brings less
     * @param downsellFactor by what factor
     * @param churnReasons how likely each reason is
     * @param expectationNamed how likely an expectation is named
     * @param answered how likely a client answers
     * @param recommendation how likely each answer is
     * @param detractorReason how likely a low answer has a reason
     * @param satisfaction how likely each answer is
     * @param ease how likely each answer is
     * @param service what the tickets are drawn from
     */
    public SampleTruth {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(segments, "segments");
        Objects.requireNonNull(churnReasons, "churnReasons");
        Objects.requireNonNull(recommendation, "recommendation");
        Objects.requireNonNull(satisfaction, "satisfaction");
        Objects.requireNonNull(ease, "ease");
        Objects.requireNonNull(service, "service");
    }

    /**
     * Returns the truth of the sample that ships with the report.
     *
     * @return sixty clients, four years
     */
    public static SampleTruth standard() {
        return STANDARD;
    }

    /**
     * Returns this truth with another seed: another agency of the same kind.
     *
     * @param other the seed
     * @return the changed truth
     */
    public SampleTruth withSeed(long other) {
        return new SampleTruth(
                other,
                clients,
                opening,
                from,
                asOf,
                segments,
                reactivation,
                pause,
                indexation,
                upsell,
                upsellFactor,
                downsell,
                downsellFactor,
                churnReasons,
                expectationNamed,
                answered,
                recommendation,
                detractorReason,
                satisfaction,
                ease,
                service);
    }

    /**
     * Returns how many months the sample lasts.
     *
     * @return whole months
     */
    public int months() {
        return Math.toIntExact(Period.between(from, asOf).toTotalMonths());
    }

    /**
     * Returns how likely a client is still there, without having left between.
     *
     * @param month after so many months, zero or more
     * @return a fraction
     */
    public double survival(int month) {
        return segments.values().stream()
                .mapToDouble(segment -> segment.share() * Math.pow(1 - segment.monthlyChurn(), month))
                .sum();
    }

    /**
     * Returns the net promoter score of answers without end.
     *
     * @return points in [-100, 100]
     */
    public double netPromoterScore() {
        return 100
                * (share(recommendation, answer -> answer >= LOWEST_PROMOTER)
                        - share(recommendation, answer -> answer <= HIGHEST_DETRACTOR));
    }

    /**
     * Returns the share of the two best of the five answers on satisfaction, of answers without end.
     *
     * @return a fraction
     */
    public double topTwoBox() {
        return share(satisfaction, answer -> answer >= 4);
    }

    /**
     * Returns the mean answer on ease, of answers without end.
     *
     * @return points in [1, 7]
     */
    public double meanEase() {
        return ease.entrySet().stream()
                .mapToDouble(entry -> entry.getKey() * entry.getValue())
                .sum();
    }

    private static double share(ImmutableMap<Integer, Double> answers, IntPredicate counts) {
        return answers.entrySet().stream()
                .filter(entry -> counts.test(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
