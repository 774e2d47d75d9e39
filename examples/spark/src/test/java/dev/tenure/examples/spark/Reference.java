package dev.tenure.examples.spark;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractBuilder;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.FeeTerms;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.BuyTillYouDie;
import dev.tenure.lifetime.noncontractual.Invoice;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.lifetime.noncontractual.PurchaseLog;
import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.noncontractual.PurchasePolicy;
import dev.tenure.retention.cohort.ClientActivity;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortPolicy;
import dev.tenure.revenue.RevenueMovements;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import dev.tenure.survival.competing.AalenJohansen;
import dev.tenure.survival.competing.CompetingObservation;
import dev.tenure.voice.NetPromoterScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.joda.money.Money;

/** The figures of the sample from values in memory, by the entry points that take values: nothing of them is shared with the example. */
final class Reference {

    private final Question question;
    private final ImmutableList<SampleClient> clients;

    Reference(Question question, long clients) {
        this.question = question;
        this.clients = LongStream.range(0, clients).mapToObj(SampleClient::of).collect(ImmutableList.toImmutableList());
    }

    Figures figures() {
        return new Figures(
                CohortAnalysis.withDefaults()
                        .with(CohortPolicy.of(question.calendar()))
                        .of(activity(), question.asOf().minusDays(1)),
                KaplanMeier.withDefaults().of(observations()),
                Optional.of(AalenJohansen.withCauses(reasons()).of(exits())),
                RevenueMovements.withDefaults(question.currency()).of(agreements(), question.lastPeriod()),
                NetPromoterScore.withDefaults().of(scores()),
                outlook());
    }

    private PurchaseOutlook outlook() {
        PurchaseLogResult log = PurchaseLog.withDefaults()
                .with(PurchasePolicy.LEDGER)
                .of(projects(), question.asOf().minusDays(1));
        List<PurchaseHistory> histories =
                IntStream.range(0, log.size()).mapToObj(log::history).toList();
        ModelFit<PurchaseModel> fit = BuyTillYouDie.withDefaults()
                .with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()))
                .of(histories);
        return new PurchaseOutlook(
                histories.size(),
                new HashSet<>(histories).size(),
                fit.parameters(),
                fit.logLikelihood(),
                fit.model().map(model -> forecast(model, histories)));
    }

    private static PurchaseForecast.Result forecast(PurchaseModel model, List<PurchaseHistory> histories) {
        List<Double> chances = histories.stream().map(model::probabilityAlive).toList();
        return new PurchaseForecast.Result(
                ImmutableList.of(
                        chances.stream().filter(chance -> chance >= 0.8).count(),
                        chances.stream()
                                .filter(chance -> chance >= 0.5 && chance < 0.8)
                                .count(),
                        chances.stream()
                                .filter(chance -> chance >= 0.2 && chance < 0.5)
                                .count(),
                        chances.stream().filter(chance -> chance < 0.2).count()),
                histories.stream()
                        .map(history -> BigDecimal.valueOf(model.expectedPurchases(history, Duration.ofDays(365)))
                                .setScale(6, RoundingMode.HALF_UP))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private List<Invoice> projects() {
        return clients.stream()
                .filter(client -> client.contracts().isEmpty())
                .flatMap(client -> client.invoices().stream())
                .map(invoice -> Invoice.of(invoice.client(), invoice.date(), invoice.amountMinor()))
                .toList();
    }

    long rows() {
        return clients.stream()
                .mapToLong(client -> client.contracts().size()
                        + client.invoices().size()
                        + client.answers().size())
                .sum();
    }

    private List<ClientActivity> activity() {
        return clients.stream()
                .flatMap(client -> client.invoices().stream())
                .map(invoice -> ClientActivity.of(invoice.client(), invoice.date(), invoice.amountMinor()))
                .toList();
    }

    private TreeMap<String, List<Observation>> observations() {
        TreeMap<String, List<Observation>> bySegment = new TreeMap<>();
        for (SampleClient.Contract contract : known()) {
            bySegment
                    .computeIfAbsent(contract.segment(), segment -> new ArrayList<>())
                    .add(hasEnded(contract) ? Observation.ended(days(contract)) : Observation.ongoing(days(contract)));
        }
        return bySegment;
    }

    private List<CompetingObservation> exits() {
        return known().stream()
                .map(contract -> new CompetingObservation(
                        0,
                        days(contract),
                        hasEnded(contract),
                        hasEnded(contract) ? Optional.ofNullable(contract.reason()) : Optional.empty(),
                        1))
                .toList();
    }

    private TreeSet<String> reasons() {
        TreeSet<String> reasons = new TreeSet<>();
        contracts().stream()
                .map(SampleClient.Contract::reason)
                .filter(Objects::nonNull)
                .forEach(reasons::add);
        return reasons;
    }

    private List<Contract> agreements() {
        return contracts().stream().map(this::agreement).toList();
    }

    private Contract agreement(SampleClient.Contract contract) {
        ContractBuilder agreement = Contract.builder()
                .id(ContractId.of(contract.client() + " from " + contract.start()))
                .clientId(ClientId.of(Long.toString(contract.client())))
                .addVersion(ContractVersion.of(
                        contract.start(),
                        FeeTerms.retainer(
                                Money.ofMinor(question.currency(), contract.monthlyFeeMinor()), BillingCycle.MONTHLY)));
        if (contract.end() != null) {
            agreement.end(ContractEnd.of(contract.end()));
        }
        return agreement.build();
    }

    private List<Integer> scores() {
        return clients.stream()
                .flatMap(client -> client.answers().stream())
                .filter(answer -> answer.date().isBefore(question.asOf()))
                .map(SampleClient.Answer::score)
                .toList();
    }

    private List<SampleClient.Contract> known() {
        return contracts().stream()
                .filter(contract -> contract.start().isBefore(question.asOf()))
                .toList();
    }

    private List<SampleClient.Contract> contracts() {
        return clients.stream().flatMap(client -> client.contracts().stream()).toList();
    }

    private boolean hasEnded(SampleClient.Contract contract) {
        return contract.end() != null && contract.end().isBefore(question.asOf());
    }

    private long days(SampleClient.Contract contract) {
        LocalDate last = hasEnded(contract) ? Objects.requireNonNull(contract.end()) : question.asOf();
        return contract.start().until(last, ChronoUnit.DAYS);
    }
}
