package dev.tenure.sla.performance;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * The share of promises that were kept, with the counts it comes from. Made by {@link SlaCompliance}.
 *
 * <p>Each part, such as the one of a client or of a month, is a whole result of its own and can be divided again.
 */
@ResultStyle
@Value.Immutable
public abstract class SlaComplianceResult {

    SlaComplianceResult() {}

    abstract ComplianceOptions options();

    /** Returns how many promises there are of each combination, each count positive; by client, period, kind, priority, verdict and cause. */
    abstract ImmutableMap<ComplianceCell, Long> cells();

    /**
     * Returns what the promises that were met are a share of.
     *
     * @return the denominator
     */
    public final ComplianceDenominator denominator() {
        return options().denominator();
    }

    /**
     * Returns which instant says to which period a promise belongs.
     *
     * @return the instant
     */
    public final SlaPeriodBasis basis() {
        return options().basis();
    }

    /**
     * Returns the periods.
     *
     * @return the calendar
     */
    public final ReportingCalendar calendar() {
        return options().calendar();
    }

    /**
     * Returns the zone in which the days of the periods begin.
     *
     * @return the zone
     */
    public final ZoneId zone() {
        return options().zone();
    }

    /**
     * Returns how intervals are made.
     *
     * @return the method
     */
    public final ProportionInterval intervalMethod() {
        return options().method();
    }

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public final ConfidenceLevel level() {
        return options().level();
    }

    /**
     * Returns how many promises there are.
     *
     * @return the count of all verdicts, zero or more
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final long promises() {
        return count(cell -> true);
    }

    /**
     * Returns how many promises have a verdict.
     *
     * @param verdict the verdict
     * @return the count, zero or more
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final long count(SlaVerdict verdict) {
        return count(cell -> cell.verdict() == verdict);
    }

    /**
     * Returns how many promises are broken.
     *
     * @return the count of the breached and the open breached, zero or more
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final long broken() {
        return count(cell -> cell.verdict().isBroken());
    }

    /**
     * Returns how many of how many promises were kept.
     *
     * @return the proportion, a count of met promises of those that the denominator counts; of 0 if it counts none
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final Proportion proportion() {
        long met = count(SlaVerdict.MET);
        return Proportion.of(
                met,
                denominator()
                        .of(met, count(SlaVerdict.BREACHED), count(SlaVerdict.OPEN_BREACHED), count(SlaVerdict.OPEN)));
    }

    /**
     * Returns the share of the promises that were kept.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) if the denominator counts none
     */
    public final Outcome<Double> value() {
        Proportion proportion = proportion();
        return proportion.trials() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no " + denominator().counted())
                : proportion.value();
    }

    /**
     * Returns the confidence interval of the share, which takes the promises as independent.
     *
     * @return fractions, within [0, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) if the denominator
     *     counts none
     */
    public final Outcome<Interval> interval() {
        return value().flatMap(share -> proportion().interval(intervalMethod(), level()));
    }

    /**
     * Returns how many promises were broken by each cause.
     *
     * @return the counts of all causes, zero or more
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final ImmutableMap<BreachCause, Long> causes() {
        return Maps.toMap(Arrays.asList(BreachCause.values()), this::causedBy);
    }

    /**
     * Returns how many promises were broken for an unknown cause.
     *
     * @return the count, zero or more
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final long unknownCause() {
        return count(cell -> cell.verdict().isBroken() && cell.cause().isEmpty());
    }

    /**
     * Returns how many of the broken promises a cause broke. The shares of all causes and of the unknown sum to 1.
     *
     * @param cause the cause
     * @return the proportion, a count of all {@link #broken()} promises; of 0 if none is broken
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public final Proportion causeShare(BreachCause cause) {
        return Proportion.of(causedBy(cause), broken());
    }

    /**
     * Returns the confidence interval of the share of a cause, for that cause alone.
     *
     * @param cause the cause
     * @return fractions, within [0, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) if no promise is
     *     broken
     */
    public final Outcome<Interval> causeInterval(BreachCause cause) {
        return broken() == 0 ? noneBroken() : causeShare(cause).interval(intervalMethod(), level());
    }

    /**
     * Returns the compliance by client.
     *
     * @return a result for each client that has a promise, by the order of their identifiers
     */
    public final ImmutableSortedMap<ClientId, SlaComplianceResult> byClient() {
        return by(ComplianceCell::client);
    }

    /**
     * Returns the compliance by what was promised.
     *
     * @return a result for each kind of which there is a promise
     */
    public final ImmutableSortedMap<SlaTargetKind, SlaComplianceResult> byKind() {
        return by(ComplianceCell::kind);
    }

    /**
     * Returns the compliance by priority.
     *
     * @return a result for each priority of which there is a promise, most urgent first
     */
    public final ImmutableSortedMap<Priority, SlaComplianceResult> byPriority() {
        return by(ComplianceCell::priority);
    }

