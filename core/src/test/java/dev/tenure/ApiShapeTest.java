package dev.tenure;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.tenure.explain.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape every public type has, and that each {@link ApiRule} notices a type that lacks it. */
class ApiShapeTest {

    private static final String INTERNAL = "dev.tenure.internal";

    @ParameterizedTest
    @EnumSource
    void publicTypes_haveTheShape(ApiRule rule) {
        assertEquals(
                ImmutableList.of(),
                publicTypes().filter(type -> !rule.holds(type)).collect(toImmutableList()));
    }

    @ParameterizedTest
    @EnumSource
    void goodSamples_passEveryRule(ApiRule rule) {
        assertEquals(
                ImmutableList.of(),
                samples(ApiShapeSamples.Good.class)
                        .filter(type -> !rule.holds(type))
                        .collect(toImmutableList()));
    }

    @ParameterizedTest
    @EnumSource
    void badSamples_areNoticed(ApiRule rule) {
        String group = CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, rule.name());
        ImmutableList<Class<?>> samples = Stream.of(ApiShapeSamples.Bad.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(group))
                .flatMap(ApiShapeTest::samples)
                .filter(type -> !type.getSimpleName().endsWith("Builder") || rule == ApiRule.IS_OF_A_KNOWN_KIND)
                .collect(toImmutableList());

        assertFalse(samples.isEmpty(), "no samples: " + group);
        assertEquals(ImmutableList.of(), samples.stream().filter(rule::holds).collect(toImmutableList()));
    }

    @Test
    void module_exportsExactlyThePackagesThatAreNotInternal() throws IOException {
        ImmutableSet<String> exported = descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(toImmutableSet());
        ImmutableSet<String> packages = ourTypes()
                .map(Class::getPackageName)
                .filter(name -> !name.equals(INTERNAL))
                .collect(toImmutableSet());

        assertEquals(packages, exported);
    }

    @Test
    void module_opensNothing() throws IOException {
        assertTrue(descriptor().opens().isEmpty());
    }

    @Test
    void packages_areNullMarkedAndMindTheirReturnValues() {
        assertEquals(
                ImmutableSet.of(),
                ourTypes()
                        .map(Class::getPackage)
                        .filter(its -> !its.isAnnotationPresent(NullMarked.class)
                                || !its.isAnnotationPresent(CheckReturnValue.class))
                        .map(Package::getName)
                        .collect(toImmutableSet()));
    }

    @Test
    void sources_containNoHandWrittenBuilder() throws IOException {
        // coverage and mutation testing leave out what is called a builder
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertEquals(
                    ImmutableList.of(),
                    sources.filter(path -> path.toString().endsWith("Builder.java"))
                            .collect(toImmutableList()));
        }
    }

    private static Stream<Class<?>> samples(Class<?> group) {
        return Stream.of(group.getDeclaredClasses()).filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    private static Stream<Class<?>> publicTypes() {
        return ourTypes()
                .flatMap(ApiShapeTest::withNested)
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .filter(type -> !type.getPackageName().equals(INTERNAL));
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Stream.of(type.getDeclaredClasses()).flatMap(ApiShapeTest::withNested));
    }

    /** The top-level types of the library, not those of its tests. */
    private static Stream<Class<?>> ourTypes() {
        return classPath().getTopLevelClassesRecursive("dev.tenure").stream()
                .filter(info -> !info.getSimpleName().equals("package-info"))
                .<Class<?>>map(ClassPath.ClassInfo::load)
                .filter(type -> origin(type).equals(origin(Explanation.class)));
    }

    private static ClassPath classPath() {
        try {
            return ClassPath.from(ApiShapeTest.class.getClassLoader());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static URL origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (InputStream stream = new URL(origin(Explanation.class), "module-info.class").openStream()) {
            return ModuleDescriptor.read(stream);
        }
    }
}
