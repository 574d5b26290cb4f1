package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.RouteErrors;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks the routing of an alert with a real Alertmanager. */
public final class RouteCheck {

  private RouteCheck() {}

  /**
   * Routes, and how Alertmanager uses them.
   *
   * @param root the root of the routes, as this version of Alertmanager interprets them
   * @param view the state of Alertmanager
   */
  public record Answer(Route root, AlertmanagerView view) {}

  /**
   * Sends an alert to an Alertmanager that has just started.
   *
   * @param flags the flags of the servers
   * @param config the configuration
   * @param file its file
   * @param alert the alert's labels; empty = only load the configuration
   * @return the routes, and the state of Alertmanager afterwards
   * @throws io.firedrill.internal.source.InputException if Alertmanager refuses the configuration
   * @throws AlertmanagerException if it refuses the alert
   * @throws io.firedrill.internal.rig.RigException if no servers can be started
   */
  public static Answer ask(
      RigFactory rigs, ServerFlags flags, AlertmanagerConfig config, Path file, Labels alert) {
    try (Run run = Run.boot(rigs, spec(config, flags))) {
      load(run, file);
      if (!alert.isEmpty()) {
        AlertmanagerApi.at(run.servers().rig().address(Server.ALERTMANAGER).orElseThrow())
            .post(List.of(alert));
        // The API answers before the alert has its group.
        run.servers().rig().clock().advanceTo(run.servers().rig().clock().now());
      }
      Route root = config.routing(run.servers().rig().version(Server.ALERTMANAGER)).root();
      return new Answer(root, run.servers().alertmanagerView().orElseThrow());
    }
  }

  private static void load(Run run, Path file) {
    try {
      run.load();
    } catch (AlertmanagerException e) {
      throw e.status() == 0 ? e : RouteErrors.explain(file, e);
    }
  }

  private static RunSpec spec(AlertmanagerConfig config, ServerFlags flags) {
    return RunSpec.of(
        RunOptions.STANDARD.withFlags(flags),
        new TestedFiles(List.of(), Optional.of(config), List.of()));
  }
}
