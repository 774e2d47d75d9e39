package dev.tenure;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.explain.Explanation;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types of the right shape, and for each {@link ApiRule} some that break it. */
final class ApiShapeSamples {

    private ApiShapeSamples() {}

    /** Types of the right shape, one of each kind. */
    static final class Good {
        private Good() {}

        public record Id(String value) {}

        public enum Word {
            ONE
        }

        public sealed interface Sum permits Id2 {}

        public record Id2(String value) implements Sum {}

        public abstract static class Value {
            Value() {}

            public final ValueBuilder toBuilder() {
                return builder();
            }

            public static ValueBuilder builder() {
                return new ValueBuilder();
            }
        }

        public static final class ValueBuilder {}

        public abstract static class Result {
            Result() {}

            public abstract Explanation explain();

            public abstract ImmutableList<Row> rows();

            public abstract Optional<String> note();
        }

        static final class ResultBuilder {}

        public abstract static class Row {
            Row() {}

            public abstract long count();
        }

        static final class RowBuilder {}

        public static final class Calculator {
            private final Word word;

            private Calculator(Word word) {
                this.word = word;
            }

            public static Calculator withDefaults() {
                return new Calculator(Word.ONE);
            }

            public Calculator with(Word other) {
                return new Calculator(other);
            }

            public String of(Iterable<String> values) {
                return word + values.toString();
            }
        }

        public static final class SumAccumulator implements Serializable {
            @Serial
            private static final long serialVersionUID = 1;

            private long sum;

            SumAccumulator() {}

            public void add(long value) {
                sum += value;
            }

            @CanIgnoreReturnValue
            public SumAccumulator merge(SumAccumulator other) {
                sum += other.sum;
                return this;
            }

            public long result() {
                return sum;
            }
        }

        public static final class Number implements Serializable {
            @Serial
            private static final long serialVersionUID = 1;

            private Number() {}

            public static Number zero() {
                return new Number();
            }
        }
    }

    /** Types that break the rule they are nested in. */
    static final class Bad {
        private Bad() {}

        static final class IsClosed {
            private IsClosed() {}

            public static class OpenClass {}

            public interface OpenInterface {}

            public abstract static class ProtectedConstructor {
                protected ProtectedConstructor() {}
            }
        }

        static final class IsOfAKnownKind {
            private IsOfAKnownKind() {}

            public static final class Utilities {
                private Utilities() {}

                public static int twice(int value) {
                    return 2 * value;
                }
            }

            public static final class OrphanBuilder {
                private OrphanBuilder() {}
            }

            public abstract static class WithoutBuilder {
                WithoutBuilder() {}
            }
        }

        static final class HidesTheImplementation {
            private HidesTheImplementation() {}

            public record ImmutableThing(String value) {}
        }

        static final class ReturnsImmutableCollections {
            private ReturnsImmutableCollections() {}

            public record Rows(List<String> rows) {}
        }

        static final class ReturnsNoNull {
            private ReturnsNoNull() {}

            public record Maybe(@Nullable String value) {}
        }

        static final class NamesOnlyPublicTypes {
            private NamesOnlyPublicTypes() {}

            record Hidden(String value) {}

            public record Returning(Hidden value) {}

            public record Taking(String value) {
                public boolean isLike(Hidden... others) {
                    return others.length == 0;
                }
            }
        }

        static final class ValueHasBuilders {
            private ValueHasBuilders() {}

            public abstract static class Unbuildable {
                Unbuildable() {}

                public final UnbuildableBuilder toBuilder() {
                    return new UnbuildableBuilder();
                }
            }

            public static final class UnbuildableBuilder {}

            public abstract static class Unchangeable {
                Unchangeable() {}

                public static UnchangeableBuilder builder() {
                    return new UnchangeableBuilder();
                }
            }

            public static final class UnchangeableBuilder {}
        }

        static final class ResultExplains {
            private ResultExplains() {}

            public abstract static class Silent {
                Silent() {}
            }

            static final class SilentBuilder {}

            public abstract static class Stringly {
                Stringly() {}

                public abstract String explain();
            }

            static final class StringlyBuilder {}
        }

        static final class ValueIsNotSerializable {
            private ValueIsNotSerializable() {}

            public abstract static class Moved implements Serializable {
                @Serial
                private static final long serialVersionUID = 1;

                Moved() {}

                public abstract Explanation explain();
            }

            static final class MovedBuilder {}
        }

        static final class CalculatorIsImmutable {
            private CalculatorIsImmutable() {}

            public abstract static class NotFinal {
                NotFinal() {}

                public static NotFinal withDefaults() {
                    throw new IllegalStateException();
                }
            }

            public static final class Changing {
                private int option;

                private Changing() {}

                public static Changing withDefaults() {
                    return new Changing();
                }

                @CanIgnoreReturnValue
                public Changing with(int other) {
                    option += other;
                    return this;
                }
            }

            public static final class Forgetful {
                private Forgetful() {}

                public static Forgetful withDefaults() {
                    return new Forgetful();
                }

                public void withOption(int option) {
                    throw new IllegalArgumentException("option must be known: " + option);
                }
            }

            public static final class Constructible {
                public static Constructible withDefaults() {
                    return new Constructible();
                }
            }
        }

        static final class AccumulatorMerges {
            private AccumulatorMerges() {}

            public static final class StuckAccumulator {
                private StuckAccumulator() {}

                public void add(long value) {
                    throw new ArithmeticException("sum must fit: " + value);
                }

                @CanIgnoreReturnValue
                public StuckAccumulator merge(StuckAccumulator other) {
                    return other;
                }

                public long result() {
                    return 0;
                }
            }

            public static final class LonelyAccumulator implements Serializable {
                @Serial
                private static final long serialVersionUID = 1;

                private LonelyAccumulator() {}

                public void add(long value) {
                    throw new ArithmeticException("sum must fit: " + value);
                }

                public long result() {
                    return 0;
                }
            }
        }

        static final class SerializableHasVersion {
            private SerializableHasVersion() {}

            @SuppressWarnings("serial") // that is what is wrong with it
            public static final class Unversioned implements Serializable {
                private Unversioned() {}

                public static Unversioned zero() {
                    return new Unversioned();
                }
            }
        }
    }
}
