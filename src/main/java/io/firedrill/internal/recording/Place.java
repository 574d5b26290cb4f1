package io.firedrill.internal.recording;

/**
 * A part of a line.
 *
 * @param line the line, from 1
 * @param offset the index of its first character in the line, from 0
 * @param length its number of characters
 */
record Place(int line, int offset, int length) {}
