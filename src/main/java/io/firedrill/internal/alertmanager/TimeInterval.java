package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;

/**
 * A named time interval that routes may refer to.
 *
 * @param name its name
 * @param position where its entry begins in the file
 */
public record TimeInterval(String name, Position position) {}
