/** The vocabulary that every other package shares: labels, samples, alerts. */
@NullMarked
package io.firedrill.model;

import org.jspecify.annotations.NullMarked;
