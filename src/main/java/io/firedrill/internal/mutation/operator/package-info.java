/**
 * Small changes of rules, routes and scrape jobs, as people make them by mistake, one class each.
 */
package io.firedrill.internal.mutation.operator;
