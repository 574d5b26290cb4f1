package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.SentAlerts;
import io.firedrill.internal.explain.Dispatching;
import io.firedrill.internal.explain.ReceivedAlerts;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpForward;
import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.relay.HttpService;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.UncertainFlush;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The relays from Prometheus to the Alertmanagers of a rig, and their requests. */
final class AlertRelays {

  /** Earlier versions flushed a new group at once if any of its alerts was old enough. */
  private static final int FIRST_UNCERTAIN_MINOR = 30;

  private static final Pattern MAJOR_0 = Pattern.compile("0\\.(\\d+).*");

  private final Rig rig;
  private final List<String> targets = new ArrayList<>();
  private final List<HttpService> services = new ArrayList<>();
  private final Map<Server, Dispatching> dispatchings = new LinkedHashMap<>();
  private final Map<Server, ReceivedAlerts> received = new HashMap<>();

  /** Remembers what is sent only where Alertmanager logs why it did not notify: it takes memory. */
  AlertRelays(Rig rig, Relay relay, LogLevel alertmanagerLog, ServerFlags flags, AlertTap tap) {
    this.rig = rig;
    for (Server server : rig.servers()) {
      if (server.kind() == Server.Kind.ALERTMANAGER) {
        int port = rig.clock().openRelay();
        Optional<Dispatching> dispatching =
            isUncertain(rig.version(server)) && !delays(flags)
                ? Optional.of(new Dispatching(rig.clock().now(), forgetting(flags)))
                : Optional.empty();
        Optional<ReceivedAlerts> own =
            alertmanagerLog != LogLevel.INFO ? Optional.of(new ReceivedAlerts()) : Optional.empty();
        HttpForward alertmanager = new HttpForward(rig.address(server).orElseThrow());
        HttpService service = request -> forward(request, alertmanager, own, dispatching);
        services.add(service);
        relay.serveHttp(port, request -> tapped(request, tap, service));
        own.ifPresent(r -> received.put(server, r));
        targets.add("127.0.0.1:" + port);
        dispatching.ifPresent(d -> dispatchings.put(server, d));
      }
    }
  }

  private HttpAnswer tapped(HttpRequest request, AlertTap tap, HttpService service) {
    String sent = request.text();
    String arriving = tap.arriving(rig.clock().now(), sent);
    if (arriving.equals(AlertTap.NOTHING)) {
      return new HttpAnswer.Now(HttpResponse.of(200));
    }
    return service.answer(
        arriving.equals(sent)
            ? request
            : request.withBody(arriving.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends alerts to all Alertmanagers, as a Prometheus would. */
  void send(String alerts) {
    HttpRequest request =
        new HttpRequest(
            "POST",
            "",
            "/api/v2/alerts",
            Map.of("host", "alertmanager", "content-type", "application/json"),
            alerts.getBytes(StandardCharsets.UTF_8));
    for (HttpService service : services) {
      HttpAnswer answer = service.answer(request);
      if (!(answer instanceof HttpAnswer.Now now) || now.response().status() != 200) {
        String said =
            answer instanceof HttpAnswer.Now now
                ? now.response().status() + " " + now.response().text()
                : "nothing";
        throw new DrillException(
            "Alertmanager does not accept recorded alerts, and answers: " + said, "");
      }
    }
  }

  private HttpAnswer forward(
      HttpRequest request,
      HttpForward alertmanager,
      Optional<ReceivedAlerts> own,
      Optional<Dispatching> dispatching) {
    SentAlerts sent = SentAlerts.read(request.text());
    HttpAnswer answer =
        alertmanager.answer(request.withBody(sent.json().getBytes(StandardCharsets.UTF_8)));
    if (answer instanceof HttpAnswer.Now now && now.response().status() == 200) {
      own.ifPresent(r -> r.receive(sent.alerts(), rig.clock().now()));
      dispatching.ifPresent(d -> d.receive(sent.alerts(), rig.clock().now()));
    }
    return answer;
  }

  /** Host and port to which Prometheus sends alerts, for each Alertmanager. */
  List<String> targets() {
    return List.copyOf(targets);
  }

  /** What an Alertmanager was sent, if that was to be remembered. */
  ReceivedAlerts received(Server server) {
    return received.getOrDefault(server, new ReceivedAlerts());
  }

  /** All Alertmanagers have loaded these routes. */
  void load(AlertmanagerConfig config) {
    if (dispatchings.isEmpty()) {
      return;
    }
    try {
      Route root = config.routing(rig.version(Server.ALERTMANAGER)).root();
      dispatchings.values().forEach(d -> d.load(root, rig.clock().now()));
    } catch (InputException e) {
      // Alertmanager understands these routes, but Firedrill does not, so groups are unknown.
      dispatchings.clear();
    }
  }

  /** An Alertmanager loads its routes again. */
  void reload(Server server) {
    Optional.ofNullable(dispatchings.get(server)).ifPresent(d -> d.reload(rig.clock().now()));
  }

  /** A server was started again. */
  void restart(Server server) {
    Optional.ofNullable(received.get(server)).ifPresent(r -> r.restart(rig.clock().now()));
    Optional.ofNullable(dispatchings.get(server)).ifPresent(d -> d.restart(rig.clock().now()));
  }

  /** The groups whose first flush may be at either of two instants. */
  List<UncertainFlush> uncertain(Instant end) {
    return dispatchings.values().stream()
        .flatMap(d -> d.uncertain(end.plusSeconds(1)).stream())
        .distinct()
        .toList();
  }

  private static Duration forgetting(ServerFlags flags) {
    return flags
        .alertmanagerDuration("alerts.gc-interval")
        .filter(interval -> !interval.isZero())
        .orElse(Duration.ofMinutes(30));
  }

  /** Then, groups begin when the delay is over, with all alerts that have come until then. */
  private static boolean delays(ServerFlags flags) {
    return flags.alertmanagerDuration("dispatch.start-delay").filter(d -> !d.isZero()).isPresent();
  }

  private static boolean isUncertain(String version) {
    Matcher minor = MAJOR_0.matcher(version);
    return !minor.matches() || Integer.parseInt(minor.group(1)) >= FIRST_UNCERTAIN_MINOR;
  }
}
