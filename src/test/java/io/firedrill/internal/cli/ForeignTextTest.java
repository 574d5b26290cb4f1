package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Malicious names and texts that contain control sequences and commands. No command prints them
 * unescaped, and they cannot forge a line of output.
 */
class ForeignTextTest {

  private static final String EVIL =
      "x\n::add-mask::y\r\n ::error::z\nFORGED\n##[group]##vso[task.x]\u001b[31m\u0007\u009b"
          + "section_start:1:a\r\u001b[0K\u202e\u2066\u200b\u2028::warning::";

  private static final Pattern OWN_COMMAND = Pattern.compile("::error file=[^\\p{Cntrl}]*");

  @TempDir private Path directory;

  private Cli cli;

  /** The text as YAML. */
  private static String q(String text) {
    return Printable.json(JsonMapper.shared().writeValueAsString(text));
  }

  @BeforeEach
  void files() {
    cli = Cli.in(directory);
    cli.write("rules.yml", rules("100")).write("other/rules.yml", rules("150"));
    cli.write("routes.yml", routes()).write("other/routes.yml", routes());
    String pass = scenario("2m30s", "passes");
    cli.write("pass.yml", pass).write("other/pass.yml", pass);
    cli.write("fail.yml", scenario("3m", "fails"));
    cli.write("data.csv", "time,queue_length\n1772438400,0\n1772438460,200\n1772439000,200\n");
  }

  private static String rules(String threshold) {
    return String.join(
        "\n",
        "groups:",
        "- name: " + q("group" + EVIL),
        "  rules:",
        "  - alert: " + q("Alert" + EVIL),
        "    expr: queue_length > " + threshold,
        "    labels: {team: " + q(EVIL) + "}",
        "    annotations: {summary: " + q(EVIL) + ", description: " + q(EVIL + EVIL) + "}",
        "  - {alert: " + q("Never" + EVIL) + ", expr: absent(queue_length) == 5}",
        "");
  }

  private static String routes() {
    String receiver = q("receiver" + EVIL);
    String other = q("other" + EVIL);
    return String.join(
        "\n",
        "route:",
        "  receiver: " + receiver,
        "  group_by: [alertname]",
        "  group_wait: 30s",
        "  routes:",
        "  - {matchers: [" + q("nothing=\"" + EVIL.replace("\n", "\\n") + "\"") + "],",
        "     receiver: " + other + ", mute_time_intervals: [" + q("interval" + EVIL) + "]}",
        "time_intervals: [{name: "
            + q("interval" + EVIL)
            + ", time_intervals: [{years: ['2020']}]}]",
        "inhibit_rules:",
        "- {source_matchers: [" + q("a=\"" + EVIL.replace("\n", "\\n") + "\"") + "],",
        "   target_matchers: ['b=\"c\"'], equal: [d]}",
        "receivers:",
        "- name: " + receiver,
        "  webhook_configs: [{url: 'http://localhost/'}]",
        "  slack_configs: [{api_url: 'http://localhost/', channel: "
            + q(EVIL)
            + ", text: '{{ .CommonAnnotations.summary }}'}]",
        "- {name: " + other + "}",
        "");
  }

  private static String scenario(String at, String name) {
    String receiver = q("receiver" + EVIL);
    return String.join(
        "\n",
        "rule_files: [rules.yml]",
        "alertmanager_config: routes.yml",
        "strict: false",
        "tests:",
        "- name: " + q(name + EVIL),
        "  start_timestamp: 2026-03-02T08:00:00Z",
        "  input_series: [{series: " + q("queue_length{queue=" + q(EVIL) + "}") + ", steady: 200}]",
        "  run_for: 5m",
        "  external_labels: {cluster: " + q("x\nFORGED") + "}",
        "  actions:",
        "  - {at: 1m, silence: {name: " + q("silence" + EVIL) + ", matchers: ['x=\"y\"'],",
        "     duration: 1m}}",
        "  - {at: 3m, fail_receiver: {receiver: " + receiver + ", status: 503, duration: 1m}}",
        "  alert_state_test:",
        "  - {alertname: "
            + q("Alert" + EVIL)
            + ", from: 0m, to: 5m, state: "
            + (name.equals("fails") ? "inactive" : "firing")
            + "}",
        "  promql_expr_test:",
        "  - {expr: " + q("label_replace(queue_length, \"a\", " + q(EVIL) + ", \"\", \"\")"),
        "     , eval_time: 1m, exp_samples: []}",
        "  alert_rule_test:",
        "  - {eval_time: 1m, alertname: "
            + q("Alert" + EVIL)
            + ", exp_alerts: ["
            + "{exp_labels: {l: "
            + q(EVIL)
            + "}, exp_annotations: {a: "
            + q(EVIL)
            + "}}]}",
        "  notification_test:",
        "  - receiver: " + receiver,
        "    integration: webhook",
        "    exp_notifications:",
        "    - {at: "
            + at
            + ", status: firing, payload: {"
            + q("a." + EVIL)
            + ": "
            + q(EVIL)
            + "}}",
        "");
  }

