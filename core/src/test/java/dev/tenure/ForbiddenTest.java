package dev.tenure;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that each rule of {@link Forbidden} finds what it forbids, and nothing else. */
class ForbiddenTest {

    @ParameterizedTest
    @MethodSource("offences")
    void offence_isFound(ArchRule rule, Class<?> offence) {
        JavaClasses imported = new ClassFileImporter().importClasses(offence);

        assertTrue(rule.evaluate(imported).hasViolation(), () -> offence.getSimpleName() + " was not found");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void permittedNeighbours_areLeftAlone(ArchRule rule) {
        JavaClasses imported = new ClassFileImporter().importClasses(ForbiddenSamples.Permitted.class);

        assertEquals(
                "", String.join("\n", rule.evaluate(imported).getFailureReport().getDetails()));
    }

    @Test
    void everySample_isChecked() {
        Set<String> samples = Stream.of(ForbiddenSamples.class.getDeclaredClasses())
                .flatMap(group -> Stream.of(group.getDeclaredClasses()))
                .map(Class::getName)
                .collect(toSet());
        Set<String> checked = offences()
                .map(arguments -> ((Class<?>) arguments.get()[1]).getName())
                .collect(toSet());

        assertFalse(samples.isEmpty());
        assertEquals(samples, checked);
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                        offences(Forbidden.CLOCK, ForbiddenSamples.Clocks.class),
                        offences(Forbidden.DEFAULTS_OF_THE_MACHINE, ForbiddenSamples.Defaults.class),
                        offences(Forbidden.INPUT_OR_OUTPUT, ForbiddenSamples.InputOutput.class),
                        offences(Forbidden.THREADS, ForbiddenSamples.Threads.class),
                        offences(Forbidden.UNSEEDED_CHANCE, ForbiddenSamples.Chance.class))
                .flatMap(group -> group);
    }

    static Stream<ArchRule> rules() {
        return Forbidden.ALL.stream();
    }

    private static Stream<Arguments> offences(ArchRule rule, Class<?> group) {
        return Stream.of(group.getDeclaredClasses()).map(offence -> Arguments.of(rule, offence));
    }
}
