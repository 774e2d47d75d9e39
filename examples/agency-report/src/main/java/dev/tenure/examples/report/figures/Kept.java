package dev.tenure.examples.report.figures;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.client.ClientId;
import dev.tenure.client.Party;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.service.Promise;
import dev.tenure.examples.report.service.ServiceRules;
import dev.tenure.examples.report.service.TicketRun;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.sla.performance.BreachProbability;
import dev.tenure.sla.performance.ResponseTime;
import dev.tenure.sla.performance.ResponseTimeAccumulator;
import dev.tenure.sla.performance.ResponseTimeResult;
import dev.tenure.sla.performance.SilenceGap;
import dev.tenure.sla.performance.SilenceGapResult;
import dev.tenure.sla.performance.SlaCompliance;
import dev.tenure.sla.performance.SlaComplianceAccumulator;
import dev.tenure.sla.performance.SlaComplianceResult;
import dev.tenure.stat.Proportion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What the tickets say about the service, in one run through them. */
final class Kept {

    private final Facts facts;
    private final ServiceRules rules;
    private final WorkSchedule schedule;
    private final Instant asOf;
    private final TicketRun history;
    private final SlaComplianceResult compliance;
    private final Map<SlaTargetKind, Map<Priority, ResponseTimeAccumulator>> times = new EnumMap<>(SlaTargetKind.class);
    private final ResponseTimeResult firstResponse;
    private final List<Promise> open = new ArrayList<>();
    private final Map<ClientId, LocalDate> starts = new HashMap<>();
    private final ImmutableList<Silence> silences;

    /**
     * How long a client has not been told anything unasked.
     *
     * @param client whom
     * @param gap the stretches without news
     */
    record Silence(ClientId client, SilenceGapResult gap) {}

    /**
     * A promise that is open, and how likely it will be broken.
     *
     * @param promise the promise
     * @param breach the probability
     */
    record AtRisk(Promise promise, BreachProbability breach) {}

    private Kept(Facts facts, Periods periods, ServiceRules rules, Instant first) {
        this.facts = facts;
        this.rules = rules;
        ZoneId zone = facts.book().zone();
        asOf = facts.asOf().atStartOfDay(zone).toInstant();
        schedule = rules.schedule(zone, Year.from(first.atZone(zone)), Year.from(facts.asOf()));
        history = new TicketRun(facts.book(), asOf, BusinessCalendar.of(schedule));
        SlaComplianceAccumulator all = SlaCompliance.withDefaults()
                .with(zone)
                .with(periods.forPoints().calendar())
                .accumulator();
        ResponseTimeAccumulator responses = ResponseTime.withDefaults().accumulator();
        history.forEach(promise -> {
            all.add(promise.outcome());
            responses.add(promise.outcome());
            timesOf(promise.outcome().kind(), promise.outcome().priority()).add(promise.outcome());
            if (promise.outcome().verdict() == SlaVerdict.OPEN) {
                open.add(promise);
            }
        });
        compliance = all.result();
        firstResponse = responses.result();
        silences = silences(first);
    }

    /** Looks at the tickets; empty if one of their files is not there, or no ticket is known yet. */
    static Optional<Kept> of(Facts facts, Periods periods, ServiceRules rules) {
        boolean there = facts.book().has(InputFile.TICKETS) && facts.book().has(InputFile.TICKET_EVENTS);
        Instant asOf = facts.asOf().atStartOfDay(facts.book().zone()).toInstant();
        OptionalLong first = there ? facts.book().tickets().first() : OptionalLong.empty();
        return first.isPresent() && first.getAsLong() < asOf.getEpochSecond()
                ? Optional.of(new Kept(facts, periods, rules, Instant.ofEpochSecond(first.getAsLong())))
                : Optional.empty();
    }

    private ResponseTimeAccumulator timesOf(SlaTargetKind kind, Priority priority) {
        return times.computeIfAbsent(kind, some -> new EnumMap<>(Priority.class))
                .computeIfAbsent(
                        priority,
                        some -> ResponseTime.withDefaults()
                                .with(kind)
                                .with(priority)
                                .accumulator());
    }

    Instant asOf() {
        return asOf;
    }

    ServiceRules rules() {
        return rules;
    }

    ZoneId zone() {
        return schedule.zone();
    }

    long tickets() {
        return history.tickets();
    }

    SlaComplianceResult compliance() {
        return compliance;
    }

    Optional<SlaComplianceResult> compliance(SlaTargetKind kind) {
        return Optional.ofNullable(compliance.byKind().get(kind));
    }

    ResponseTimeResult firstResponse() {
        return firstResponse;
    }

    ResponseTimeResult times(SlaTargetKind kind, Priority priority) {
        return timesOf(kind, priority).result();
    }

    Proportion paused() {
        return Proportion.of(history.solvedAfterPause(), history.solved());
    }

    /** Returns the open promises whose breach is the most probable first; those that wait come last. */
    ImmutableList<AtRisk> atRisk() {
        Map<List<Object>, ResponseTimeResult> known = new HashMap<>();
        return open.stream()
                .map(promise -> new AtRisk(
                        promise,
                        known.computeIfAbsent(
                                        List.of(
                                                promise.outcome().kind(),
                                                promise.outcome().priority()),
                                        key -> times(
                                                promise.outcome().kind(),
                                                promise.outcome().priority()))
                                .breachProbability(promise.outcome())))
                .sorted(Comparator.comparing((AtRisk one) ->
                                !one.promise().cycle().deadline().isDefined())
                        .thenComparingDouble(
                                one -> -one.breach().value().toOptional().orElse(0.0))
                        .thenComparing(one -> one.promise().cycle().remaining()))
                .collect(toImmutableList());
    }

    /** Returns the silences of those who are clients on the last day, the longest current one first. */
    ImmutableList<Silence> silences() {
        return silences;
    }

    private ImmutableList<Silence> silences(Instant first) {
        SilenceGap gap = SilenceGap.within(rules.silence(), schedule);
        return IntStream.range(0, facts.keys().size())
                .mapToObj(client -> since(client, first).map(from -> silence(gap, client, from)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (Silence one) -> one.gap().current().businessDays())
                        .reversed()
                        .thenComparing(one -> one.client().value()))
                .collect(toImmutableList());
    }

    private Silence silence(SilenceGap gap, int client, Instant from) {
        return new Silence(
                ClientId.of(facts.keys().id(client)),
                gap.of(
                        history.news(client).stream()
                                .map(at -> SilenceGap.Message.of(at, Party.AGENCY))
                                .toList(),
                        from,
                        asOf));
    }

    /** From when on a client could hear something: its contract has begun, and there are tickets. Without contracts, its first news. */
    private Optional<Instant> since(int client, Instant first) {
        if (!facts.hasContracts()) {
            return history.news(client).stream().min(Comparator.naturalOrder());
        }
        ClientId id = ClientId.of(facts.keys().id(client));
        return Optional.ofNullable(running().get(id))
                .map(start -> start.atStartOfDay(zone()).toInstant())
                .map(start -> start.isAfter(first) ? start : first);
    }

    /** The first days of the contracts that run on the last day, by client. */
    private Map<ClientId, LocalDate> running() {
        if (starts.isEmpty()) {
            facts.contracts().stream()
                    .filter(this::runs)
                    .forEach(contract -> starts.merge(
                            contract.clientId(), contract.start(), (one, other) -> one.isBefore(other) ? one : other));
        }
        return starts;
    }

    private boolean runs(Contract contract) {
        return contract.end()
                .map(ContractEnd::date)
                .map(facts.lastDay()::isBefore)
                .orElse(true);
    }
}
