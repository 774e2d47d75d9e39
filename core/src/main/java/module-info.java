/** Client-retention maths for agencies: immutable value types and calculators over them. */
module dev.tenure {
    requires transitive com.google.common;
    requires transitive org.joda.money;
    requires org.apache.commons.numbers.fraction;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;

    // each for the one package that adapts it; whoever uses the package requires it
    requires static de.focus_shift.jollyday.core;
    requires static ical4j.core;

    // annotations only; nothing of them is needed at run time
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.tenure.calendar;
    exports dev.tenure.calendar.icalendar;
    exports dev.tenure.calendar.jollyday;
    exports dev.tenure.calendar.russia;
    exports dev.tenure.client;
    exports dev.tenure.contract;
    exports dev.tenure.explain;
    exports dev.tenure.lifetime;
    exports dev.tenure.lifetime.contractual;
    exports dev.tenure.lifetime.discrete;
    exports dev.tenure.lifetime.estimation;
    exports dev.tenure.lifetime.noncontractual;
    exports dev.tenure.lifetime.spend;
    exports dev.tenure.lifetime.valuation;
    exports dev.tenure.money;
    exports dev.tenure.reconciliation;
    exports dev.tenure.revenue;
    exports dev.tenure.retention;
    exports dev.tenure.retention.cohort;
    exports dev.tenure.retention.projection;
    exports dev.tenure.sla;
    exports dev.tenure.sla.performance;
    exports dev.tenure.sla.terms;
    exports dev.tenure.stat;
    exports dev.tenure.survival;
    exports dev.tenure.survival.competing;
    exports dev.tenure.survival.comparison;
    exports dev.tenure.survival.regression;
    exports dev.tenure.survival.prediction;
    exports dev.tenure.survival.parametric;
    exports dev.tenure.voice;
}
