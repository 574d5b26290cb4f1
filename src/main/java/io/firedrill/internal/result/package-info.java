/**
 * The result of a run as plain data, for reports and comparisons. It can be written to a record
 * file and read again, so that the runs of several machines can be merged into one report.
 */
package io.firedrill.internal.result;
