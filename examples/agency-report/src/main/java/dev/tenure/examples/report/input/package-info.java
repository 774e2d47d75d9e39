/** An agency's CSV files as columns and values: start with {@link dev.tenure.examples.report.input.BookReader}. */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.report.input;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
