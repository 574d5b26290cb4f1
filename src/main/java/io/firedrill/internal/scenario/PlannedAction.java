package io.firedrill.internal.scenario;

import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;

/**
 * An action of a test.
 *
 * @param at when, in virtual time since the start: after all that is due then
 * @param action what is done
 * @param subject what it is done to, as written, for errors that are only found later
 */
public record PlannedAction(Duration at, Action action, YamlScalar subject) {}
