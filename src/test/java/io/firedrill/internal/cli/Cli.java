package io.firedrill.internal.cli;

import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the command line in this JVM, on files in a directory. */
final class Cli {

  static final String RULES =
      """
      groups:
      - name: queue
        rules:
        - alert: QueueFull
          expr: queue_length > 100
          for: 2m
          labels: {team: data}
          annotations: {summary: 'Queue {{ $labels.queue }} has {{ $value }} jobs'}
      """;

  static final String ROUTES =
      """
      route:
        receiver: everybody
        group_by: [alertname]
        group_wait: 30s
        routes:
        - matchers: [team="data"]
          receiver: data-oncall
      receivers:
      - name: everybody
        webhook_configs: [{url: 'http://localhost/everybody'}]
      - name: data-oncall
        webhook_configs: [{url: 'http://localhost/data'}]
      """;

  static final String RULES_TEST =
      """
      rule_files: [rules.yml]
      tests:
      - name: fills up
        input_series:
        - {series: 'queue_length{queue="a"}', values: '200x10'}
        alert_rule_test:
        - eval_time: 5m
          alertname: QueueFull
          exp_alerts:
          - exp_labels: {queue: a, team: data}
            exp_annotations: {summary: Queue a has 200 jobs}
      - name: stays empty
        input_series:
        - {series: 'queue_length{queue="a"}', values: '0x10'}
        alert_rule_test:
        - {eval_time: 5m, alertname: QueueFull, exp_alerts: []}
      """;

  static final String ROUTES_TEST =
      """
      rule_files: [rules.yml]
      alertmanager_config: routes.yml
      tests:
      - name: tells the data team
        input_series:
        - {series: 'queue_length{queue="a"}', steady: 200}
        run_for: 5m
        notification_test:
        - receiver: data-oncall
          exp_notifications:
          - {at: 2m30s, status: firing}
      """;

  /** The result; the directory is shown as {@code DIR}, and the servers as {@code SERVERS}. */
  record Run(int status, String out, String err) {}

  private final Path directory;
  private final Machine.Rigs rigs;
  private Screen screen = Screen.PLAIN;
  private Map<String, String> environment = Map.of();

  private Cli(Path directory, Machine.Rigs rigs) {
    this.directory = directory;
    this.rigs = rigs;
  }

  static Cli in(Path directory) {
    return with(directory, (request, progress) -> new SharedRigs(TestPairs.newest()));
  }

  static Cli with(Path directory, Machine.Rigs rigs) {
    return new Cli(directory, rigs);
  }

  Cli onATerminal() {
    screen = Screen.TERMINAL;
    return this;
  }

  Cli under(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  Cli write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code firedrill test} with these arguments, in which {@code DIR} is the directory. */
  Run test(String... arguments) {
    return command("test", arguments);
  }

  /** Runs any command. */
  Run command(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(name));
    for (String argument : arguments) {
      all.add(argument.replace("DIR", directory.toString()));
    }
    return run(all.toArray(String[]::new));
  }

  Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new Machine(environment, screen, rigs),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments);
    return new Run(status, text(out), text(err));
  }

  private String text(StringWriter writer) {
    return writer
        .toString()
        .replaceFirst("(?m)(?<=^|^read by )Prometheus [0-9.].*, Alertmanager [0-9.].*$", "SERVERS")
        .replace(directory.toString(), "DIR");
  }
}
