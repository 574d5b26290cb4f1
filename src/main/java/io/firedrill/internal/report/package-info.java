/** Results for machines and for people who were not there, made from a {@code result}. */
package io.firedrill.internal.report;
