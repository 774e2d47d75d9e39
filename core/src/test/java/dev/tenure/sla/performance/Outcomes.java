package dev.tenure.sla.performance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.client.ClientId;
import dev.tenure.sla.BreachCause;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaOutcomeBuilder;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Promises for tests. */
public final class Outcomes {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Outcomes() {}

    /** Returns a first response of ordinary priority, due after an hour, with as many hours of working time as of elapsed. */
    public static SlaOutcomeBuilder outcome(SlaVerdict verdict, int hours) {
        Instant end = START.plus(Duration.ofHours(hours));
        return SlaOutcome.builder()
                .client(ClientId.of("alpha"))
                .kind(SlaTargetKind.FIRST_RESPONSE)
                .priority(Priority.NORMAL)
                .start(START)
                .end(end)
                .breachedAt(broken(verdict) ? Optional.of(START.plus(Duration.ofHours(1))) : Optional.empty())
                .working(Duration.ofHours(hours))
                .target(Duration.ofHours(1))
                .verdict(verdict);
    }

    public static boolean broken(SlaVerdict verdict) {
        return List.of(SlaVerdict.BREACHED, SlaVerdict.OPEN_BREACHED).contains(verdict);
    }

    /** Returns as many promises of each verdict. */
    public static List<SlaOutcome> counts(int met, int breached, int openBreached, int open) {
        return Stream.of(
                        Collections.nCopies(met, outcome(SlaVerdict.MET, 1).build()),
                        Collections.nCopies(
                                breached, outcome(SlaVerdict.BREACHED, 2).build()),
                        Collections.nCopies(
                                openBreached,
                                outcome(SlaVerdict.OPEN_BREACHED, 3).build()),
                        Collections.nCopies(open, outcome(SlaVerdict.OPEN, 0).build()))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns any promises of three clients, from 2025 to 2027. */
    public static Arbitrary<List<SlaOutcome>> any() {
        Arbitrary<Instant> starts =
                Arbitraries.longs().between(1_735_689_600L, 1_830_297_600L).map(Instant::ofEpochSecond);
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, 4_000_000).map(Duration::ofSeconds);
        return Combinators.combine(
                        Arbitraries.of("alpha", "beta", "gamma").map(ClientId::of),
                        Arbitraries.of(SlaTargetKind.class),
                        Arbitraries.of(Priority.class),
                        starts,
                        durations,
                        durations,
                        Arbitraries.of(SlaVerdict.class),
                        Arbitraries.of(BreachCause.class).optional())
                .as(Outcomes::any)
                .list()
                .ofMaxSize(40);
    }

    private static SlaOutcome any(
            ClientId client,
            SlaTargetKind kind,
            Priority priority,
            Instant start,
            Duration one,
            Duration other,
            SlaVerdict verdict,
            Optional<BreachCause> cause) {
        Duration longer = one.compareTo(other) > 0 ? one : other;
        Duration shorter = one.compareTo(other) > 0 ? other : one;
        return SlaOutcome.builder()
                .client(client)
                .kind(kind)
                .priority(priority)
                .start(start)
                .end(start.plus(longer))
                .breachedAt(broken(verdict) ? Optional.of(start.plus(shorter)) : Optional.empty())
                .working(longer.dividedBy(3))
                .target(shorter.dividedBy(3).plusSeconds(1))
                .verdict(verdict)
                .cause(broken(verdict) ? cause : Optional.empty())
                .build();
    }

    public static Stream<JsonNode> published(String kind) {
        try (InputStream in = Objects.requireNonNull(Outcomes.class.getResourceAsStream("compliance.json"))) {
            return new ObjectMapper().readTree(in).get(kind).valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what comes out on another machine. */
    @SuppressWarnings("unchecked") // what is read is what was written
    public static <T> T moved(T original) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(original);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
