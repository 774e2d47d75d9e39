package dev.tenure.examples.benchmarks.retention;

/** Numbers between 0 and 1 that look drawn at random, each computed from its place alone, so that every language can make the same. */
final class Uniform {

    private Uniform() {}

    /** Returns the number of a series at an index: the finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014). */
    static double at(int series, int index) {
        long state = series * 0x9E37_79B9_7F4A_7C15L + (index + 1L) * 0xBF58_476D_1CE4_E5B9L;
        state = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        state = (state ^ (state >>> 27)) * 0x94D0_49BB_1331_11EBL;
        state ^= state >>> 31;
        return (state >>> 11) * 0x1p-53;
    }
}
