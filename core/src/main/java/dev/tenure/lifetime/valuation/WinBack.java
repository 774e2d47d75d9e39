package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.UpfrontCost;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be hoped of a client who has left.
 *
 * @param chance how many of how many such clients came back, of at least one
 * @param returns the day on which he is expected back, if he comes back
 * @param retainer what he then pays; its next payment is not before {@code returns}
 * @param cost what is then spent to win him back and to start again; empty if nothing is
 */
public record WinBack(Proportion chance, LocalDate returns, Retainer retainer, Optional<UpfrontCost> cost) {

    /**
     * Creates an expectation.
     *
     * @param chance how many of how many such clients came back, of at least one
     * @param returns the day on which he is expected back, if he comes back
     * @param retainer what he then pays; its next payment is not before {@code returns}
     * @param cost what is then spent to win him back and to start again; empty if nothing is
     */
    public WinBack {
        checkArgument(chance.trials() > 0, "chance must be of at least one client: %s", chance.trials());
        Objects.requireNonNull(returns, "returns");
        checkArgument(
                !retainer.nextPayment().isBefore(returns),
                "nextPayment must not be before returns, %s: %s",
                returns,
                retainer.nextPayment());
        Objects.requireNonNull(cost, "cost");
    }

    /**
     * Returns the expectation that a client comes back without further cost.
     *
     * @param chance how many of how many such clients came back, of at least one
     * @param returns the day on which he is expected back, if he comes back
     * @param retainer what he then pays; its next payment is not before {@code returns}
     * @return the expectation
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static WinBack of(Proportion chance, LocalDate returns, Retainer retainer) {
        return new WinBack(chance, returns, retainer, Optional.empty());
    }

    /**
     * Returns this expectation with a cost.
     *
     * @param upfront what is spent to win him back and to start again, if he comes back
     * @return the changed expectation
     */
    public WinBack withCost(UpfrontCost upfront) {
        return new WinBack(chance, returns, retainer, Optional.of(upfront));
    }
}
