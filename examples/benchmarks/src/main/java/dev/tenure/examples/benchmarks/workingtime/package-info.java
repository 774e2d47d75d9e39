/** How fast working time is counted, beside another library and a loop over days. */
@NullMarked
package dev.tenure.examples.benchmarks.workingtime;

import org.jspecify.annotations.NullMarked;