  private Cli.Run run(String... arguments) {
    String[] all =
        List.of(arguments).stream()
            .map(a -> a.replace("DIR", directory.toString()))
            .toArray(String[]::new);
    Cli.Run run = cli.run(all);
    String what = String.join(" ", arguments);
    assertThat(run.status()).as(what + run.err()).isIn(0, 1, 2);
    assertPlain(what, run.out());
    assertPlain(what, run.err());
    return run;
  }

  private static void assertPlain(String what, String text) {
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t' && !Printable.isVisible(c)))
        .as("what is not visible in the output of %s", what)
        .isEmpty();
    assertThat(text).as(what).doesNotContain("##[", "##vso[");
    for (String line : text.split("\n")) {
      String begin = line.replaceFirst("^[\\s|+~-]+", "");
      assertThat(begin).as("a line of %s", what).doesNotStartWith("FORGED");
      if (begin.startsWith("::")) {
        assertThat(line).as("a command of %s", what).matches(OWN_COMMAND);
      }
    }
  }

  /** The files whose content other programs print or render as Markdown. */
  @AfterEach
  void writesPlainMarkdown() throws IOException {
    for (String name : List.of("test.md", "diff.md", "replay.md", "merge.md")) {
      if (Files.exists(directory.resolve(name))) {
        assertPlain(name, Files.readString(directory.resolve(name)));
      }
    }
  }

  @Test
  void ofTests() {
    for (String form : List.of("github", "gnu")) {
      Cli.Run run =
          run(
              "test",
              "DIR/pass.yml",
              "DIR/fail.yml",
              "--timeline",
              "--coverage",
              "--annotations",
              form,
              "--markdown",
              "DIR/test.md",
              "--json",
              "DIR/test.json",
              "--junit-xml",
              "DIR/test.xml",
              "--record",
              "DIR/record.json",
              "--logs",
              "DIR/logs");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("FAIL  DIR/fail.yml:5  failsx\\n::add-mask::y\\r\\n ");
    }
    run(
        "merge",
        "DIR/record.json",
        "--annotations",
        "github",
        "--markdown",
        "DIR/merge.md",
        "--min-coverage",
        "100");
    run("coverage", "DIR/record.json");
    run("coverage", "DIR/record.json", "--markdown");
    Cli.Run json = run("coverage", "DIR/record.json", "--json");
    assertThat(JsonMapper.shared().readTree(json.out()).toString()).contains("FORGED");
  }

  @Test
  void ofRulesAndRoutes() {
    run("check", "DIR/rules.yml", "DIR/routes.yml");
    run("routes", "DIR/routes.yml", "--scenarios", "DIR/pass.yml");
    run("routes", "DIR/routes.yml", "nothing=" + EVIL);
    Cli.Run json = run("routes", "DIR/routes.yml", "--scenarios", "DIR/pass.yml", "--json");
    assertThat(json.err()).isEmpty();
    assertThat(JsonMapper.shared().readTree(json.out()).get("route").get("receiver").asString())
        .isEqualTo("receiver" + EVIL);
  }

  @Test
  void ofComparisons() {
    Cli.Run run =
        run("diff", "-C", "DIR", "DIR/other", ".", "pass.yml", "--markdown", "DIR/diff.md");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("from ");
  }

  @Test
  void ofReplays() {
    run(
        "replay",
        "DIR/data.csv",
        "--rules",
        "DIR/rules.yml",
        "--alertmanager-config",
        "DIR/routes.yml",
        "--markdown",
        "DIR/replay.md");
  }

  @Test
  void ofMistakes() {
    String evilKey = q(EVIL) + ": 1\n";
    cli.write("bad/key.yml", "tests: []\n" + evilKey);
    cli.write("bad/file.yml", "rule_files: [" + q(EVIL) + "]\ntests: []\n");
    cli.write("bad/expr.yml", rules("100").replace("queue_length >", "queue_length{a=" + q(EVIL)));
    cli.write("bad/rule.yml", "rule_files: [expr.yml]\ntests: [{name: " + q(EVIL) + "}]\n");
    cli.write("bad/receiver.yml", scenario("3m", "x").replace("receiver: \"", "receiver: \"no"));
    for (String name : List.of("key", "file", "expr", "rule", "receiver")) {
      run("test", "DIR/bad/" + name + ".yml");
    }
    run("check", "DIR/bad/expr.yml");
    run("test", "DIR/pass.yml", "--run", EVIL);
    run("test", "DIR/pass.yml", "--" + EVIL);
    run("test", EVIL);
    run("diff", EVIL);
    run("routes", "DIR/routes.yml", EVIL);
  }
}
