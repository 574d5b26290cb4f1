package io.firedrill.internal.recording;

/**
 * A part of a line.
 *
 * @param line the line, from 1
 * @param offset where the part begins in it: an index of characters, from 0
 * @param length how many characters it has
 */
record Place(int line, int offset, int length) {}
