package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.capture.AnswerPolicy;
import io.firedrill.internal.capture.CaptureSink;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A real Alertmanager with captured receivers that gets alerts through its API. group_wait is 30 s,
 * and group_interval 5 minutes.
 */
final class ReceiverDrill implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  static final Map<String, String> LABELS =
      Map.of("alertname", "QueueFull", "queue", "<a>; \"b\", c=d!");
  static final Map<String, String> ANNOTATIONS = Map.of("summary", "100 % + \u00e9 & more");

  private final Rig rig;
  private final Receivers receivers;
  private final Path directory;

  private ReceiverDrill(String prometheus, Path directory, AnswerPolicy policy) {
    this.directory = directory;
    Relay relay = new Relay();
    this.rig =
        TestPairs.rigs(prometheus)
            .start(RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, START), relay);
    this.receivers = new Receivers(rig.clock(), relay, policy);
  }

  /**
   * Boots the Alertmanager that comes with a Prometheus, with a receiver named {@code data on-call}
   * for all alerts.
   *
   * @param directory an empty directory for the configuration and files that it names
   * @param receiver the receiver's settings and further sections, as YAML
   */
  static ReceiverDrill start(String prometheus, Path directory, String receiver) {
    return start(prometheus, directory, receiver, AnswerPolicy.AS_USUAL);
  }

  /** Like {@link #start(String, Path, String)}, with answers by a policy. */
  static ReceiverDrill start(
      String prometheus, Path directory, String receiver, AnswerPolicy policy) {
    ReceiverDrill drill = new ReceiverDrill(prometheus, directory, policy);
    try {
      drill.load(
          """
          route: {receiver: data on-call, group_by: [alertname], group_wait: 30s, \
          group_interval: 5m, repeat_interval: 4h}
          receivers:
          - name: data on-call
          """
              + receiver.indent(2).replaceAll("(?m)^  (?=global:|templates:)", ""));
      return drill;
    } catch (RuntimeException e) {
      drill.close();
      throw e;
    }
  }

  /** The message about one alert, if the receiver has one integration. */
  static Message message(String prometheus, Path directory, String receiver) {
    try (ReceiverDrill drill = start(prometheus, directory, receiver)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));
      assertThat(drill.log()).doesNotContain("SECRET", "level=ERROR", "level=error");
      assertThat(drill.attempts()).isEmpty();
      assertThat(drill.notifications()).hasSize(1);
      Notification notification = drill.notifications().get(0);
      assertThat(notification.status()).isEqualTo("firing");
      assertThat(notification.alerts())
          .containsExactly(
              new CapturedAlert("firing", Labels.copyOf(LABELS), ANNOTATIONS, START, null));
      return notification.message().orElseThrow();
    }
  }

  private void load(String yaml) {
    try {
      Path file = Files.writeString(directory.resolve("alertmanager.yml"), yaml);
      receivers.write(
          AlertmanagerConfig.read(file), Server.ALERTMANAGER.configFile(), Optional.empty());
      AlertmanagerApi.at(address()).reload();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI address() {
    return rig.address(Server.ALERTMANAGER).orElseThrow();
  }

  /** Sends an alert that fires from now on, for an hour unless it is sent again. */
  ReceiverDrill fires(Map<String, String> labels, Map<String, String> annotations) {
    Instant now = rig.clock().now();
    return post(labels, annotations, now, now.plus(Duration.ofHours(1)));
  }

  /** Resolves an alert that has fired since the start. */
  ReceiverDrill ends(Map<String, String> labels, Map<String, String> annotations) {
    return post(labels, annotations, START, rig.clock().now());
  }

  private ReceiverDrill post(
      Map<String, String> labels, Map<String, String> annotations, Instant from, Instant to) {
    new AlertPost(labels, annotations, from, to).to(address());
    return this;
  }

  /** Moves the time to an offset from the start. */
  ReceiverDrill until(Duration offset) {
    rig.clock().advanceTo(START.plus(offset));
    return this;
  }

  /** The captured notifications; fails if a request could not be decoded. */
  List<Notification> notifications() {
    CaptureSink sink = receivers.sink();
    if (!sink.problems().isEmpty()) {
      throw new IllegalStateException(sink.problems() + "\n" + rig.log(Server.ALERTMANAGER));
    }
    return sink.notifications();
  }

  /** The attempts that failed. */
  List<Attempted> attempts() {
    return receivers.sink().attempts();
  }

  /** Alertmanager's log. */
  String log() {
    return rig.log(Server.ALERTMANAGER)
        .lines()
        .filter(line -> !line.contains("firedrill_only_checks_this_copy"))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    rig.close();
    receivers.close();
  }
}
