/** Six figures of retention on Apache Spark: start with {@link dev.tenure.examples.spark.SparkFigures}. */
@NullMarked
@CheckReturnValue
package dev.tenure.examples.spark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
