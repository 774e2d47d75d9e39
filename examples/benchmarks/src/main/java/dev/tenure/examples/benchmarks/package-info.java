/** How fast the library is, beside others: {@link dev.tenure.examples.benchmarks.Benchmarks}. */
@NullMarked
package dev.tenure.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
