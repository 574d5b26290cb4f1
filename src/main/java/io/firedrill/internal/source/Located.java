package io.firedrill.internal.source;

/**
 * A value and where the user wrote it, for errors that are only found later.
 *
 * @param value the value
 * @param position the position of its first character
 */
public record Located<T>(T value, Position position) {}
