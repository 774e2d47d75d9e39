/** The command line of the agency report: start with {@link dev.tenure.examples.report.AgencyReport}. */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
