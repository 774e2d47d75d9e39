/** How fast working time is counted, beside another library and a loop over days: {@link dev.tenure.examples.benchmarks.Benchmarks}. */
@NullMarked
package dev.tenure.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
