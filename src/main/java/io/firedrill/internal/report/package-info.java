/**
 * Results for machines and for people who were not there, made from a {@code result}. Imports
 * {@code model} and {@code verdict} besides.
 */
package io.firedrill.internal.report;
