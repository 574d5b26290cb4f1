package io.firedrill.internal.conformance;

import io.firedrill.internal.conformance.Finding.Status;
import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.http.ApiAnswer;
import io.firedrill.internal.http.ApiBody;
import io.firedrill.internal.http.ApiClient;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.ServerVersions;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs one drill on given servers and checks everything that Firedrill relies on. */
public final class ServerConformance {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int MINUTES = 10;

  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - {record: 'evaluated:at', expr: time()}
        - {alert: A, expr: c > 0, labels: {team: x}}
      """;

  /** The template of the second receiver fails when it is rendered. */
  private static final String ROUTES =
      """
      route:
        receiver: hook
        group_by: [alertname]
        group_wait: 30s
        routes:
        - {receiver: hook, continue: true}
        - {receiver: broken}
      receivers:
      - name: hook
        webhook_configs: [{url: 'http://localhost/'}]
      - name: broken
        pagerduty_configs: [{routing_key: x, description: '{{ .Nothing.Here }}'}]
      """;

  private static final String NO_RULE = "groups: [{name: g, rules: [{record: a, expr: '('}]}]\n";

  private final Run run;
  private final Timeline timeline;
  private final List<Finding> findings = new ArrayList<>();

  private ServerConformance(Run run, Timeline timeline) {
    this.run = run;
    this.timeline = timeline;
  }

  /**
   * Checks the servers of a factory.
   *
   * @return a finding for each thing, in the order of {@link ReliedOnThings#all}
   * @throws RigException if the servers cannot be started at all
   */
  public static List<Finding> check(RigFactory rigs) {
    return check(rigs, ReliedOnThings.all());
  }

  static List<Finding> check(RigFactory rigs, List<ReliedOn> things) {
    try {
      Path directory = TemporaryFiles.directory("firedrill-doctor");
      Path rules = directory.resolve("rules.yml");
      Path routes = directory.resolve("alertmanager.yml");
      try {
        WholeFile.write(rules, RULES);
        WholeFile.write(routes, ROUTES);
        return check(rigs, TestedFiles.read(List.of(rules), Optional.of(routes)), things);
      } finally {
        Files.deleteIfExists(rules);
        Files.deleteIfExists(routes);
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> check(RigFactory rigs, TestedFiles files, List<ReliedOn> things) {
    RunSpec spec = RunSpec.of(RunOptions.STANDARD.withStart(START), files);
    try (Run run = Run.boot(rigs, spec, RigSpec.LogLevel.EVENTS)) {
      run.load();
      run.feed(Labels.of(Labels.METRIC_NAME, "c"), samples());
      run.runTo(START.plus(INTERVAL.multipliedBy(MINUTES)));
      ServerConformance conformance =
          new ServerConformance(run, run.timeline(run.alertHistories()));
      things.forEach(conformance::check);
      return List.copyOf(conformance.findings);
    }
  }

  private static Iterator<Sample> samples() {
    return IntStream.rangeClosed(0, MINUTES)
        .mapToObj(i -> new Sample(START.plus(INTERVAL.multipliedBy(i)), SampleValue.of(1)))
        .iterator();
  }

  private void check(ReliedOn thing) {
    String problem;
    try {
      problem = problem(thing);
    } catch (IOException | RuntimeException e) {
      problem = String.valueOf(e.getMessage());
    }
    Server server =
        thing.server() == Server.Kind.PROMETHEUS ? Server.PROMETHEUS : Server.ALERTMANAGER;
    boolean older =
        !thing.since().isEmpty()
            && !ServerVersions.isAtLeast(run.servers().rig().version(server), thing.since());
    Status missing = older ? Status.OLDER : Status.MISSING;
    findings.add(new Finding(thing, problem.isEmpty() ? Status.OK : missing, problem));
  }

  /** What is wrong, or the empty string. */
  private String problem(ReliedOn thing) throws IOException {
    boolean prometheus = thing.server() == Server.Kind.PROMETHEUS;
    Server server = prometheus ? Server.PROMETHEUS : Server.ALERTMANAGER;
    return switch (thing.kind()) {
      case OPTION -> prometheus ? flag(thing.name()) : option(thing.name());
      case ENDPOINT -> prometheus ? ofPrometheus(thing.name()) : ofAlertmanager(thing.name());
      case LOG -> log(server, thing.name());
      case FILE ->
          run.servers().rig().events(server).filter(e -> !e.isBlank()).isPresent()
              ? ""
              : "no events are recorded";
      case BEHAVIOUR -> behaviour(server, thing.name());
    };
  }

  private String flag(String name) throws IOException {
    ApiAnswer answer = client(Server.PROMETHEUS).get("api/v1/status/flags");
    JsonNode flags = json(answer).path("data");
    return flags.has(name) ? "" : "it has no option --" + name;
  }

  /** Alertmanager does not list its options; it does not start with one that it does not know. */
  private String option(String name) {
    return name.contains("event-recorder")
            && run.servers().rig().events(Server.ALERTMANAGER).isEmpty()
        ? "not set for this version"
        : "";
  }

  private String ofPrometheus(String path) throws IOException {
    ApiClient client = client(Server.PROMETHEUS);
    String time = Long.toString(START.plus(INTERVAL).getEpochSecond());
    ApiAnswer answer =
        switch (path) {
          case "-/reload" -> client.post(path);
          case "api/v1/query" -> client.get(path, "query", "c", "time", time);
          case "api/v1/query_range" ->
              client.get(path, "query", "c", "start", time, "end", time, "step", "60");
          case "api/v1/format_query" -> client.get(path, "query", "a+b");
          // A sample that it stored is a sample that it received.
          case "api/v1/write" -> client.get("api/v1/query", "query", "c", "time", time);
          case "api/v1/targets/relabel_steps" ->
              client.get(path, "scrapePool", "none", "labels", "{}");
          default -> client.get(path);
        };
    if (path.endsWith("relabel_steps")) {
      boolean known = answer.status() != 404 || answer.body().contains("scrape pool");
      return known ? "" : "HTTP " + answer.status();
    }
    if (path.equals("api/v1/write") && json(answer).path("data").path("result").isEmpty()) {
      return "the samples that were sent are not there";
    }
    return failure(answer);
  }

  private String ofAlertmanager(String path) throws IOException {
    ApiClient client = client(Server.ALERTMANAGER);
    return failure(
        switch (path) {
          case "-/reload" -> client.post(path);
          case "api/v2/silences" -> silence(client);
          case "api/v2/silence/{id}" ->
              client.delete("api/v2/silence/" + json(silence(client)).path("silenceID").asString());
          default -> client.get(path);
        });
  }

  private ApiAnswer silence(ApiClient client) throws IOException {
    Instant from = run.now();
    return client.post(
        "api/v2/silences",
        ApiBody.json(
            """
            {"matchers": [{"name": "a", "value": "b", "isRegex": false}], "startsAt": "%s",
             "endsAt": "%s", "createdBy": "doctor", "comment": "none"}"""
                .formatted(from, from.plus(INTERVAL))));
  }

  private static String failure(ApiAnswer answer) {
    return answer.isSuccess()
        ? ""
        : "HTTP " + answer.status() + ": " + ApiAnswer.cut(answer.body().strip(), 200);
  }

  private String log(Server server, String words) throws IOException {
    if (words.equals("loading groups failed")) {
      refuseRules();
    }
    String log = run.servers().rig().log(server);
    if (words.startsWith("Notify") && timeline.failedNotifications().isEmpty()) {
      return "a notification that cannot be rendered is not reported as failed";
    }
    return log.contains(words) ? "" : "its log has no line \"" + words + "\"";
  }

  /** Lets Prometheus read a rule file that it refuses, and its own configuration again. */
  private void refuseRules() throws IOException {
    byte[] own = run.servers().rig().clock().read(Server.PROMETHEUS.configFile());
    write("firedrill-doctor.yml", NO_RULE);
    write(Server.PROMETHEUS.configFile(), "rule_files: [firedrill-doctor.yml]\n");
    client(Server.PROMETHEUS).post("-/reload");
    run.servers().rig().clock().write(Server.PROMETHEUS.configFile(), own);
    client(Server.PROMETHEUS).post("-/reload");
  }

  private void write(String path, String text) {
    run.servers().rig().clock().write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private String behaviour(Server server, String what) throws IOException {
    if (what.startsWith("reads")) {
      run.servers().rig().requireVirtualTime(server);
      return "";
    }
    if (what.startsWith("evaluates")) {
      Instant time = START.plus(INTERVAL.multipliedBy(3));
      ApiAnswer answer =
          client(Server.PROMETHEUS)
              .get("api/v1/query", "query", "evaluated:at", "time", "" + time.getEpochSecond());
      String value = json(answer).at("/data/result/0/value/1").asString("nothing");
      return value.equals("" + time.getEpochSecond())
          ? ""
          : "expected an evaluation at " + time.getEpochSecond() + ", found " + value;
    }
    Instant first = START.plusSeconds(30);
    return timeline.notifications().stream()
            .filter(n -> n.receiver().equals("hook"))
            .anyMatch(n -> n.time().getEpochSecond() == first.getEpochSecond())
        ? ""
        : "expected a notification at " + first;
  }

  private ApiClient client(Server server) {
    return new ApiClient(run.servers().rig().address(server).orElseThrow(), () -> LIMIT);
  }

  private static JsonNode json(ApiAnswer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
