package io.firedrill.internal.inversion;

/**
 * The times that an input is chosen for.
 *
 * @param start the start of the test, in Unix seconds
 * @param step the time between two samples, in seconds
 * @param at the instant whose hour and day count, in Unix seconds
 * @param length the length of the decisive part, in seconds
 * @param begin where it begins, in seconds from the start
 */
record Instants(double start, double step, double at, double length, double begin) {}
