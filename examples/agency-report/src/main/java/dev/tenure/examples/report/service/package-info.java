/** What was promised, and when the agency works: start with {@link dev.tenure.examples.report.service.ServiceRules}. */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.report.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
