/** How fast survival and cohorts are computed, beside a database and a library of statistics. */
@NullMarked
package dev.tenure.examples.benchmarks.retention;

import org.jspecify.annotations.NullMarked;