    /**
     * Returns the compliance by the period to which {@link #basis()} assigns a promise.
     *
     * @return a result for each period from the first with a promise to the last, earliest first, those without any in between
     *     included; empty without promises
     */
    public final ImmutableSortedMap<ReportingPeriod, SlaComplianceResult> byPeriod() {
        ImmutableSortedMap<Long, SlaComplianceResult> present = by(ComplianceCell::period);
        ImmutableSortedMap.Builder<ReportingPeriod, SlaComplianceResult> periods = ImmutableSortedMap.naturalOrder();
        if (!present.isEmpty()) {
            for (long index = present.firstKey(); index <= present.lastKey(); index++) {
                periods.put(calendar().period(index), present.getOrDefault(index, with(ImmutableMap.of())));
            }
        }
        return periods.build();
    }

    /**
     * Returns how compliance changes from period to period.
     *
     * @return the proportion of each period of {@link #byPeriod()}, their slope and a test of it
     */
    public final ComplianceTrend trend() {
        return new ComplianceTrendBuilder()
                .proportions(
                        ImmutableSortedMap.copyOf(Maps.transformValues(byPeriod(), SlaComplianceResult::proportion)))
                .denominator(denominator())
                .level(level())
                .build();
    }

    /**
     * Explains the compliance.
     *
     * @return the share, the counts of all verdicts, the policy and the interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("SLA compliance")
                .formula(denominator().formula())
                .value(quantity(value(), Quantity.Share::new))
                .putInput("met", counted(SlaVerdict.MET))
                .putInput("breached", counted(SlaVerdict.BREACHED))
                .putInput("open breached", counted(SlaVerdict.OPEN_BREACHED))
                .putInput("open", counted(SlaVerdict.OPEN))
                .putInput("denominator", new Quantity.Term(denominator().name()))
                .addPart(explainInterval(interval()))
                .build();
    }

    /**
     * Explains what broke promises.
     *
     * @return the number of broken promises, and the share of each cause and of the unknown with its interval
     */
    public final Explanation explainCauses() {
        Map<String, Long> counts = new LinkedHashMap<>();
        causes().forEach((cause, count) -> counts.put(words(cause), count));
        counts.put("unknown", unknownCause());
        return Explanation.builder()
                .name("broken promises")
                .formula("breached + open breached")
                .value(new Quantity.Count(broken()))
                .putInput("breached", counted(SlaVerdict.BREACHED))
                .putInput("open breached", counted(SlaVerdict.OPEN_BREACHED))
                .addAllParts(counts.entrySet().stream()
                        .map(entry -> explainCause(entry.getKey(), entry.getValue()))
                        .toList())
                .build();
    }

    private Explanation explainCause(String cause, long count) {
        Proportion share = Proportion.of(count, broken());
        Outcome<Interval> interval = broken() == 0 ? noneBroken() : share.interval(intervalMethod(), level());
        return Explanation.builder()
                .name(cause)
                .formula("count / broken promises")
                .value(quantity(interval.flatMap(ok -> share.value()), Quantity.Share::new))
                .putInput("count", new Quantity.Count(count))
                .addPart(explainInterval(interval))
                .build();
    }

    private Explanation explainInterval(Outcome<Interval> interval) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(quantity(
                        interval,
                        limits -> new Quantity.Span(
                                new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    private Quantity counted(SlaVerdict verdict) {
        return new Quantity.Count(count(verdict));
    }

    private long causedBy(BreachCause cause) {
        return count(cell -> cell.cause().filter(cause::equals).isPresent());
    }

    private long count(Predicate<ComplianceCell> included) {
        long count = 0;
        for (Map.Entry<ComplianceCell, Long> cell : cells().entrySet()) {
            count = Math.addExact(count, included.test(cell.getKey()) ? cell.getValue() : 0);
        }
        return count;
    }

    private <K extends Comparable<? super K>> ImmutableSortedMap<K, SlaComplianceResult> by(
            Function<ComplianceCell, K> key) {
        TreeMap<K, ImmutableMap.Builder<ComplianceCell, Long>> parts = new TreeMap<>();
        cells().forEach((cell, count) -> parts.computeIfAbsent(key.apply(cell), k -> ImmutableMap.builder())
                .put(cell, count));
        return ImmutableSortedMap.copyOf(Maps.transformValues(parts, part -> with(part.buildOrThrow())));
    }

    private SlaComplianceResult with(Map<ComplianceCell, Long> part) {
        return new SlaComplianceResultBuilder().options(options()).cells(part).build();
    }

    private static String words(BreachCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> Outcome<T> noneBroken() {
        return Outcome.undefined(Reason.NO_DATA, "no broken promises");
    }
}
