package dev.tenure.lifetime.valuation;

/** How long a client who was won back has been one, for a model by which those who have stayed long leave less. The order carries no meaning. */
public enum SpellTenure {
    /** Since he came back: he begins anew. A retention model that was fitted to single spells has to be used so. */
    CURRENT_SPELL,
    /** Through all spells: he goes on with the renewals that he had before he left. */
    ALL_SPELLS
}
