package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.ValueUnit;
import dev.tenure.money.ExactMoney;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** The sums of a book. */
final class BookSum {

    private final Setting setting;
    private final Uncertainty uncertainty;
    private final List<RankedClient> valued = new ArrayList<>();
    private final Map<ValuePart, Outcome<ExactMoney>> parts = new EnumMap<>(ValuePart.class);
    private final Set<ClientId> ids = new HashSet<>();
    private Optional<Sums> sums = Optional.empty();

    /** What the clients share, and their exact sums. */
    private record Sums(
            CurrencyUnit currency, ValueUnit unit, ExactMoney historic, ExactMoney acquisition, ExactMoney onboarding) {

        static Sums of(ClientAccount account, AccountAt at) {
            return new Sums(account.currency(), account.unit(), at.historic(), at.acquisition(), at.onboarding());
        }

        Sums plus(Sums other) {
            checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
            return new Sums(
                    currency,
                    unit,
                    historic.plus(other.historic),
                    acquisition.plus(other.acquisition),
                    onboarding.plus(other.onboarding));
        }

        ExactMoney net() {
            return historic.minus(acquisition).minus(onboarding);
        }
    }

    BookSum(Setting setting) {
        this.setting = setting;
        this.uncertainty = new Uncertainty(setting);
    }

    void add(ClientAccount account) {
        checkArgument(ids.add(account.client()), "client must be in the book once: %s", account.client());
        AccountAt at = new AccountAt(account, setting);
        Sums own = Sums.of(account, at);
        sums = Optional.of(sums.map(before -> before.plus(own)).orElse(own));
        at.addTo(uncertainty);
        add(account, own, at.points());
    }

    BookValue result() {
        checkArgument(!ids.isEmpty(), "accounts must not be empty");
        Sums all = sums.orElseThrow();
        ExactMoney nothing = ExactMoney.zero(all.currency());
        return new BookValueBuilder()
                .asOf(setting.asOf)
                .policy(setting.policy)
                .unit(all.unit())
                .clients(ids.size())
                .historic(all.historic())
                .acquisition(all.acquisition())
                .onboarding(all.onboarding())
                .parts(Maps.toMap(
                        ImmutableList.copyOf(ValuePart.values()),
                        part -> parts.getOrDefault(part, Outcome.of(nothing))))
                .level(setting.level)
                .valued(valued)
                .spread(uncertainty.spread())
                .build();
    }

    private void add(ClientAccount account, Sums own, ImmutableList<StreamValue> streams) {
        Outcome<ExactMoney> residual = Outcome.of(ExactMoney.zero(account.currency()));
        for (StreamValue stream : streams) {
            parts.merge(stream.part(), stream.value(), BookSum::plus);
            residual = plus(residual, stream.value());
        }
        residual.toOptional()
                .ifPresent(value -> valued.add(
                        new RankedClient(account.client(), value, own.net().plus(value))));
    }

    private static Outcome<ExactMoney> plus(Outcome<ExactMoney> one, Outcome<ExactMoney> other) {
        return one.flatMap(left -> other.map(left::plus));
    }
}
