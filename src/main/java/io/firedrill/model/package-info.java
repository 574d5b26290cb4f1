/**
 * The vocabulary that every other package shares: labels, samples, alerts. Imports nothing of ours.
 */
package io.firedrill.model;
