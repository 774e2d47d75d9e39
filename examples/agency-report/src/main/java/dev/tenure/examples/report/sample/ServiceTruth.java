package dev.tenure.examples.report.sample;

import com.google.common.collect.ImmutableMap;
import dev.tenure.sla.Priority;
import java.time.Duration;
import java.util.Objects;

/**
 * The parameters from which the sample's tickets are drawn. Times are of work, without pauses.
 *
 * <p>The time to the first response, to an answer and to the solution is the target of the ticket's priority times a number drawn
 * from a log-logistic law, {@code P(X > x) = 1 / (1 + (x / median)^shape)}; the solution's begins with the first response.
 *
 * @param ticketsAMonth how likely each number of tickets is, in each month that a client is charged for; fractions
 * @param priorities how likely each priority is; fractions
 * @param atNight how likely a ticket comes at any hour of the week, rather than while the agency works; a fraction
 * @param responseMedian the median of a response, as a fraction of its target
 * @param responseShape how alike responses are: the greater, the more
 * @param solutionMedian the median of a solution, as a fraction of its target
 * @param solutionShape how alike solutions are
 * @param unassigned how likely a ticket waits longer for somebody to take it on than for that person's answer; a fraction
 * @param pause how likely a ticket waits for the client; a fraction
 * @param message how likely a client writes again before the solution; a fraction
 * @param reopened how likely a solved ticket is opened again; a fraction
 * @param cancelled how likely a ticket is withdrawn instead of solved; a fraction
 * @param silentMonth how likely a client hears nothing unasked in a month; a fraction
 */
public record ServiceTruth(
        ImmutableMap<Integer, Double> ticketsAMonth,
        ImmutableMap<Priority, Double> priorities,
        double atNight,
        double responseMedian,
        double responseShape,
        double solutionMedian,
        double solutionShape,
        double unassigned,
        double pause,
        double message,
        double reopened,
        double cancelled,
        double silentMonth) {

    private static final ServiceTruth STANDARD = new ServiceTruth(
            ImmutableMap.of(0, 0.2, 1, 0.3, 2, 0.25, 3, 0.15, 4, 0.1),
            ImmutableMap.of(Priority.CRITICAL, 0.05, Priority.HIGH, 0.2, Priority.NORMAL, 0.55, Priority.LOW, 0.2),
            0.2,
            0.45,
            2.2,
            0.45,
            2.5,
            0.6,
            0.3,
            0.35,
            0.05,
            0.03,
            0.1);

    /**
     * Creates the truth.
     *
     * @param ticketsAMonth how likely each number of tickets is
     * @param priorities how likely each priority is
     * @param atNight how likely a ticket comes at any hour
     * @param responseMedian the median of a response
     * @param responseShape how alike responses are
     * @param solutionMedian the median of a solution
     * @param solutionShape how alike solutions are
     * @param unassigned how likely a ticket waits for somebody to take it on
     * @param pause how likely a ticket waits for the client
     * @param message how likely a client writes again
     * @param reopened how likely a solved ticket is opened again
     * @param cancelled how likely a ticket is withdrawn
     * @param silentMonth how likely a client hears nothing in a month
     */
    public ServiceTruth {
        Objects.requireNonNull(ticketsAMonth, "ticketsAMonth");
        Objects.requireNonNull(priorities, "priorities");
    }

    /**
     * Returns the truth of the sample that ships with the report.
     *
     * @return the parameters
     */
    public static ServiceTruth standard() {
        return STANDARD;
    }

    /**
     * Returns the share of first responses within their targets, of tickets without end.
     *
     * @return a fraction
     */
    public double firstResponseCompliance() {
        return 1 / (1 + StrictMath.pow(responseMedian, responseShape));
    }

    /**
     * Returns the median time to the first response of tickets of a priority.
     *
     * @param target within which time it is promised
     * @return working time in seconds
     */
    public double medianResponse(Duration target) {
        return responseMedian * target.toSeconds();
    }
}
