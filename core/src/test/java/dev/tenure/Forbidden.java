package dev.tenure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.BaseStream;

/** What the library never does: the same input gives the same figure on every machine, on every day. */
final class Forbidden {

    private static final String CONSTRUCTOR = "<init>";

    /** Every method of the class, its constructors among them. */
    private static final String ANY = "*";

    private static final ImmutableSetMultimap<String, String> CLOCK_READERS =
            ImmutableSetMultimap.<String, String>builder()
                    .putAll("java.lang.System", "currentTimeMillis", "nanoTime")
                    .put("java.time.Clock", ANY)
                    .put("java.time.InstantSource", ANY)
                    .put("java.util.Date", ANY)
                    .put("java.util.Calendar", ANY)
                    .put("java.util.GregorianCalendar", ANY)
                    .put("com.google.common.base.Stopwatch", ANY)
                    .put("com.google.common.base.Ticker", ANY)
                    .build();

    private static final ImmutableSetMultimap<String, String> MACHINE_READERS =
            ImmutableSetMultimap.<String, String>builder()
                    .putAll(
                            "java.lang.System",
                            "in",
                            "out",
                            "err",
                            "getenv",
                            "getProperty",
                            "getProperties",
                            "setProperty",
                            "lineSeparator",
                            "console",
                            "exit",
                            "load",
                            "loadLibrary",
                            "getLogger")
                    .put("java.lang.Boolean", "getBoolean")
                    .put("java.lang.Integer", "getInteger")
                    .put("java.lang.Long", "getLong")
                    .putAll("java.lang.Class", "getResource", "getResourceAsStream")
                    .putAll("java.lang.ClassLoader", "getResource", "getResourceAsStream", "getResources", "resources")
                    .put("java.lang.Throwable", "printStackTrace")
                    .put("java.lang.Runtime", ANY)
                    .put("java.lang.ProcessBuilder", ANY)
                    .put("java.util.Scanner", ANY)
                    .put("java.util.ServiceLoader", ANY)
                    .build();

    /** What serialisation needs; the streams among them cannot be opened without a class that is forbidden. */
    private static final ImmutableSet<String> SERIALISATION = ImmutableSet.of(
            "java.io.Externalizable",
            "java.io.IOException",
            "java.io.InvalidObjectException",
            "java.io.NotSerializableException",
            "java.io.ObjectInput",
            "java.io.ObjectInputStream",
            "java.io.ObjectOutput",
            "java.io.ObjectOutputStream",
            "java.io.ObjectStreamException",
            "java.io.Serial",
            "java.io.Serializable");

    /** Reads what is in memory, for libraries that take nothing else. */
    private static final String TEXT_IN_MEMORY = "java.io.StringReader";

    private static final ImmutableSet<String> OUTSIDE_WORLD =
            ImmutableSet.of("java.net", "java.nio.channels", "java.nio.file", "java.sql", "javax.sql");

    private static final ImmutableSetMultimap<String, String> DEFAULT_READERS =
            ImmutableSetMultimap.<String, String>builder()
                    .putAll("java.util.Locale", "getDefault", "setDefault")
                    .putAll("java.util.TimeZone", "getDefault", "setDefault")
                    .put("java.time.ZoneId", "systemDefault")
                    .put("java.nio.charset.Charset", "defaultCharset")
                    .build();

    /** These take the machine's locale unless they are given one, or symbols made for one. */
    private static final ImmutableSetMultimap<String, String> LOCALE_TAKERS =
            ImmutableSetMultimap.<String, String>builder()
                    .putAll("java.lang.String", "format", "formatted", "toLowerCase", "toUpperCase")
                    .put("java.util.Formatter", CONSTRUCTOR)
                    .putAll("java.util.Currency", "getSymbol", "getDisplayName")
                    .putAll("java.util.Locale", "getDisplayName", "getDisplayCountry", "getDisplayLanguage")
                    .put("java.util.TimeZone", "getDisplayName")
                    .put("java.util.ResourceBundle", "getBundle")
                    .putAll(
                            "java.time.format.DateTimeFormatter",
                            "ofPattern",
                            "ofLocalizedDate",
                            "ofLocalizedDateTime",
                            "ofLocalizedTime",
                            "ofLocalizedPattern")
                    .put("java.time.format.DateTimeFormatterBuilder", "toFormatter")
                    .put("java.text.DecimalFormat", CONSTRUCTOR)
                    .put("java.text.DecimalFormatSymbols", CONSTRUCTOR)
                    .put("java.text.SimpleDateFormat", CONSTRUCTOR)
                    .put("java.text.DateFormatSymbols", CONSTRUCTOR)
                    .putAll("java.text.MessageFormat", CONSTRUCTOR, "format")
                    .put("org.joda.money.CurrencyUnit", "getSymbol")
                    .put("org.joda.money.format.MoneyFormatterBuilder", "toFormatter")
                    .build();

    private static final ImmutableSet<String> LOCALES =
            ImmutableSet.of(Locale.class.getName(), "java.text.DecimalFormatSymbols", "java.text.DateFormatSymbols");

    private static final ImmutableSetMultimap<String, String> THREAD_USERS =
            ImmutableSetMultimap.<String, String>builder()
                    .put("java.lang.Thread", ANY)
                    .put("java.util.Timer", ANY)
                    .put("java.util.concurrent.CompletableFuture", ANY)
                    .put("java.util.concurrent.Executor", ANY)
                    .put("java.util.concurrent.ExecutorService", ANY)
                    .put("java.util.concurrent.Executors", ANY)
                    .put("java.util.concurrent.ForkJoinPool", ANY)
                    .put("java.util.concurrent.ForkJoinTask", ANY)
                    .put("java.util.Collection", "parallelStream")
                    .build();

