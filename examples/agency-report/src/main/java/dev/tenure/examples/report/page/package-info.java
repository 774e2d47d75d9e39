/**
 * The report as a page: a model of what it says, in no language, and {@link dev.tenure.examples.report.page.ReportPage},
 * which makes one self-contained HTML file of it.
 */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.report.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
