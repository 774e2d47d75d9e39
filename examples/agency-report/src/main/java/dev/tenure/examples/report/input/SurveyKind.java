package dev.tenure.examples.report.input;

/** What a survey asked. */
public enum SurveyKind {
    /** Would you recommend us? From 0 to 10. */
    NPS(0, 10),
    /** How satisfied are you? From 1 to 5, if the row gives no other scale. */
    CSAT(1, 5),
    /** How easy did we make it? From 1 to 7, if the row gives no other scale. */
    CES(1, 7);

    private final int least;
    private final int most;

    SurveyKind(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Returns the worst answer.
     *
     * @return 0 or 1
     */
    public int least() {
        return least;
    }

    /**
     * Returns the best answer on the usual scale.
     *
     * @return 10, 5 or 7
     */
    public int most() {
        return most;
    }
}
