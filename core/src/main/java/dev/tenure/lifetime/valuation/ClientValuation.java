package dev.tenure.lifetime.valuation;

import dev.tenure.lifetime.contractual.RetentionModel;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.noncontractual.PurchaseModel;
import dev.tenure.lifetime.spend.GammaGamma;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyMismatchException;

/**
 * Values a client, or a book of clients, in money on a day: what they brought, what they will bring, less what they cost.
 *
 * <p><b>Formula.</b> \( total = historic + residual - acquisition - onboarding \). The residual value of a retainer is \( \sum_j m f \, S(k_j)
 * e^{-\delta t_j} \) over the days of payment \(t_j\), with the fee \(f\), the margin \(m\) and the probability \(S(k_j)\) that the client goes through
 * the \(k_j\) renewals up to that day. That of project work is \( m z \int e^{-\delta t} \, dE(t) \), with \(E(t)\) the purchases expected up to \(t\) and
 * \(z\) the mean spend. That of a client who has left is the chance of his return times the value of what follows, less its cost.
 *
 * <p><b>Units.</b> Money, exact: what a model says is taken at twelve decimal places and is exact from there.
 *
 * <p><b>Conventions.</b> Days are counted as they are, and no month has thirty of them: a payment in {@code n} days is worth \( e^{-\delta n} \) with the
 * force of interest by the day. A rate of 12 % as spreadsheets have it (XNPV, a year of 365 days) is
 * {@code DiscountRate.effective(0.12, Period.ofDays(365))}. A payment on the day itself is discounted by nothing. Without options: no discount, a horizon of
 * five years, tenure by the current spell, history as paid. A renewal on the day of the valuation is done, because the client is still here.
 *
 * <p>The interval tells how well the models are known: each fit's own interval of the value, the others held, and the distances to the limits added as
 * squares, since the fits are of different samples. A model that is given and not fitted adds nothing.
 *
 * <p><b>Errors.</b> What is dated after the day of the valuation though it is past, or before it though it is to come, is an
 * {@link IllegalArgumentException}. A stream without a model has an undefined value.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "Customer-base valuation in a contractual setting", <i>Marketing Science</i> 29 (2010), 85-93;
 * P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", <i>Journal of Marketing Research</i> 42
 * (2005), 415-430; G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures", <i>Statistics in Medicine</i> 27 (2008), 1693-1702.
 */
public final class ClientValuation {

    private static final ClientValuation DEFAULTS = new ClientValuation(ValuationPolicy.undiscounted(), Models.NONE);

    private final ValuationPolicy policy;
    private final Models models;

    private ClientValuation(ValuationPolicy policy, Models models) {
        this.policy = policy;
        this.models = models;
    }

    /**
     * Returns the calculator without models, by {@link ValuationPolicy#undiscounted()}.
     *
     * @return the calculator
     */
    public static ClientValuation withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with other rules.
     *
     * @param rules the rules
     * @return the changed calculator
     */
    public ClientValuation with(ValuationPolicy rules) {
        return new ClientValuation(Objects.requireNonNull(rules, "rules"), models);
    }

    /**
     * Returns this calculator with a model of renewals that is known.
     *
     * @param model the model
     * @return the changed calculator
     */
    public ClientValuation withRetention(RetentionModel model) {
        return with(models.withRetention(new ModelSource.Given<>(Objects.requireNonNull(model, "model"))));
    }

    /**
     * Returns this calculator with a model of renewals that was fitted.
     *
     * @param fit the fit
     * @return the changed calculator
     * @throws IllegalArgumentException if its confidence level is not that of the other fits
     */
    public ClientValuation withRetention(ModelFit<? extends RetentionModel> fit) {
        return with(models.withRetention(new ModelSource.Fitted<>(Objects.requireNonNull(fit, "fit"))));
    }

    /**
     * Returns this calculator with a model of purchases that is known.
     *
     * @param model the model
     * @return the changed calculator
     */
    public ClientValuation withPurchases(PurchaseModel model) {
        return with(models.withPurchases(new ModelSource.Given<>(Objects.requireNonNull(model, "model"))));
    }

    /**
     * Returns this calculator with a model of purchases that was fitted.
     *
     * @param fit the fit
     * @return the changed calculator
     * @throws IllegalArgumentException if its confidence level is not that of the other fits
     */
    public ClientValuation withPurchases(ModelFit<? extends PurchaseModel> fit) {
        return with(models.withPurchases(new ModelSource.Fitted<>(Objects.requireNonNull(fit, "fit"))));
    }

    /**
     * Returns this calculator with a model of spend that is known.
     *
     * @param model the model
     * @return the changed calculator
     */
    public ClientValuation withSpend(GammaGamma model) {
        return with(models.withSpend(new ModelSource.Given<>(Objects.requireNonNull(model, "model"))));
    }

    /**
     * Returns this calculator with a model of spend that was fitted.
     *
     * @param fit the fit
     * @return the changed calculator
     * @throws IllegalArgumentException if its confidence level is not that of the other fits
     */
    public ClientValuation withSpend(ModelFit<GammaGamma> fit) {
        return with(models.withSpend(new ModelSource.Fitted<>(Objects.requireNonNull(fit, "fit"))));
    }

    /**
     * Values a client.
     *
     * @param account what is known of him on the day
     * @param asOf the day of the valuation
     * @return the value
     * @throws IllegalArgumentException if a date of the past is after the day, one to come before it, or the end of the horizon before it
     */
    public ClientValue of(ClientAccount account, LocalDate asOf) {
        Setting setting = new Setting(asOf, policy, models);
        AccountAt at = new AccountAt(account, setting);
        Uncertainty uncertainty = new Uncertainty(setting);
        at.addTo(uncertainty);
        return new ClientValueBuilder()
                .client(account.client())
                .asOf(asOf)
                .policy(policy)
                .unit(account.unit())
                .spells(account.spells().size())
                .payments(account.payments().size())
                .historic(at.historic())
                .acquisition(at.acquisition())
                .onboarding(at.onboarding())
                .streams(at.streams())
                .level(setting.level)
                .spread(uncertainty.spread())
                .build();
    }

    /**
     * Values a book of clients by the same models.
     *
     * @param accounts what is known of each on the day, at least one; all in one currency and unit
     * @param asOf the day of the valuation
     * @return the value of all together
     * @throws IllegalArgumentException as {@link #of} does, if there are no accounts or two of one client, and if they are of different units
     * @throws CurrencyMismatchException if they are in different currencies
     */
    public BookValue ofAll(Iterable<ClientAccount> accounts, LocalDate asOf) {
        BookSum sum = new BookSum(new Setting(asOf, policy, models));
        accounts.forEach(sum::add);
        return sum.result();
    }

    private ClientValuation with(Models others) {
        return new ClientValuation(policy, others);
    }
}
