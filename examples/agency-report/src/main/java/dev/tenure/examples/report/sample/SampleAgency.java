package dev.tenure.examples.report.sample;

import static dev.tenure.examples.report.sample.ContractLine.NEVER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tenure.contract.ChurnReason;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.SurveyKind;
import dev.tenure.examples.report.sample.ContractLine.Leaving;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * An agency that does not exist: its files, drawn from a {@link SampleTruth}. The same truth gives the same files, to the byte,
 * on every machine.
 */
public final class SampleAgency {

    private static final int SOONEST_RETURN = 2;
    private static final int LATEST_RETURN = 6;
    private static final int MONTHS_A_QUARTER = 3;
    private static final int HIGHEST_DETRACTOR = 6;
    private static final int SURVEY_DAY = 15;
    private static final int THOUSAND = 1_000;

    private final SampleTruth truth;
    private final Words words;
    private final Dice dice;
    private final Sheet clients =
            new Sheet("client_id", "name", "segment", "industry", "acquired_on", "acquisition_cost", "currency");
    private final Sheet contracts = new Sheet(
            "contract_id",
            "client_id",
            "start",
            "end",
            "monthly_fee",
            "currency",
            "service",
            "indexation",
            "paused_from",
            "paused_until",
            "churn_side",
            "churn_reason",
            "churn_text",
            "expectation");
    private final Sheet invoices = new Sheet("invoice_id", "client_id", "date", "amount", "currency");
    private final Sheet surveys = new Sheet("client_id", "date", "kind", "score", "reason");
    private final Sheet tickets = new Sheet("ticket_id", "client_id", "opened_at", "priority");
    private final Sheet events = new Sheet("ticket_id", "at", "event", "value");
    private final TicketDraw service;
    private int invoiceNumber;

    private SampleAgency(SampleTruth truth, Locale language) {
        this.truth = truth;
        this.words = new Words(language);
        this.dice = new Dice(truth.seed());
        this.service = new TicketDraw(truth);
    }

    /**
     * Draws the agency's files.
     *
     * @param truth what to draw from
     * @param language the language of names and sentences: English or Russian; the numbers do not depend on it
     * @return the text of each file
     */
    public static ImmutableMap<InputFile, String> files(SampleTruth truth, Locale language) {
        return new SampleAgency(truth, language).files();
    }

    private ImmutableMap<InputFile, String> files() {
        for (int number = 0; number < truth.clients(); number++) {
            client(number);
        }
        service.tickets().forEach(tickets::add);
        service.events().forEach(events::add);
        return ImmutableMap.of(
                InputFile.CLIENTS, clients.text(),
                InputFile.CONTRACTS, contracts.text(),
                InputFile.INVOICES, invoices.text(),
                InputFile.SURVEYS, surveys.text(),
                InputFile.TICKETS, tickets.text(),
                InputFile.TICKET_EVENTS, events.text());
    }

    private void client(int number) {
        String id = String.format(Locale.ROOT, "C%03d", number + 1);
        String segmentName = dice.pick(truth.segments().keySet().stream()
                .collect(ImmutableMap.toImmutableMap(
                        name -> name, name -> segment(name).share())));
        SegmentTruth segment = segment(segmentName);
        int start = start(number);
        ImmutableList<String> industries = words.list("industries");
        int cost = segment.acquisitionCost() * THOUSAND;
        clients.add(
                id,
                name(number),
                segmentName,
                industries.get(dice.between(0, industries.size() - 1)),
                day(start),
                dice.between(cost / 2, cost + cost / 2) + ".00",
                "RUB");
        ImmutableList<ContractLine> lines = contracts(id, segment, start);
        lines.forEach(line -> contract(id, line));
        for (int month = start; month < truth.months(); month++) {
            month(id, lines, month);
        }
    }

    private SegmentTruth segment(String name) {
        return Optional.ofNullable(truth.segments().get(name)).orElseThrow();
    }

    /** Some are there from the beginning; the others come evenly after it. */
    private int start(int number) {
        int later = number - truth.opening();
        return later < 0 ? 0 : 1 + later * (truth.months() - 1) / (truth.clients() - truth.opening());
    }

