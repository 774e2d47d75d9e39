package dev.tenure;

import com.google.common.base.Stopwatch;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Calendar;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.Formatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.format.MoneyFormatterBuilder;

/** One small class for each thing the library must not do; nothing calls them. */
@SuppressWarnings({"deprecation", "removal"})
final class ForbiddenSamples {

    private ForbiddenSamples() {}

    /** What looks alike and is allowed. */
    static final class Permitted implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final List<Object> seen = List.of(
                Instant.parse("2025-01-01T00:00:00Z"),
                LocalDate.of(2025, 1, 1).atStartOfDay(ZoneOffset.UTC),
                ZoneId.of("Europe/Moscow"),
                String.format(Locale.ROOT, "%d", 1),
                "A".toLowerCase(Locale.ROOT),
                DateTimeFormatter.ofPattern("uuuu", Locale.ROOT),
                NumberFormat.getInstance(Locale.ROOT),
                new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)),
                "text".getBytes(StandardCharsets.UTF_8),
                new String(new char[] {'a'}),
                new SplittableRandom(1),
                new Random(1),
                IntStream.range(0, 3).sum());

        @Serial
        private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
            stream.defaultReadObject();
            Collections.shuffle(seen, new Random(1));
        }
    }

    /** Readers of a clock. */
    static final class Clocks {
        private Clocks() {}

        record OfInstant(Instant now) {
            OfInstant() {
                this(Instant.now());
            }
        }

        record OfInstantByReference(Supplier<Instant> now) {
            OfInstantByReference() {
                this(Instant::now);
            }
        }

        record OfDate(LocalDate now) {
            OfDate() {
                this(LocalDate.now());
            }
        }

        record OfDateInZone(LocalDate now) {
            OfDateInZone() {
                this(LocalDate.now(ZoneOffset.UTC));
            }
        }

        record OfTime(LocalTime now) {
            OfTime() {
                this(LocalTime.now());
            }
        }

        record OfDateTime(LocalDateTime now) {
            OfDateTime() {
                this(LocalDateTime.now());
            }
        }

        record OfZonedDateTime(ZonedDateTime now) {
            OfZonedDateTime() {
                this(ZonedDateTime.now());
            }
        }

        record OfOffsetDateTime(OffsetDateTime now) {
            OfOffsetDateTime() {
                this(OffsetDateTime.now());
            }
        }

        record OfOffsetTime(OffsetTime now) {
            OfOffsetTime() {
                this(OffsetTime.now());
            }
        }

        record OfYear(Year now) {
            OfYear() {
                this(Year.now());
            }
        }

        record OfYearMonth(YearMonth now) {
            OfYearMonth() {
                this(YearMonth.now());
            }
        }

        record OfMonthDay(MonthDay now) {
            OfMonthDay() {
                this(MonthDay.now());
            }
        }

        record OfChronology(Object now) {
            OfChronology() {
                this(IsoChronology.INSTANCE.dateNow());
            }
        }

        record OfOtherCalendar(Object now) {
            OfOtherCalendar() {
                this(JapaneseDate.now());
            }
        }

        record OfClock(long now) {
            OfClock(Clock clock) {
                this(clock.millis());
            }
        }

        record OfSystem(long now) {
            OfSystem() {
                this(System.currentTimeMillis());
            }
        }

        record OfNanos(long now) {
            OfNanos() {
                this(System.nanoTime());
            }
        }

        record OfOldDate(Date now) {
            OfOldDate() {
                this(new Date());
            }
        }

        record OfOldCalendar(Calendar now) {
            OfOldCalendar() {
                this(Calendar.getInstance(Locale.ROOT));
            }
        }

        record OfGregorianCalendar(Calendar now) {
            OfGregorianCalendar() {
                this(new GregorianCalendar());
            }
        }

        record OfStopwatch(Stopwatch now) {
            OfStopwatch() {
                this(Stopwatch.createStarted());
            }
        }
    }

    /** Readers of the machine's locale, zone or charset. */
    static final class Defaults {
        private Defaults() {}

        record OfLocale(Object value) {
            OfLocale() {
                this(Locale.getDefault());
            }
        }

        record OfLocaleCategory(Object value) {
            OfLocaleCategory() {
                this(Locale.getDefault(Locale.Category.FORMAT));
            }
        }

        record OfZone(Object value) {
            OfZone() {
                this(ZoneId.systemDefault());
            }
        }

        record OfTimeZone(Object value) {
            OfTimeZone() {
                this(TimeZone.getDefault());
            }
        }

        record OfFormat(Object value) {
            OfFormat() {
                this(String.format("%d", 1));
            }
        }

        record OfFormatted(Object value) {
            OfFormatted() {
                this("%d".formatted(1));
            }
        }

        record OfLowerCase(Object value) {
            OfLowerCase() {
                this("A".toLowerCase());
            }
        }

        record OfLowerCaseByReference(UnaryOperator<String> value) {
            OfLowerCaseByReference() {
                this(String::toLowerCase);
            }
        }

        record OfUpperCase(Object value) {
            OfUpperCase() {
                this("a".toUpperCase());
            }
        }

        record OfFormatter(Object value) {
            OfFormatter() {
                this(new Formatter());
            }
        }

        record OfNumberFormat(Object value) {
            OfNumberFormat() {
                this(NumberFormat.getPercentInstance());
            }
        }

        record OfDecimalFormat(Object value) {
            OfDecimalFormat() {
                this(new DecimalFormat("0.0"));
            }
        }

        record OfDecimalFormatSymbols(Object value) {
            OfDecimalFormatSymbols() {
                this(DecimalFormatSymbols.getInstance());
            }
        }

        record OfSimpleDateFormat(Object value) {
            OfSimpleDateFormat() {
                this(new SimpleDateFormat("yyyy"));
            }
        }

        record OfMessageFormat(Object value) {
            OfMessageFormat() {
                this(MessageFormat.format("{0}", 1));
            }
        }

        record OfDateTimeFormatter(Object value) {
            OfDateTimeFormatter() {
                this(DateTimeFormatter.ofPattern("MMM"));
            }
        }

        record OfLocalizedDate(Object value) {
            OfLocalizedDate() {
                this(DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT));
            }
        }

        record OfDateTimeFormatterBuilder(Object value) {
            OfDateTimeFormatterBuilder() {
                this(new DateTimeFormatterBuilder().toFormatter());
            }
        }

        record OfCurrencySymbol(Object value) {
            OfCurrencySymbol() {
                this(Currency.getInstance("EUR").getSymbol());
            }
        }

        record OfLocaleName(Object value) {
            OfLocaleName() {
                this(Locale.ROOT.getDisplayName());
            }
        }

        record OfBundle(Object value) {
            OfBundle() {
                this(ResourceBundle.getBundle("none"));
            }
        }

        record OfMoneyFormatter(Object value) {
            OfMoneyFormatter() {
                this(new MoneyFormatterBuilder().toFormatter());
            }
        }

        record OfMoneySymbol(Object value) {
            OfMoneySymbol() {
                this(CurrencyUnit.EUR.getSymbol());
            }
        }

        record OfCharset(Object value) {
            OfCharset() {
                this(Charset.defaultCharset());
            }
        }

        record OfBytes(Object value) {
            OfBytes() {
                this("a".getBytes());
            }
        }

        record OfDecoding(Object value) {
            OfDecoding() {
                this(new String(new byte[] {65}));
            }
        }
    }

    /** Readers of and writers to the world outside. */
    static final class InputOutput {
        private InputOutput() {}

        record OfFile(File value) {}

        record OfPath(Path value) {}

        record OfStream(Object value) {
            OfStream() {
                this(new ByteArrayOutputStream());
            }
        }

        record OfWriter(Object value) {
            OfWriter() {
                this(new StringWriter());
            }
        }

        record OfPrintStream(PrintStream value) {}

        record OfNet(URI value) {}

        record OfSql(Timestamp value) {}

        record OfScanner(Object value) {
            OfScanner() {
                this(new Scanner("1"));
            }
        }

        record OfOut(int value) {
            OfOut {
                System.out.println(value);
            }
        }

        record OfErr(Object value) {
            OfErr() {
                this((Object) System.err);
            }
        }

        record OfIn(Object value) {
            OfIn() {
                this((Object) System.in);
            }
        }

        record OfEnvironment(Object value) {
            OfEnvironment() {
                this(System.getenv("HOME"));
            }
        }

        record OfProperty(Object value) {
            OfProperty() {
                this(System.getProperty("user.name"));
            }
        }

        record OfBooleanProperty(boolean value) {
            OfBooleanProperty() {
                this(Boolean.getBoolean("debug"));
            }
        }

        record OfIntegerProperty(Object value) {
            OfIntegerProperty() {
                this(Integer.getInteger("size"));
            }
        }

        record OfLineSeparator(String value) {
            OfLineSeparator() {
                this(System.lineSeparator());
            }
        }

        record OfResource(Object value) {
            OfResource() {
                this(ForbiddenSamples.class.getResourceAsStream("none"));
            }
        }

        record OfStackTrace(Exception value) {
            OfStackTrace {
                value.printStackTrace();
            }
        }

        record OfRuntime(int value) {
            OfRuntime() {
                this(Runtime.getRuntime().availableProcessors());
            }
        }
    }

    /** Users of more than the caller's own thread. */
    static final class Threads {
        private Threads() {}

        record OfThread(Object value) {
            OfThread() {
                this(new Thread("worker"));
            }
        }

        record OfExecutors(Object value) {
            OfExecutors() {
                this(Executors.newCachedThreadPool());
            }
        }

        record OfFuture(Object value) {
            OfFuture() {
                this(CompletableFuture.supplyAsync(() -> 1));
            }
        }

        record OfParallelStream(long value) {
            OfParallelStream(List<BigDecimal> list) {
                this(list.parallelStream().count());
            }
        }

        record OfParallel(long value) {
            OfParallel() {
                this(IntStream.range(0, 3).parallel().count());
            }
        }
    }

    /** Drawers of what nobody can draw again. */
    static final class Chance {
        private Chance() {}

        record OfMath(double value) {
            OfMath() {
                this(Math.random());
            }
        }

        record OfRandom(Object value) {
            OfRandom() {
                this(new Random());
            }
        }

        record OfRandomByReference(Supplier<Random> value) {
            OfRandomByReference() {
                this(Random::new);
            }
        }

        record OfSplittableRandom(Object value) {
            OfSplittableRandom() {
                this(new SplittableRandom());
            }
        }

        record OfSecureRandom(Object value) {
            OfSecureRandom() {
                this(new SecureRandom());
            }
        }

        record OfThreadLocalRandom(int value) {
            OfThreadLocalRandom() {
                this(ThreadLocalRandom.current().nextInt());
            }
        }

        record OfGenerator(Object value) {
            OfGenerator() {
                this(RandomGenerator.getDefault());
            }
        }

        record OfUuid(UUID value) {
            OfUuid() {
                this(UUID.randomUUID());
            }
        }

        record OfShuffle(List<Integer> value) {
            OfShuffle {
                Collections.shuffle(value);
            }
        }

        record OfIdentity(int value) {
            OfIdentity(Object object) {
                this(System.identityHashCode(object));
            }
        }
    }
}
