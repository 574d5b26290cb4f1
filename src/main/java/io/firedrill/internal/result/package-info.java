/**
 * A run's result as plain data, with what reports show and other runs are compared with. It is
 * written to a record file and read again, so that what several machines ran becomes one report.
 */
package io.firedrill.internal.result;
