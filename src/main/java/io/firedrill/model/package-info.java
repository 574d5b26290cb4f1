/** The vocabulary that every other package shares: labels, samples, alerts. */
package io.firedrill.model;
