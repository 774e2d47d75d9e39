/** Computes the figures of a report from a book: start with {@link dev.tenure.examples.report.figures.ReportFigures}. */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.report.figures;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
