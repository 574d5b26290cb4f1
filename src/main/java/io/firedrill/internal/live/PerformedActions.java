package io.firedrill.internal.live;

import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillActions;
import io.firedrill.drill.Server;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.ReceiverFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Implements the actions of drills by those of scenario files. */
interface PerformedActions extends DrillActions {

  /** Performs an action now, after everything that is due. */
  Drill perform(Action action);

  @Override
  default Drill silence(Duration duration, String... matchers) {
    return silence("", duration, matchers);
  }

  @Override
  default Drill silence(String name, Duration duration, String... matchers) {
    List<LabelMatcher> all =
        Stream.of(matchers).flatMap(text -> MatcherNotation.parse(text).stream()).toList();
    return perform(new Action.Silence(name, all, duration));
  }

  @Override
  default Drill expireSilence(String name) {
    return perform(new Action.ExpireSilence(name));
  }

  @Override
  default Drill failReceiver(String receiver, ReceiverFault fault) {
    return perform(new Action.FailReceiver(receiver, Optional.empty(), fault, Optional.empty()));
  }

  @Override
  default Drill failReceiver(String receiver, ReceiverFault fault, Duration duration) {
    return perform(
        new Action.FailReceiver(receiver, Optional.empty(), fault, Optional.of(duration)));
  }

  @Override
  default Drill restoreReceiver(String receiver) {
    return perform(new Action.RestoreReceiver(receiver));
  }

  @Override
  default Drill stop(Server server) {
    return perform(new Action.Stop(program(server)));
  }

  @Override
  default Drill start(Server server) {
    return perform(new Action.Start(program(server)));
  }

  @Override
  default Drill restart(Server server) {
    return perform(new Action.Restart(program(server)));
  }

  @Override
  default Drill reload(Server server) {
    return perform(new Action.Reload(program(server)));
  }

  @Override
  default Drill loadRules(Path... files) {
    return perform(new Action.Load(List.of(files), Optional.empty()));
  }

  @Override
  default Drill loadAlertmanagerConfig(Path file) {
    return perform(new Action.Load(List.of(), Optional.of(file)));
  }

  private static String program(Server server) {
    return switch (server) {
      case PROMETHEUS -> io.firedrill.internal.rig.Server.PROMETHEUS.program();
      case ALERTMANAGER -> io.firedrill.internal.rig.Server.ALERTMANAGER.program();
    };
  }
}
