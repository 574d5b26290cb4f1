/**
 * Results for machines and for people who were not there. Imports {@code model}, {@code scenario},
 * {@code source} and {@code verdict}.
 */
package io.firedrill.report;
