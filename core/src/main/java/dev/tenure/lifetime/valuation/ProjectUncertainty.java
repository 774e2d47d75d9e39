package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.spend.GammaGamma;
import java.util.List;

/** How far the value of project work may be off: by how often clients buy, and by what they spend, each while the other is held. */
final class ProjectUncertainty {

    private final Setting setting;
    private final List<ProjectStream> streams;
    private final double[] purchases;
    private final double[] units;

    private ProjectUncertainty(Setting setting, List<ProjectStream> streams, double[] purchases, double[] units) {
        this.setting = setting;
        this.streams = streams;
        this.purchases = purchases;
        this.units = units;
    }

    static Outcome<Spread> of(Setting setting, List<ProjectStream> streams) {
        double[] purchases = new double[streams.size()];
        double[] units = new double[streams.size()];
        for (int i = 0; i < units.length; i++) {
            int at = i;
            Outcome<Double> expected = setting.models
                    .purchases()
                    .model()
                    .map(model -> streams.get(at).purchases(setting, model));
            Outcome<Double> each = streams.get(i).each(setting).map(Estimates::units);
            if (!(expected.isDefined() && each.isDefined())) {
                return expected.flatMap(number -> each).map(amount -> Spread.NONE);
            }
            purchases[i] = expected.orElseThrow();
            units[i] = each.orElseThrow();
        }
        return new ProjectUncertainty(setting, streams, purchases, units).spread();
    }

    private Outcome<Spread> spread() {
        boolean isPositive = streams.stream().allMatch(stream -> stream.kept().signum() >= 0);
        Scale scale = isPositive ? Scale.LOGARITHM : Scale.IDENTITY;
        Outcome<Spread> ofPurchases = setting.models.purchases().spread(scale, this::value);
        Outcome<Spread> ofSpend = streams.stream().anyMatch(ProjectStream::isEstimated)
                ? setting.models.spend().spread(scale, this::value)
                : Outcome.of(Spread.NONE);
        return ofPurchases.flatMap(one -> ofSpend.map(other -> together(one, other, isPositive)));
    }

    private Spread together(Spread one, Spread other, boolean isPositive) {
        double product = 0;
        for (int i = 0; i < units.length; i++) {
            product += purchases[i] * units[i];
        }
        return isPositive && product > 0 ? Spread.ofProduct(product, one, other) : one.independently(other);
    }

    private double value(PurchaseModel model) {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += units[i] * streams.get(i).purchases(setting, model);
        }
        return sum;
    }

    private double value(GammaGamma model) {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += purchases[i] * (streams.get(i).isEstimated() ? streams.get(i).units(model) : units[i]);
        }
        return sum;
    }
}
