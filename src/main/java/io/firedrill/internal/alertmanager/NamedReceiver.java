package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;

/**
 * A receiver that routes may name.
 *
 * @param name its name
 * @param position where its entry begins in the file
 */
public record NamedReceiver(String name, Position position) {}
