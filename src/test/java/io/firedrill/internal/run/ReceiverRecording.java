package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.RedirectedConfig;
import io.firedrill.internal.capture.AnswerPolicy;
import io.firedrill.internal.capture.CaptureSink;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.receiver.RecordedRequest;
import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records the requests of a real Alertmanager about a group: at 30 s an alert fires; at 5 m 30 s it
 * is resolved and another one fires; at 10 m 30 s that is resolved, too.
 */
final class ReceiverRecording {

  private static final String ROUTE =
      """
      route:
        receiver: none
        group_by: [alertname]
        group_wait: 30s
        group_interval: 5m
        repeat_interval: 4h
        routes:
      """;

  private static final Map<String, String> ANNOTATIONS = Map.of("summary", "100 % + \u00e9 & more");
  private static final Map<String, String> FIRST =
      Map.of("alertname", "QueueFull", "queue", "<a>; \"b\", c=d!");
  private static final Map<String, String> SECOND =
      Map.of("alertname", "QueueFull", "queue", "<a>; \"b\", c=d!", "zone", "z");

  /** The kind of a request, after which its receiver is named. */
  private static final Pattern ENDPOINT =
      Pattern.compile("(?:/|%2F)(\\w+)(?:/|%2F)\\1(?:/|%2F)(\\d+)(/companion)?");

  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final RecordedMails mails = new RecordedMails();

  /**
   * Records the requests of the Alertmanager that belongs to a Prometheus.
   *
   * @param directory an empty directory
   * @param integrations those of each receiver, as YAML
   * @return recordings by receiver
   */
  static SortedMap<String, String> of(
      String prometheus, Path directory, Map<String, String> integrations) {
    Relay relay = new Relay();
    ReceiverRecording recording = new ReceiverRecording();
    try (relay;
        Rig rig =
            TestPairs.rigs(prometheus)
                .start(
                    RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, RecordedRequest.START),
                    relay)) {
      CaptureSink sink = recording.serve(rig.clock(), relay, config(directory, integrations));
      run(rig);
      assertThat(sink.problems()).as(rig.log(Server.ALERTMANAGER)).isEmpty();
      assertThat(sink.attempts()).as(rig.log(Server.ALERTMANAGER)).isEmpty();
      assertThat(rig.log(Server.ALERTMANAGER))
          .doesNotContain("SECRET", "level=ERROR", "level=error", "level=WARN", "level=warn ");
    }
    return recording.byReceiver();
  }

  private static AlertmanagerConfig config(Path directory, Map<String, String> integrations) {
    StringBuilder routes = new StringBuilder(ROUTE);
    StringBuilder receivers = new StringBuilder("receivers:\n- name: none\n");
    integrations.forEach(
        (name, yaml) -> {
          routes.append("  - {receiver: %s, continue: true}\n".formatted(name));
          receivers.append("- name: %s\n".formatted(name)).append(yaml.indent(2));
        });
    try {
      Path file = directory.resolve("alertmanager.yml");
      return AlertmanagerConfig.read(Files.writeString(file, routes.append(receivers)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CaptureSink serve(VirtualClock clock, Relay relay, AlertmanagerConfig config) {
    CaptureSink sink = new CaptureSink(clock::now, AnswerPolicy.AS_USUAL);
    SinkPorts ports = new SinkPorts(clock.openRelay(), clock.openRelay(), clock.openRelay());
    relay.serveHttp(ports.http(), request -> answer(request, clock.now(), sink));
    relay.serveHttpsProxy(ports.proxy(), request -> answer(request, clock.now(), sink));
    relay.serve(ports.smtp(), client -> mails.serve(client, clock::now, sink::serveMail));
    RedirectedConfig redirected = config.redirectedTo(ports);
    redirected.files().forEach((path, text) -> write(clock, path, text));
    write(clock, Server.ALERTMANAGER.configFile(), redirected.text());
    return sink;
  }

  private HttpAnswer answer(HttpRequest request, Instant now, CaptureSink sink) {
    requests.add(RecordedRequest.of(request, now));
    return sink.answer(request);
  }

  private static void write(VirtualClock clock, String path, String text) {
    clock.write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void run(Rig rig) {
    URI alertmanager = rig.address(Server.ALERTMANAGER).orElseThrow();
    AlertmanagerApi.at(alertmanager).reload();
    Instant start = RecordedRequest.START;
    Instant change = start.plus(Duration.ofMinutes(1));
    Instant end = start.plus(Duration.ofMinutes(6));
    post(alertmanager, FIRST, start, start.plus(Duration.ofHours(1)));
    rig.clock().advanceTo(change);
    post(alertmanager, FIRST, start, change);
    post(alertmanager, SECOND, change, change.plus(Duration.ofHours(1)));
    rig.clock().advanceTo(end);
    post(alertmanager, SECOND, change, end);
    rig.clock().advanceTo(start.plus(Duration.ofMinutes(11)));
  }

  private static void post(
      URI alertmanager, Map<String, String> labels, Instant startsAt, Instant endsAt) {
    new AlertPost(labels, ANNOTATIONS, startsAt, endsAt).to(alertmanager);
  }

  /** Sorted by integration, because they send at the same instants; companions first. */
  private SortedMap<String, String> byReceiver() {
    record Sent(RecordedRequest request, Matcher endpoint) {
      int index() {
        return Integer.parseInt(endpoint.group(2));
      }

      boolean isMessage() {
        return endpoint.group(3) == null;
      }
    }
    List<RecordedRequest> all = new ArrayList<>(requests);
    all.addAll(mails.requests());
    SortedMap<String, List<Sent>> sent = new TreeMap<>();
    for (RecordedRequest request : all) {
      Matcher endpoint = ENDPOINT.matcher(request.text());
      assertThat(endpoint.find()).as(request.text()).isTrue();
      sent.computeIfAbsent(endpoint.group(1), any -> new ArrayList<>())
          .add(new Sent(request, endpoint));
    }
    SortedMap<String, String> recordings = new TreeMap<>();
    sent.forEach(
        (receiver, own) -> {
          own.sort(
              Comparator.comparing(Sent::index)
                  .thenComparing(s -> s.request().offset())
                  .thenComparing(Sent::isMessage));
          recordings.put(receiver, RecordedRequest.write(own.stream().map(Sent::request).toList()));
        });
    return recordings;
  }
}
