/** The smallest application that embeds the library. */
module dev.tenure.examples.embedding {
    requires dev.tenure;
}
