package dev.tenure;

import com.google.common.reflect.ClassPath;
import dev.tenure.explain.Explanation;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for every public type, so that a reader who has seen one has seen them all. */
enum ApiRule {

    /** Nobody outside can extend it, unless it is a functional interface: there are no more kinds of it than the library knows. */
    IS_CLOSED(ApiRule::isClosed),

    /** It is of one of the kinds that docs/architecture.md lists. */
    IS_OF_A_KNOWN_KIND(ApiRule::isOfKnownKind),

    /** What the annotation processor makes stays hidden, but for the builder. */
    HIDES_THE_IMPLEMENTATION(type -> !type.getSimpleName().startsWith("Immutable")),

    /** A collection's type says that it does not change. */
    RETURNS_IMMUTABLE_COLLECTIONS(type -> methods(type).noneMatch(method -> looksMutable(method.getReturnType()))),

    /** What is absent is an {@code Optional}, an {@code Outcome} or an empty collection. */
    RETURNS_NO_NULL(type ->
            methods(type).noneMatch(method -> method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))),

    /** A signature names no type that its reader cannot see. */
    NAMES_ONLY_PUBLIC_TYPES(type -> methods(type)
            .flatMap(method -> Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes())))
            .allMatch(ApiRule::isVisible)),

    /** A value is made by {@code builder()} and changed by {@code toBuilder()}. */
    VALUE_HAS_BUILDERS(type -> !isValue(type) || (returns(type, "builder", true) && returns(type, "toBuilder", false))),

    /** A result explains itself, or is a row of one that does. */
    RESULT_EXPLAINS(type -> !isResult(type) || explains(type) || isRow(type)),

    /** Values move as what they were computed from; only accumulators, and what they hold, are serialized. */
    VALUE_IS_NOT_SERIALIZABLE(type -> !(isValue(type) || isResult(type)) || !Serializable.class.isAssignableFrom(type)),

    /** A calculator is a final class that never changes; an option gives another calculator. */
    CALCULATOR_IS_IMMUTABLE(type -> !isCalculator(type) || isImmutableCalculator(type)),

    /** An accumulator can be merged, read and moved to another machine. */
    ACCUMULATOR_MERGES(type -> !isAccumulator(type) || isMergeable(type)),

    /** The serial form has a version; records and enums have theirs from the language. */
    SERIALIZABLE_HAS_VERSION(type -> !Serializable.class.isAssignableFrom(type)
            || type.isRecord()
            || type.isEnum()
            || type.isInterface()
            || hasSerialVersion(type));

    private final Predicate<Class<?>> holds;

    ApiRule(Predicate<Class<?>> holds) {
        this.holds = holds;
    }

    boolean holds(Class<?> type) {
        return holds.test(type);
    }

    private static boolean looksMutable(Class<?> type) {
        return Set.of(List.class, Set.class, Map.class, Collection.class).contains(type);
    }

    private static boolean isClosed(Class<?> type) {
        if (type.isInterface()) {
            return type.isSealed() || type.isAnnotation() || isExtensionPoint(type);
        }
        return Modifier.isFinal(type.getModifiers())
                || type.isEnum()
                || type.isSealed()
                || Arrays.stream(type.getDeclaredConstructors()).noneMatch(ApiRule::isVisibleOutside);
    }

    private static boolean isOfKnownKind(Class<?> type) {
        return type.isRecord()
                || type.isEnum()
                || type.isSealed()
                || isBuilder(type)
                || isValue(type)
                || isResult(type)
                || isCalculator(type)
                || isAccumulator(type)
                || isNumberLike(type)
                || isExtensionPoint(type)
                || RuntimeException.class.isAssignableFrom(type);
    }

    /** What users implement themselves is one question and says so. */
    private static boolean isExtensionPoint(Class<?> type) {
        return type.isAnnotationPresent(FunctionalInterface.class);
    }

    private static boolean isBuilder(Class<?> type) {
        return type.getName().endsWith("Builder")
                && find(type.getName().replaceFirst("Builder$", ""))
                        .filter(built -> Modifier.isAbstract(built.getModifiers()))
                        .isPresent();
    }

    private static boolean isValue(Class<?> type) {
        return builderOf(type)
                .filter(builder -> Modifier.isPublic(builder.getModifiers()))
                .isPresent();
    }

    private static boolean isResult(Class<?> type) {
        return builderOf(type)
                .filter(builder -> !Modifier.isPublic(builder.getModifiers()))
                .isPresent();
    }

    private static Optional<Class<?>> builderOf(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers()) && !type.isInterface()
                ? find(type.getName() + "Builder")
                : Optional.empty();
    }

    private static boolean explains(Class<?> type) {
        return methods(type)
                .anyMatch(method -> method.getName().equals("explain")
                        && method.getReturnType().equals(Explanation.class));
    }

    private static boolean isRow(Class<?> type) {
        return neighbours(type)
                .filter(ApiRule::explains)
                .flatMap(ApiRule::methods)
                .anyMatch(method -> method.getGenericReturnType().getTypeName().contains(type.getName()));
    }

    private static Stream<? extends Class<?>> neighbours(Class<?> type) {
        if (type.getDeclaringClass() != null) {
            return Arrays.stream(type.getDeclaringClass().getDeclaredClasses());
        }
        try {
            return ClassPath.from(type.getClassLoader()).getTopLevelClasses(type.getPackageName()).stream()
                    .map(ClassPath.ClassInfo::load);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isCalculator(Class<?> type) {
        return methods(type).anyMatch(method -> isStatic(method) && isGetter(method, "withDefaults"));
    }

    private static boolean isImmutableCalculator(Class<?> type) {
        return Modifier.isFinal(type.getModifiers())
                && returns(type, "withDefaults", true)
                && methods(type)
                        .filter(method -> method.getName().startsWith("with"))
                        .allMatch(method -> method.getReturnType().equals(type))
                && Arrays.stream(type.getDeclaredConstructors()).noneMatch(ApiRule::isVisibleOutside)
                && Arrays.stream(type.getDeclaredFields())
                        .allMatch(field -> Modifier.isFinal(field.getModifiers()) || field.isSynthetic());
    }

    private static boolean isAccumulator(Class<?> type) {
        return type.getSimpleName().endsWith("Accumulator")
                || methods(type).anyMatch(method -> method.getName().equals("result"));
    }

    private static boolean isMergeable(Class<?> type) {
        return Modifier.isFinal(type.getModifiers())
                && Serializable.class.isAssignableFrom(type)
                && Arrays.stream(type.getDeclaredConstructors()).noneMatch(ApiRule::isVisibleOutside)
                && methods(type).anyMatch(method -> method.getName().equals("result"))
                && methods(type).anyMatch(method -> method.getName().startsWith("add"))
                && methods(type)
                        .anyMatch(method -> method.getName().equals("merge")
                                && method.getReturnType().equals(type)
                                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {type}));
    }

    private static boolean isNumberLike(Class<?> type) {
        return Modifier.isFinal(type.getModifiers())
                && Arrays.stream(type.getDeclaredConstructors()).noneMatch(ApiRule::isVisibleOutside)
                && methods(type)
                        .anyMatch(method ->
                                isStatic(method) && method.getReturnType().equals(type));
    }

    private static boolean hasSerialVersion(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals("serialVersionUID"))
                .map(Field::getModifiers)
                .anyMatch(modifiers ->
                        Modifier.isPrivate(modifiers) && Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers));
    }

    private static boolean returns(Class<?> type, String name, boolean isStatic) {
        Class<?> returned = isValue(type) ? builderOf(type).orElseThrow() : type;
        return methods(type)
                .anyMatch(method -> isGetter(method, name)
                        && isStatic(method) == isStatic
                        && method.getReturnType().equals(returned));
    }

    private static boolean isGetter(Method method, String name) {
        return method.getName().equals(name) && method.getParameterCount() == 0;
    }

    private static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> element = type.isArray() ? type.getComponentType() : type;
        return element.isPrimitive() || Modifier.isPublic(element.getModifiers());
    }

    private static boolean isVisibleOutside(Constructor<?> constructor) {
        return (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, ApiRule.class.getClassLoader()));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }
}
