package io.firedrill.internal.source;

/**
 * A value with its position, for errors that are found later.
 *
 * @param value the value
 * @param position the position of its first character
 */
public record Located<T>(T value, Position position) {}
