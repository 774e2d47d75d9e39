package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.tenure.examples.report.input.Problem.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * The current row of a file: the cells of the known columns as characters, read into numbers without an object between.
 *
 * <p>There is one for a file. What is wrong with a cell is noted when the cell is read; the value returned then means nothing,
 * and {@link #isFaulty()} says so.
 */
final class Row extends AbstractBaseCsvCallbackHandler<Row> {

    private static final int UNKNOWN = -1;
    private static final int ABSENT = -1;
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);
    /** A hundred years around the clock. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(3_153_600_000L);

    private static final char UNDECODABLE = '\uFFFD';

    private final InputFile file;
    private final ColumnNames names;
    private final Faults faults;
    private final List<String> header = new ArrayList<>();
    private int[] slots = new int[0];
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private char[] chars = new char[1 << 8];
    private int used;
    private boolean faulty;

    Row(InputFile file, ColumnNames names, Faults faults) {
        this.file = file;
        this.names = names;
        this.faults = faults;
    }

    /** Says which cell of the rows from now on belongs to which known column. */
    void bind(List<String> header, List<? extends Column> columns) {
        List<String> known = columns.stream().map(names::of).toList();
        slots = header.stream().mapToInt(known::indexOf).toArray();
        starts = new int[columns.size()];
        ends = new int[columns.size()];
    }

    /** The first record's cells. */
    ImmutableList<String> header() {
        return ImmutableList.copyOf(header);
    }

    @Override
    protected void handleBegin(long line) {
        used = 0;
        faulty = false;
        Arrays.fill(starts, ABSENT);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (slots.length == 0) {
            header.add(new String(buffer, offset, length).strip());
        } else if (index < slots.length && slots[index] != UNKNOWN) {
            keep(slots[index], buffer, offset, offset + length);
        }
    }

    private void keep(int slot, char[] buffer, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (end > start && isBlank(buffer[end - 1])) {
            end--;
        }
        starts[slot] = used;
        append(buffer, start, end);
        ends[slot] = used;
    }

    private static boolean isBlank(char one) {
        return one == ' ' || one == '\t';
    }

    private void append(char[] buffer, int from, int to) {
        int end = used + to - from;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, 2 * end);
        }
        System.arraycopy(buffer, from, chars, used, to - from);
        used = end;
    }

    @Override
    protected Row buildRecord() {
        return this;
    }

    long line() {
        return getStartingLineNumber();
    }

    int cells() {
        return getFieldCount();
    }

    boolean isFaulty() {
        return faulty;
    }

    /** Whether the file has the column and the row something in it. */
    boolean has(Column column) {
        int slot = column.ordinal();
        return starts[slot] != ABSENT && ends[slot] > starts[slot];
    }

    /** The cell, empty if there is none. */
    String text(Column column) {
        if (!has(column)) {
            return "";
        }
        String text = raw(column);
        if (text.indexOf(UNDECODABLE) >= 0) {
            fault(column, Kind.ENCODING, text);
        }
        return text;
    }

    void requireFilled(Column column) {
        if (!has(column)) {
            fault(column, Kind.EMPTY);
        }
    }

    String requiredText(Column column) {
        requireFilled(column);
        return text(column);
    }

    /** The key of the client whose id is in the cell; the id is new if it was not met before and nothing is wrong with it. */
    int client(Column column, ClientKeys keys) {
        int slot = column.ordinal();
        if (!isFilled(column)) {
            return 0;
        }
        for (int i = starts[slot]; i < ends[slot]; i++) {
            if (chars[i] == UNDECODABLE) {
                fault(column, Kind.ENCODING, raw(column));
                return 0;
            }
        }
        return keys.keyOf(chars, starts[slot], ends[slot]);
    }

    /** The key of an id that was met before, or {@link ClientKeys#NONE}. */
    int known(Column column, ClientKeys keys) {
        return keys.find(chars, starts[column.ordinal()], ends[column.ordinal()]);
    }

    /** The instant in the cell, in seconds since 1970: with an offset of its own, or else in the zone. */
    long epochSecond(Column column, TimeZones zone) {
        if (!isFilled(column)) {
            return 0;
        }
        String text = raw(column);
        Optional<Timestamp> time = Timestamp.parse(text);
        if (time.isEmpty()) {
            fault(column, Kind.TIME, text);
            return 0;
        }
        if (time.get().offset().isEmpty() && !zone.readsLocalTimes()) {
            zoneFault(column, zone, text);
            return 0;
        }
        OptionalLong second = zone.epochSecond(time.get());
        if (second.isEmpty()) {
            fault(column, Kind.SKIPPED_TIME, text);
        }
        return second.orElse(0);
    }

    /** Told once: it is one fault, however many rows there are. */
    private void zoneFault(Column column, TimeZones zone, String text) {
        faulty = true;
        if (zone.isFirstComplaint()) {
            faults.addUnreadable(new Fault(file, line(), names.of(column), Problem.of(Kind.ZONE, text)));
        }
    }

    int epochDay(Column column) {
        if (!isFilled(column)) {
            return 0;
        }
        int day = Dates.epochDay(chars, starts[column.ordinal()], ends[column.ordinal()]);
        if (day == Dates.MALFORMED) {
            fault(column, Kind.DATE, raw(column));
        }
        return day;
    }

    /** The day in the cell; empty if the cell is, or if it holds no date. */
    Optional<LocalDate> date(Column column) {
        if (!has(column)) {
            return Optional.empty();
        }
        int day = epochDay(column);
        return day == Dates.MALFORMED ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    long minorUnits(Column column, CurrencyUnit currency) {
        if (!isFilled(column)) {
            return 0;
        }
        int slot = column.ordinal();
        long minor = Amounts.minorUnits(chars, starts[slot], ends[slot], currency.getDecimalPlaces());
        if (minor == Amounts.MALFORMED) {
            fault(column, Kind.AMOUNT, raw(column));
        } else if (minor == Amounts.TOO_PRECISE) {
            fault(column, Kind.DECIMALS, raw(column), currency.getDecimalPlaces(), currency.getCode());
        } else if (minor == Amounts.TOO_LARGE) {
            fault(column, Kind.TOO_LARGE, raw(column));
        }
        return minor;
    }

    long minorUnitsNotNegative(Column column, CurrencyUnit currency) {
        long minor = minorUnits(column, currency);
        if (has(column) && Amounts.isAmount(minor) && minor < 0) {
            fault(column, Kind.NEGATIVE, raw(column));
        }
        return minor;
    }

    long minorUnitsPositive(Column column, CurrencyUnit currency) {
        long minor = minorUnits(column, currency);
        if (has(column) && Amounts.isAmount(minor) && minor <= 0) {
            fault(column, Kind.NOT_POSITIVE, raw(column));
        }
        return minor;
    }

    /** A number above 0 and, unless it is a factor, at most 1; empty if the cell is. */
    Optional<BigDecimal> fraction(Column column, Kind kind) {
        if (!has(column)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(raw(column));
            if (number.signum() > 0 && (kind == Kind.FACTOR || number.compareTo(BigDecimal.ONE) <= 0)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notOne) {
            // told below, like a number out of range
        }
        fault(column, kind, raw(column));
        return Optional.empty();
    }

    /** A number of hours, more than 0; empty if the cell is, or if it holds none. */
    Optional<Duration> hours(Column column) {
        if (!isFilled(column)) {
            return Optional.empty();
        }
        try {
            BigDecimal seconds = new BigDecimal(raw(column)).multiply(SECONDS_AN_HOUR);
            if (seconds.signum() > 0 && seconds.compareTo(MOST_SECONDS) <= 0) {
                return Optional.of(Duration.ofSeconds(seconds.longValueExact()));
            }
        } catch (ArithmeticException | NumberFormatException notOne) {
            // told below, like a number out of range
        }
        fault(column, Kind.HOURS, raw(column));
        return Optional.empty();
    }

    int wholeNumber(Column column, int least, int most) {
        if (!isFilled(column)) {
            return least;
        }
        int slot = column.ordinal();
        long number = Amounts.minorUnits(chars, starts[slot], ends[slot], 0);
        if (number < least || number > most) {
            fault(column, Kind.WHOLE_NUMBER, raw(column), least, most);
            return least;
        }
        return (int) number;
    }

    /** One of some words, in small letters; empty if the cell is. */
    <E extends Enum<E>> Optional<E> word(Column column, Class<E> words) {
        if (!has(column)) {
            return Optional.empty();
        }
        String word = raw(column);
        Optional<E> found = Arrays.stream(words.getEnumConstants())
                .filter(one -> lowerCase(one).equals(word))
                .findFirst();
        if (found.isEmpty()) {
            fault(column, Kind.WORD, word, all(words));
        }
        return found;
    }

    private static String all(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants()).map(Row::lowerCase).collect(Collectors.joining(", "));
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Sees to it that the cell, if there is something in it, names the report's currency. */
    void checkCurrency(Column column, CurrencyUnit currency) {
        if (!has(column) || isCode(column, currency.getCode())) {
            return;
        }
        boolean known = Currencies.of(raw(column)).isPresent();
        fault(column, known ? Kind.OTHER_CURRENCY : Kind.CURRENCY, raw(column), currency.getCode());
    }

    private boolean isCode(Column column, String code) {
        int slot = column.ordinal();
        return ends[slot] - starts[slot] == code.length()
                && chars[starts[slot]] == code.charAt(0)
                && raw(column).equals(code);
    }

    private boolean isFilled(Column column) {
        requireFilled(column);
        return has(column);
    }

    void fault(Column column, Kind kind, Object... arguments) {
        fault(names.of(column), kind, arguments);
    }

    void fault(String column, Kind kind, Object... arguments) {
        faulty = true;
        faults.add(new Fault(file, line(), column, Problem.of(kind, arguments)));
    }

    private String raw(Column column) {
        int slot = column.ordinal();
        return new String(chars, starts[slot], ends[slot] - starts[slot]);
    }
}
