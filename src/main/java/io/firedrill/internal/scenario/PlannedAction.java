package io.firedrill.internal.scenario;

import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;

/**
 * An action of a test.
 *
 * @param at the virtual time since the start; the action happens after everything that is due then
 * @param action the action
 * @param subject the object of the action, as written, for errors that are found later
 */
public record PlannedAction(Duration at, Action action, YamlScalar subject) {}
