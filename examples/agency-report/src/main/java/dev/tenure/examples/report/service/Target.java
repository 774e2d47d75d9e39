package dev.tenure.examples.report.service;

import dev.tenure.calendar.BusinessCalendar;

/**
 * Within which time something is promised.
 *
 * @param seconds how long it may take
 * @param hours in which hours
 */
record Target(long seconds, BusinessCalendar hours) {}
