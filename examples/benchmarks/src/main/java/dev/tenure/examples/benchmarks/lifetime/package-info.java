/** How fast models of what clients will still buy are fitted and asked, beside a search as one writes it from the paper. */
@NullMarked
package dev.tenure.examples.benchmarks.lifetime;

import org.jspecify.annotations.NullMarked;
