package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Why each row ended: 0 if that is not known, or if it did not end. */
final class Causes {

    static final Causes NONE = new Causes(new int[0], ImmutableList.of());

    private final int[] codes;
    /** The causes from code 1 on; empty if a cause is called by its code in decimal. */
    private final ImmutableList<String> names;

    private Causes(int[] codes, ImmutableList<String> names) {
        this.codes = codes;
        this.names = names;
    }

    static Causes of(int[] codes, boolean[] ended) {
        Objects.requireNonNull(codes, "causes");
        Rule.checkLength("causes", codes.length, ended.length);
        for (int row = 0; row < codes.length; row++) {
            checkArgument(
                    ended[row] || codes[row] == 0, "causes[%s] must be 0 of who has not left: %s", row, codes[row]);
        }
        return new Causes(codes, ImmutableList.of());
    }

    static Causes of(String[] causes, boolean[] ended) {
        Objects.requireNonNull(causes, "causes");
        Rule.checkLength("causes", causes.length, ended.length);
        ImmutableList.Builder<String> names = ImmutableList.builder();
        Map<String, Integer> known = new HashMap<>();
        known.put("", 0);
        int[] codes = new int[causes.length];
        for (int row = 0; row < codes.length; row++) {
            check(causes[row], ended[row], row);
            Integer code = known.putIfAbsent(causes[row], known.size());
            if (code == null) {
                names.add(causes[row]);
            }
            codes[row] = code == null ? known.size() - 1 : code;
        }
        return new Causes(codes, names.build());
    }

    private static void check(String cause, boolean ended, int row) {
        checkArgument(cause != null, "causes[%s] must not be null; of a cause that is not known it is empty", row);
        checkArgument(ended || cause.isEmpty(), "causes[%s] must be empty of who has not left: %s", row, cause);
    }

    /** Returns which rows ended by a cause. */
    boolean[] endedBy(String cause) {
        boolean[] ended = new boolean[codes.length];
        int sought = code(cause);
        for (int row = 0; row < ended.length; row++) {
            ended[row] = codes[row] != 0 && codes[row] == sought;
        }
        return ended;
    }

    /** Returns the code of a cause; 0 if no row ended by it. */
    private int code(String cause) {
        if (!names.isEmpty()) {
            return names.indexOf(cause) + 1;
        }
        for (int code : codes) {
            if (Integer.toString(code).equals(cause)) {
                return code;
            }
        }
        return 0;
    }
}
