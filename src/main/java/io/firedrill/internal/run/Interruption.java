package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.clock.Signal;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.Server;
import io.firedrill.model.ServerFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a run ended early.
 *
 * @param summary what happened, without details that differ from run to run, such as ports
 * @param log the end of the server's log, or the empty string
 */
public record Interruption(String summary, String log) {

  /** About as much as the launcher returns of a log. */
  private static final int TAIL = 4096;

  private static final Duration GRACE = Duration.ofSeconds(1);

  public static Interruption of(ServerFailure e, Rig rig) {
    Interruption symptom = symptom(e, rig);
    String failureReason = rig.failureReason();
    List<String> others = rig.clock().interference();
    String summary =
        symptom.summary()
            + (failureReason.isEmpty() ? "" : ": " + failureReason)
            + (others.isEmpty() ? "" : "; interfered with: " + String.join(", ", others));
    return new Interruption(summary, symptom.log());
  }

  private static Interruption symptom(ServerFailure e, Rig rig) {
    if (e instanceof PrometheusException prometheus && prometheus.status() == 0) {
      return silent(Server.PROMETHEUS, rig);
    }
    if (e instanceof AlertmanagerException alertmanager && alertmanager.status() == 0) {
      return silent(Server.ALERTMANAGER, rig);
    }
    return new Interruption(e.getMessage(), e.log());
  }

  /** The launcher knows whether the server has died, possibly slightly later. */
  static Interruption silent(Server server, Rig rig) {
    try {
      Optional<Exit> exit = rig.clock().awaitExit(server.program(), GRACE);
      if (exit.isPresent()) {
        return new Interruption(
            server.program() + " ended during the run: " + exit.get(), tail(server, rig));
      }
      // It runs but does not respond: on this signal, a Go program prints its stacks and exits.
      rig.clock().signal(server.program(), Signal.QUIT);
      rig.clock().awaitExit(server.program(), GRACE);
    } catch (ClockException e) {
      String log = e.log().isEmpty() ? tail(server, rig) : e.log();
      return new Interruption(e.getMessage(), log);
    }
    return new Interruption(server.program() + " does not answer", tail(server, rig));
  }

  private static String tail(Server server, Rig rig) {
    String log = rig.log(server);
    return log.substring(Math.max(0, log.length() - TAIL));
  }
}