    private String name(int number) {
        ImmutableList<String> first = words.list("first");
        ImmutableList<String> second = words.list("second");
        // eleven steps through twelve words, one more in each round, so that no two names are the same
        return first.get(number % first.size()) + " "
                + second.get((number * 11 + number / second.size()) % second.size());
    }

    private ImmutableList<ContractLine> contracts(String id, SegmentTruth segment, int first) {
        ImmutableList.Builder<ContractLine> all = ImmutableList.builder();
        int start = first;
        for (int number = 1; start < truth.months(); number++) {
            String contract = id + "-" + number;
            ImmutableList<ContractLine> lines =
                    new ContractDraw(dice, truth, segment, words.list("services"), contract, start).lines();
            all.addAll(lines);
            service.contract(id, lines);
            int end = lines.get(lines.size() - 1).end();
            boolean comesBack = end != NEVER && dice.chance(truth.reactivation());
            start = comesBack ? end + dice.between(SOONEST_RETURN, LATEST_RETURN) : NEVER;
        }
        return all.build();
    }

    private void contract(String id, ContractLine line) {
        Optional<Leaving> leaving = line.leaving();
        contracts.add(
                line.contract(),
                id,
                day(line.start()),
                day(line.end()),
                amount(line.fee()),
                "RUB",
                String.join(";", line.services()),
                line.indexed() ? Double.toString(truth.indexation()) : "",
                day(line.pausedFrom()),
                day(line.pausedUntil()),
                leaving.map(why -> word(why.side())).orElse(""),
                leaving.map(why -> word(why.reason())).orElse(""),
                leaving.filter(why -> why.reason() == ChurnReason.OTHER)
                        .map(why -> words.one("other." + word(why.side())))
                        .orElse(""),
                leaving.filter(Leaving::expectationNamed)
                        .map(why -> words.one("expectation." + word(why.reason())))
                        .orElse(""));
    }

    private void month(String id, ImmutableList<ContractLine> lines, int month) {
        Optional<ContractLine> running =
                lines.stream().filter(line -> line.runsIn(month)).findFirst();
        if (running.isEmpty()) {
            return;
        }
        if (!running.get().isPausedIn(month)) {
            invoices.add(
                    "I" + ++invoiceNumber, id, day(month), amount(running.get().fee()), "RUB");
        }
        switch (month % MONTHS_A_QUARTER) {
            case 0 -> survey(id, month, SurveyKind.CSAT, truth.satisfaction());
            case 1 -> survey(id, month, SurveyKind.NPS, truth.recommendation());
            default -> survey(id, month, SurveyKind.CES, truth.ease());
        }
    }

    private void survey(String id, int month, SurveyKind kind, ImmutableMap<Integer, Double> answers) {
        String date = truth.from().plusMonths(month).withDayOfMonth(SURVEY_DAY).toString();
        if (!dice.chance(truth.answered())) {
            surveys.add(id, date, word(kind), "", "");
            return;
        }
        int score = dice.pick(answers);
        boolean hasReason =
                kind == SurveyKind.NPS && score <= HIGHEST_DETRACTOR && dice.chance(truth.detractorReason());
        ImmutableList<String> reasons = words.list("detractor");
        String reason = hasReason ? reasons.get(dice.between(0, reasons.size() - 1)) : "";
        surveys.add(id, date, word(kind), Integer.toString(score), reason);
    }

    /** A date of the data, empty if it lies after them. */
    private String day(int month) {
        return month >= truth.months() ? "" : truth.from().plusMonths(month).toString();
    }

    private static String amount(long kopecks) {
        return BigDecimal.valueOf(kopecks, 2).toPlainString();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** A file that is being written. */
    private static final class Sheet {

        private final StringWriter text = new StringWriter();
        private final CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);

        Sheet(String... header) {
            csv.writeRecord(header);
        }

        void add(String... cells) {
            csv.writeRecord(cells);
        }

        String text() {
            return text.toString();
        }
    }
}
