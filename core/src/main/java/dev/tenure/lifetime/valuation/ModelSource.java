package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ConfidenceLevel;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Where a model comes from, which decides how sure its figures are.
 *
 * @param <M> the type of the model
 */
sealed interface ModelSource<M> {

    /**
     * Nobody gave a model.
     *
     * @param what what it would be a model of
     */
    record Absent<M>(String what) implements ModelSource<M> {

        @Override
        public Outcome<M> model() {
            return Outcome.undefined(Reason.NO_DATA, "no model of " + what + " was given");
        }

        @Override
        public Outcome<Spread> spread(Scale scale, ToDoubleFunction<? super M> figure) {
            return model().map(model -> Spread.NONE);
        }

        @Override
        public Optional<ConfidenceLevel> level() {
            return Optional.empty();
        }
    }

    /** The model is known. */
    record Given<M>(M known) implements ModelSource<M> {

        @Override
        public Outcome<M> model() {
            return Outcome.of(known);
        }

        @Override
        public Outcome<Spread> spread(Scale scale, ToDoubleFunction<? super M> figure) {
            return Outcome.of(Spread.NONE);
        }

        @Override
        public Optional<ConfidenceLevel> level() {
            return Optional.empty();
        }
    }

    /** The model was estimated. */
    record Fitted<M>(ModelFit<? extends M> fit) implements ModelSource<M> {

        @Override
        public Outcome<M> model() {
            return fit.model().map(model -> model);
        }

        @Override
        public Outcome<Spread> spread(Scale scale, ToDoubleFunction<? super M> figure) {
            return fit.model()
                    .map(figure::applyAsDouble)
                    .flatMap(value -> value == 0
                            ? Outcome.of(Spread.NONE)
                            : fit.predict("value", scale, figure).interval().map(limits -> Spread.of(value, limits)));
        }

        @Override
        public Optional<ConfidenceLevel> level() {
            return Optional.of(fit.level());
        }
    }

    Outcome<M> model();

    /** Returns how far a figure of the model may be off. */
    Outcome<Spread> spread(Scale scale, ToDoubleFunction<? super M> figure);

    /** Returns the level of the intervals; empty if there are none. */
    Optional<ConfidenceLevel> level();
}