    private static final ImmutableSetMultimap<String, String> CHANCE = ImmutableSetMultimap.<String, String>builder()
            .put("java.lang.Math", "random")
            .put("java.lang.StrictMath", "random")
            .put("java.lang.System", "identityHashCode")
            .put("java.util.UUID", "randomUUID")
            .put("java.util.concurrent.ThreadLocalRandom", ANY)
            .put("java.security.SecureRandom", ANY)
            .put("java.util.random.RandomGenerator", "getDefault")
            .putAll("java.util.random.RandomGenerator", "of")
            .build();

    /** These are seeded by the clock unless they are given a seed or a source. */
    private static final ImmutableSetMultimap<String, String> SEED_TAKERS = ImmutableSetMultimap.of(
            "java.util.Random", CONSTRUCTOR,
            "java.util.SplittableRandom", CONSTRUCTOR);

    static final ArchRule CLOCK = never("read a clock", Forbidden::readsClock);

    static final ArchRule DEFAULTS_OF_THE_MACHINE =
            never("depend on the machine's locale, zone or charset", Forbidden::takesDefault);

    static final ArchRule INPUT_OR_OUTPUT = noClasses()
            .should()
            .accessTargetWhere(access("do input or output", is(MACHINE_READERS)))
            .orShould()
            .dependOnClassesThat(type("read or write", Forbidden::isOutside));

    static final ArchRule THREADS = noClasses()
            .should()
            .accessTargetWhere(access("start a thread", Forbidden::startsThread))
            .orShould()
            .dependOnClassesThat(
                    type("are threads", type -> THREAD_USERS.get(type.getName()).contains(ANY)));

    static final ArchRule UNSEEDED_CHANCE = never("draw what nobody can draw again", Forbidden::isUnseeded);

    static final ImmutableList<ArchRule> ALL =
            ImmutableList.of(CLOCK, DEFAULTS_OF_THE_MACHINE, INPUT_OR_OUTPUT, THREADS, UNSEEDED_CHANCE);

    private Forbidden() {}

    private static boolean readsClock(AccessTarget target) {
        boolean nowOfJavaTime = target.getOwner().getPackageName().startsWith("java.time")
                && (target.getName().equals("now") || target.getName().equals("dateNow"));
        return nowOfJavaTime || is(CLOCK_READERS).test(target);
    }

    private static boolean takesDefault(AccessTarget target) {
        return is(DEFAULT_READERS).test(target)
                || ((is(LOCALE_TAKERS).test(target) || isTextFactory(target)) && !takesAny(target, LOCALES))
                || takesDefaultCharset(target);
    }

    /** Such as {@code NumberFormat.getPercentInstance()}. */
    private static boolean isTextFactory(AccessTarget target) {
        return target.getOwner().getPackageName().equals("java.text")
                && target.getName().startsWith("get")
                && target.getName().endsWith("Instance");
    }

    private static boolean takesDefaultCharset(AccessTarget target) {
        if (!(target instanceof CodeUnitAccessTarget unit) || !isOwner(target, "java.lang.String")) {
            return false;
        }
        boolean converts = unit.getName().equals("getBytes")
                || (unit.getName().equals(CONSTRUCTOR) && takesAny(target, ImmutableSet.of(byte[].class.getName())));
        return converts && !takesAny(target, ImmutableSet.of("java.nio.charset.Charset", String.class.getName()));
    }

    private static boolean isOutside(JavaClass type) {
        String name = type.getPackageName();
        return (name.equals("java.io")
                        && !SERIALISATION.contains(type.getName())
                        && !type.getName().equals(TEXT_IN_MEMORY))
                || OUTSIDE_WORLD.stream().anyMatch(world -> name.equals(world) || name.startsWith(world + "."));
    }

    private static boolean startsThread(AccessTarget target) {
        return is(THREAD_USERS).test(target)
                || (target.getName().equals("parallel") && target.getOwner().isAssignableTo(BaseStream.class));
    }

    private static boolean isUnseeded(AccessTarget target) {
        boolean seedless = target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
        boolean shuffles =
                isOwner(target, "java.util.Collections") && target.getName().equals("shuffle");
        return is(CHANCE).test(target)
                || (is(SEED_TAKERS).test(target) && seedless)
                || (shuffles && !takesAny(target, ImmutableSet.of("java.util.Random")));
    }

    private static Predicate<AccessTarget> is(ImmutableSetMultimap<String, String> members) {
        return target -> members.entries().stream()
                .anyMatch(member -> isOwner(target, member.getKey())
                        && (member.getValue().equals(ANY) || member.getValue().equals(target.getName())));
    }

    /** A method that is called on a subtype names the subtype as its owner. */
    private static boolean isOwner(AccessTarget target, String name) {
        return target.getOwner().isAssignableTo(name);
    }

    private static boolean takesAny(AccessTarget target, ImmutableSet<String> types) {
        return target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().map(JavaClass::getName).anyMatch(types::contains);
    }

    private static ArchRule never(String what, Predicate<AccessTarget> offence) {
        return noClasses().should().accessTargetWhere(access(what, offence));
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<AccessTarget> offence) {
        return describe(what, access -> offence.test(access.getTarget()));
    }

    private static DescribedPredicate<JavaClass> type(String what, Predicate<JavaClass> offence) {
        return describe(what, offence);
    }
}
