package io.firedrill.internal.scenario;

import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;

/**
 * An action of a test.
 *
 * @param at when, in virtual time since the start: after all that is due then
 * @param action what is done
 * @param subject the object of the action, as written, for errors that are found later
 */
public record PlannedAction(Duration at, Action action, YamlScalar subject) {}
