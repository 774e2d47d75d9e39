package dev.tenure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape every public type has, so that a reader who has seen one has seen them all. */
class ApiShapeTest {

    private static final ImmutableSet<Class<?>> MUTABLE_LOOKING =
            ImmutableSet.of(List.class, Set.class, Map.class, Collection.class);

    @Test
    void publicTypes_areClosed() throws IOException {
        assertEquals(
                ImmutableList.of(),
                publicTypes().filter(type -> !isClosed(type)).toList());
    }

    @Test
    void generatedImplementations_areHidden() throws IOException {
        assertEquals(
                ImmutableList.of(),
                publicTypes()
                        .filter(type -> type.getSimpleName().startsWith("Immutable"))
                        .toList());
    }

    @Test
    void publicMethods_returnCollectionsThatSayTheyAreImmutable() throws IOException {
        assertEquals(
                ImmutableList.of(),
                publicTypes()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> MUTABLE_LOOKING.contains(method.getReturnType()))
                        .toList());
    }

    private static boolean isClosed(Class<?> type) {
        if (type.isInterface()) {
            return type.isSealed() || type.isAnnotation();
        }
        return Modifier.isFinal(type.getModifiers())
                || type.isEnum()
                || Arrays.stream(type.getDeclaredConstructors()).noneMatch(ApiShapeTest::isVisibleOutside);
    }

    private static boolean isVisibleOutside(Constructor<?> constructor) {
        return (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static Stream<Class<?>> publicTypes() throws IOException {
        return ClassPath.from(ApiShapeTest.class.getClassLoader()).getTopLevelClassesRecursive("dev.tenure").stream()
                .<Class<?>>map(ClassPath.ClassInfo::load)
                .filter(type -> Modifier.isPublic(type.getModifiers()));
    }
}
