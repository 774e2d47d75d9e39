package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.lifetime.UpfrontCost;
import dev.tenure.money.ExactMoney;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** An account on the day on which it is valued. */
final class AccountAt {

    private static final Outcome<MoneyInterval> NOT_ASKED_FOR =
            Outcome.undefined(Reason.NOT_APPLICABLE, "only the interval of the whole is asked for");

    private final ClientAccount account;
    private final Setting setting;
    private final Optional<RetainerStream> retainer;
    private final Optional<ProjectStream> projects;

    AccountAt(ClientAccount account, Setting setting) {
        this.account = account;
        this.setting = setting;
        check();
        retainer =
                account.retainer().map(this::current).or(() -> account.winBack().map(this::hoped));
        projects = account.projects().map(work -> new ProjectStream(work, account.share(work.grossMargin())));
    }

    void addTo(Uncertainty uncertainty) {
        retainer.ifPresent(uncertainty::add);
        projects.ifPresent(uncertainty::add);
    }

    /** Returns the value of every stream, each with its interval. */
    ImmutableList<StreamValue> streams() {
        return ImmutableList.<StreamValue>builder()
                .addAll(retainer.stream().map(this::withInterval).iterator())
                .addAll(projects.stream().map(this::withInterval).iterator())
                .build();
    }

    /** Returns the value of every stream without its interval, which takes longer than the rest. */
    ImmutableList<StreamValue> points() {
        return ImmutableList.<StreamValue>builder()
                .addAll(retainer.stream()
                        .map(stream -> value(stream, NOT_ASKED_FOR))
                        .iterator())
                .addAll(projects.stream()
                        .map(stream -> value(stream, NOT_ASKED_FOR))
                        .iterator())
                .build();
    }

    ExactMoney historic() {
        ExactMoney sum = ExactMoney.zero(account.currency());
        for (Payment payment : account.payments()) {
            sum = sum.plus(today(account.kept(payment.amount(), payment.grossMargin()), payment.date()));
        }
        return sum;
    }

    ExactMoney acquisition() {
        return cost(upfront -> ExactMoney.of(upfront.acquisition().value()));
    }

    ExactMoney onboarding() {
        return cost(UpfrontCost::onboarding);
    }

    private RetainerStream current(Retainer fee) {
        return new RetainerStream(
                fee.since().orElse(account.last().begin()),
                fee,
                account.kept(fee.fee(), fee.grossMargin()),
                account.spells().subList(0, account.spells().size() - 1),
                Optional.empty(),
                ExactMoney.zero(account.currency()));
    }

    private RetainerStream hoped(WinBack hope) {
        ExactMoney cost = hope.cost().map(UpfrontCost::total).orElse(ExactMoney.zero(account.currency()));
        Retainer fee = hope.retainer();
        return new RetainerStream(
                fee.since().orElse(hope.returns()),
                fee,
                account.kept(fee.fee(), fee.grossMargin()),
                account.spells(),
                Optional.of(hope.chance()),
                setting.comes(hope.returns())
                        ? cost.multipliedBy(Estimates.of(setting.factor(hope.returns())))
                        : ExactMoney.zero(account.currency()));
    }

    private StreamValue withInterval(RetainerStream stream) {
        return value(stream, interval(value(stream, NOT_ASKED_FOR), uncertainty -> uncertainty.add(stream)));
    }

    private StreamValue withInterval(ProjectStream stream) {
        return value(stream, interval(value(stream, NOT_ASKED_FOR), uncertainty -> uncertainty.add(stream)));
    }

    private Outcome<MoneyInterval> interval(StreamValue point, Consumer<Uncertainty> stream) {
        Uncertainty uncertainty = new Uncertainty(setting);
        stream.accept(uncertainty);
        return point.value()
                .flatMap(value ->
                        uncertainty.spread().map(distances -> Estimates.interval(value, distances, setting.level)));
    }

    private StreamValue value(RetainerStream stream, Outcome<MoneyInterval> interval) {
        return new StreamValueBuilder()
                .part(stream.hope().isPresent() ? ValuePart.WIN_BACK : ValuePart.RETAINER)
                .payments(stream.payments(setting))
                .each(Outcome.of(stream.each()))
                .chance(stream.hope())
                .cost(stream.cost())
                .interval(interval)
                .build();
    }

    private StreamValue value(ProjectStream stream, Outcome<MoneyInterval> interval) {
        return new StreamValueBuilder()
                .part(ValuePart.PROJECTS)
                .payments(stream.payments(setting))
                .each(stream.each(setting))
                .cost(ExactMoney.zero(account.currency()))
                .interval(interval)
                .build();
    }

    private ExactMoney cost(Function<UpfrontCost, ExactMoney> kind) {
        ExactMoney sum = ExactMoney.zero(account.currency());
        for (Spell spell : account.spells()) {
            if (spell.cost().isPresent()) {
                sum = sum.plus(today(kind.apply(spell.cost().orElseThrow()), spell.begin()));
            }
        }
        return sum;
    }

    private ExactMoney today(ExactMoney amount, LocalDate day) {
        return setting.policy.historic() == HistoricTiming.NOMINAL
                ? amount
                : amount.multipliedBy(Estimates.of(setting.factor(day)));
    }

    private void check() {
        account.spells().forEach(spell -> notAfter("begin", spell.begin()));
        account.spells().forEach(spell -> spell.end().ifPresent(day -> notAfter("end", day)));
        account.payments().forEach(payment -> notAfter("date", payment.date()));
        account.retainer().ifPresent(fee -> notBefore("nextPayment", fee.nextPayment()));
        account.winBack().ifPresent(hope -> notBefore("returns", hope.returns()));
    }

    private void notAfter(String name, LocalDate day) {
        checkArgument(!day.isAfter(setting.asOf), "%s must not be after %s: %s", name, setting.asOf, day);
    }

    private void notBefore(String name, LocalDate day) {
        checkArgument(!day.isBefore(setting.asOf), "%s must not be before %s: %s", name, setting.asOf, day);
    }
}
