/**
 * Inverts rules: finds input series for which an expression returns something, or just does not.
 * {@link io.firedrill.internal.inversion.InputPlans} is the entry; the result is a proposal that
 * only a server can confirm.
 */
package io.firedrill.internal.inversion;
