package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.util.Objects;
import org.immutables.value.Value;

/** The survival curves of several groups, such as segments of clients. Made by {@link KaplanMeier}. */
@ResultStyle
@Value.Immutable
public abstract class SurvivalCurves {

    SurvivalCurves() {}

    /**
     * Returns the curves.
     *
     * @return the curve of each group by its name, in the order in which the groups were given
     */
    public abstract ImmutableMap<String, SurvivalCurve> curves();

    /**
     * Returns the curve of a group.
     *
     * @param group the name of the group
     * @return the curve; without steps if the group has no observations
     * @throws IllegalArgumentException if there is no such group
     */
    public final SurvivalCurve of(String group) {
        SurvivalCurve curve = curves().get(Objects.requireNonNull(group, "group"));
        checkArgument(curve != null, "group must be one of %s: %s", curves().keySet(), group);
        return curve;
    }

    /**
     * Explains the curves.
     *
     * @return a part for each group, of its name
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("survival curves")
                .formula("a curve for each group")
                .value(new Quantity.Term(curves().size() + " groups"))
                .addAllParts(curves().entrySet().stream()
                        .map(group -> group.getValue().explain().toBuilder()
                                .name(group.getKey())
                                .build())
                        .collect(toImmutableList()))
                .build();
    }
}
