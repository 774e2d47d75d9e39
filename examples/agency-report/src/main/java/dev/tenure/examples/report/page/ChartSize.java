package dev.tenure.examples.report.page;

/**
 * How much room a chart gets. Its width is that of the page; one that would become illegible on a phone scrolls inside its
 * own frame.
 *
 * @param height the height in CSS pixels
 * @param minimumWidth the width below which it scrolls, in CSS pixels; 0 if it fits any
 */
record ChartSize(int height, int minimumWidth) {

    static ChartSize of(Chart chart) {
        if (chart instanceof Chart.CohortHeatMap cohorts) {
            return new ChartSize(48 + 30 * cohorts.rows().size(), 130 + 26 * cohorts.periods());
        }
        if (chart instanceof Chart.Bars bars) {
            return new ChartSize(44 + 46 * bars.bars().size(), 0);
        }
        if (chart instanceof Chart.Pareto pareto) {
            return new ChartSize(44 + 46 * pareto.causes().size(), 0);
        }
        return new ChartSize(340, 0);
    }

    /** Tells whether the chart may be wider than a phone, whose smallest width is 360 with margins of 20. */
    boolean scrolls() {
        return minimumWidth > 320;
    }
}
