package dev.tenure.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Var;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;

/** Style of a value a caller fills in: public {@code XBuilder}, private implementation. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = ImplementationVisibility.PRIVATE,
        builderVisibility = BuilderVisibility.PUBLIC,
        depluralize = true,
        depluralizeDictionary = "person:people",
        defaults = @Value.Immutable(copy = false),
        // keeps CLASS-retained annotations of Immutables away from users who compile with -Xlint:all -Werror
        allowedClasspathAnnotations = {Generated.class, CanIgnoreReturnValue.class, Var.class})
public @interface ValueStyle {}
