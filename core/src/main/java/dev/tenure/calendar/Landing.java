package dev.tenure.calendar;

/** Where a step that ends exactly on the edge of working time lands: both answers have the same working time behind them. */
public enum Landing {
    /**
     * On the near edge: a step forward ends with the working day ("Friday 17:00"), a step back begins with it. The convention
     * of deadlines. A step of zero stays where it is, even in closed time.
     */
    STAY,
    /**
     * On the far edge: a step forward rolls to the next opening ("Monday 09:00"), a step back to the closing before. The
     * convention of planning: the instant at which work can go on.
     */
    ROLL
}
