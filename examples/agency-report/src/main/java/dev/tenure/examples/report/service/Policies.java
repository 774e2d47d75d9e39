package dev.tenure.examples.report.service;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.client.Role;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.TargetRow;
import dev.tenure.sla.EscalationPath;
import dev.tenure.sla.SlaPolicy;
import dev.tenure.sla.SlaTarget;
import java.time.Duration;
import java.util.Optional;

/** What is promised, as the library has it. */
public final class Policies {

    /** Who is to know of a promise that takes long; the names are keys of the page's phrases. */
    private static final EscalationPath ESCALATION = EscalationPath.of(ImmutableList.of(
            EscalationPath.Level.of("project-manager", Role.PROJECT_MANAGER, Duration.ofHours(4)),
            EscalationPath.Level.of("account-manager", Role.ACCOUNT_MANAGER, Duration.ofHours(8)),
            EscalationPath.Level.of("agency-head", Role.AGENCY_HEAD, Duration.ofHours(24))));

    private Policies() {}

    /**
     * Returns the policy of a book: the targets of {@code sla.csv}, or else the usual ones.
     *
     * @param book what the files say
     * @param office when the agency works
     * @return the policy
     * @throws IllegalArgumentException if the targets contradict each other
     */
    public static SlaPolicy of(Book book, BusinessCalendar office) {
        ImmutableList<TargetRow> rows = book.targets().isEmpty() ? UsualTargets.rows() : book.targets();
        return SlaPolicy.builder()
                .name(book.targets().isEmpty() ? "usual targets" : "sla.csv")
                .targets(rows.stream().map(row -> target(row, office)).toList())
                .escalation(ESCALATION)
                .build();
    }

    /**
     * Returns what is wrong with the targets of a book.
     *
     * @param book what the files say
     * @param office when the agency works
     * @return the contradiction; empty if there is none
     */
    public static Optional<String> contradiction(Book book, BusinessCalendar office) {
        try {
            SlaPolicy sound = of(book, office);
            return sound.targets().isEmpty() ? Optional.of("no targets") : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private static SlaTarget target(TargetRow row, BusinessCalendar office) {
        return SlaTarget.builder()
                .kind(row.kind())
                .priority(row.priority())
                .tier(row.tier())
                .time(row.time())
                .hours(row.hours() == TargetRow.Hours.ALWAYS ? BusinessCalendar.always() : office)
                .build();
    }
}
