package dev.tenure.survival.competing;

/** How the variance of an incidence is estimated. The order carries no meaning. */
public enum IncidenceVariance {
    /**
     * The ends at one time are a multinomial draw from those at risk. With one cause it is Greenwood's formula; where nobody enters
     * late it is the infinitesimal jackknife. Source: J. Beyersmann, A. Allignol and M. Schumacher, <i>Competing Risks and Multistate
     * Models with R</i>, Springer 2012, section 4.1.
     */
    GREENWOOD {
        @Override
        void fill(VarianceTerms terms, double before, double after) {
            double n = terms.atRisk;
            double own = (terms.own + terms.share * terms.unknown) / n;
            double squares = (terms.own + terms.share * terms.share * terms.unknown) / n;
            terms.incidence = before * before * (squares - own * own) / n;
            terms.mixed = before * own / n;
            terms.survival = after == 0 ? 0 : terms.ended / (n * (n - terms.ended));
        }
    },
    /**
     * The ends of a cause and those of all others are independent counts without replacement. A little larger than Greenwood's in small
     * samples; that of the package cmprsk. Source: O. Aalen, "Nonparametric Estimation of Partial Transition Probabilities in Multiple
     * Decrement Models", <i>Annals of Statistics</i> 6 (1978), 534-545.
     */
    AALEN {
        @Override
        void fill(VarianceTerms terms, double before, double after) {
            double spread = terms.share > 0 ? terms.unknown : 0;
            double own = count(terms.own, terms.atRisk);
            double shared = count(spread, terms.atRisk);
            double rest = count(terms.ended - terms.own - spread, terms.atRisk);
            double left = after == 0 ? 0 : before / after;
            terms.incidence = before * before * (own + terms.share * terms.share * shared);
            terms.mixed = before * left * (own + terms.share * shared);
            terms.survival = left * left * (own + shared + rest);
        }
    };

    /** Fills in the three coefficients of one time, given the shares that survive just before and after it. */
    abstract void fill(VarianceTerms terms, double before, double after);

    /** Returns the variance of the share of those at risk that a count drawn without replacement is. */
    private static double count(double ended, double atRisk) {
        double finite = atRisk > 1 ? (atRisk - ended) / (atRisk - 1) : 1;
        return ended * finite / (atRisk * atRisk);
    }
}
