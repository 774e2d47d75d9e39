/** An agency that does not exist, with known truths: start with {@link dev.tenure.examples.report.sample.SampleAgency}. */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.report.sample;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
