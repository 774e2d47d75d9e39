/** The smallest application that embeds the library: {@link dev.tenure.examples.embedding.Embedding}. */
package dev.tenure.examples.embedding;
