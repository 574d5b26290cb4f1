package io.firedrill.internal.run;

import io.firedrill.internal.rig.Server;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.PlannedAction;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.verdict.UncertainFlush;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Warns of groups whose first flush may be at either of two instants, at the action that causes it.
 */
public final class FlushWarnings {

  private FlushWarnings() {}

  public static List<Problem> of(Scenario scenario, List<UncertainFlush> uncertain) {
    return uncertain.stream().map(flush -> warning(scenario, flush)).toList();
  }

  /** Warnings of a run without a scenario: at the routes, which define the groups. */
  public static List<Problem> of(Path routes, Instant start, List<UncertainFlush> uncertain) {
    Position position = new Position(routes, 1, 1);
    return uncertain.stream()
        .map(flush -> text(flush, start))
        .map(text -> new Problem(Severity.WARNING, position, text, "", 1, Optional.empty()))
        .toList();
  }

  private static String text(UncertainFlush flush, Instant start) {
    return "Alertmanager first flushes %s: it gets alerts older and younger than group_wait at the same time, and the first one decides"
        .formatted(flush.text(start));
  }

  private static Problem warning(Scenario scenario, UncertainFlush flush) {
    String message = text(flush, scenario.start());
    return flush
        .cause()
        .flatMap(time -> action(scenario, time))
        .map(action -> action.subject().warning(message))
        .orElseGet(
            () ->
                new Problem(
                    Severity.WARNING, scenario.position(), message, "", 1, Optional.empty()));
  }

  /** The last action at that time that discards Alertmanager's groups. */
  private static Optional<PlannedAction> action(Scenario scenario, Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    return scenario.actions().stream()
        .filter(a -> endsGroups(a.action()))
        .filter(a -> !scenario.start().plus(a.at()).isAfter(second))
        .reduce((a, b) -> a.at().compareTo(b.at()) > 0 ? a : b);
  }

  private static boolean endsGroups(Action action) {
    String alertmanager = Server.ALERTMANAGER.program();
    return action instanceof Action.Load load && load.alertmanagerConfig().isPresent()
        || action instanceof Action.Restart restart && restart.server().startsWith(alertmanager)
        || action instanceof Action.Start start && start.server().startsWith(alertmanager)
        || action instanceof Action.Reload reload && reload.server().startsWith(alertmanager);
  }
}
