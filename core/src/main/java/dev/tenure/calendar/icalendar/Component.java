package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between a {@code BEGIN} and its {@code END}. */
record Component(String name, List<Property> properties, List<Component> children) {

    Component(String name) {
        this(name, new ArrayList<>(), new ArrayList<>());
    }

    ImmutableList<Property> all(String property) {
        return properties.stream().filter(its -> its.name().equals(property)).collect(ImmutableList.toImmutableList());
    }

    Optional<Property> one(String property) {
        ImmutableList<Property> found = all(property);
        checkArgument(found.size() <= 1, "%s must have at most one %s: %s", name, property, found.size());
        return found.stream().findFirst();
    }

    Property required(String property) {
        return one(property)
                .orElseThrow(() -> new IllegalArgumentException(name + " must have a " + property + ": none"));
    }
}
