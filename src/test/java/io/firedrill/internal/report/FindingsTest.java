package io.firedrill.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.lint.Check;
import io.firedrill.internal.lint.Finding;
import io.firedrill.internal.lint.Lint;
import io.firedrill.internal.lint.Runbooks;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What checks found, for other programs. */
class FindingsTest {

  private static final List<Check> CHECKS =
      new Lint(new Runbooks(Path.of(""), Map.of())).catalogue();

  private static final List<Finding> FINDINGS =
      List.of(
          finding("alert/name", Severity.INFO, "rules/queue.yml", Optional.of("rename it")),
          finding("alert/own-labels", Severity.ERROR, "a b/ü:1,%.yml", Optional.empty()),
          finding("ignore", Severity.WARNING, "/etc/rules.yml", Optional.empty()));

  private static Finding finding(
      String check, Severity severity, String file, Optional<String> hint) {
    return new Finding(
        check,
        new Problem(
            severity,
            new Position(Path.of(file), 4, 12),
            "something is wrong [" + check + "]",
            "  - alert: x",
            1,
            hint));
  }

  @Test
  void asJson() {
    assertThat(FindingsJson.of(List.of(Path.of("rules/queue.yml")), FINDINGS.subList(0, 1)))
        .isEqualTo(
            """
            {
              "version" : 1,
              "files" : [ "rules/queue.yml" ],
              "findings" : [ {
                "check" : "alert/name",
                "severity" : "info",
                "file" : "rules/queue.yml",
                "line" : 4,
                "column" : 12,
                "length" : 1,
                "message" : "something is wrong",
                "hint" : "rename it"
              } ]
            }
            """);
  }

  /** The properties that the format requires (OASIS, SARIF 2.1.0, 3.13 to 3.30). */
  @Test
  void asSarif() {
    JsonNode root = JsonMapper.shared().readTree(Sarif.of("1.2.3", CHECKS, FINDINGS));

    assertThat(root.path("version").asString()).isEqualTo("2.1.0");
    assertThat(root.path("$schema").asString()).startsWith("https://").contains("sarif-2.1.0");
    assertThat(root.path("runs")).hasSize(1);
    JsonNode run = root.path("runs").path(0);
    JsonNode driver = run.path("tool").path("driver");
    assertThat(driver.path("name").asString()).isEqualTo("Firedrill");
    assertThat(driver.path("version").asString()).isEqualTo("1.2.3");
    assertThat(run.path("columnKind").asString()).isIn("utf16CodeUnits", "unicodeCodePoints");
    JsonNode rules = driver.path("rules");
    assertThat(rules).hasSize(CHECKS.size() + 1);
    assertThat(rules.valueStream().map(rule -> rule.path("id").asString())).doesNotHaveDuplicates();
    for (JsonNode rule : rules) {
      assertThat(rule.path("shortDescription").path("text").asString()).isNotBlank();
      assertThat(rule.path("defaultConfiguration").path("level").asString()).matches(LEVEL);
    }
    assertThat(run.path("results")).hasSize(FINDINGS.size());
    for (JsonNode result : run.path("results")) {
      assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
      assertThat(result.path("level").asString()).matches(LEVEL);
      assertThat(result.path("message").path("text").asString()).startsWith("something is wrong");
      JsonNode place = result.path("locations").path(0).path("physicalLocation");
      JsonNode region = place.path("region");
      assertThat(region.path("startLine").asInt()).isEqualTo(4);
      assertThat(region.path("startColumn").asInt()).isEqualTo(12);
      assertThat(region.path("endColumn").asInt()).isEqualTo(13);
    }
    assertThat(
            run.path("results")
                .valueStream()
                .map(r -> r.path("locations").path(0).path("physicalLocation"))
                .map(place -> place.path("artifactLocation").toString()))
        .containsExactly(
            "{\"uri\":\"rules/queue.yml\",\"uriBaseId\":\"%SRCROOT%\"}",
            "{\"uri\":\"a%20b/%C3%BC:1,%25.yml\",\"uriBaseId\":\"%SRCROOT%\"}",
            "{\"uri\":\"file:///etc/rules.yml\"}");
  }

  private static final Pattern LEVEL = Pattern.compile("none|note|warning|error");

  @Test
  void asAnnotations() {
    assertThat(Annotations.GITHUB.ofFindings(FINDINGS))
        .containsExactly(
            "::error file=a b/ü%3A1%2C%25.yml,line=4,col=12,title=alert/own-labels::something is"
                + " wrong",
            "::warning file=/etc/rules.yml,line=4,col=12,title=ignore::something is wrong",
            "::notice file=rules/queue.yml,line=4,col=12,title=alert/name::something is"
                + " wrong%0Ahint: rename it");
    assertThat(Annotations.GNU.ofFindings(FINDINGS))
        .containsExactly(
            "a b/ü:1,%.yml:4:12: error: alert/own-labels: something is wrong",
            "/etc/rules.yml:4:12: warning: ignore: something is wrong",
            "rules/queue.yml:4:12: note: alert/name: something is wrong");
  }

  @Test
  void everyCheckSaysWhatItDemands() {
    assertThat(CHECKS)
        .allSatisfy(check -> assertThat(check.about()).matches("[A-Z].*[^.]"))
        .extracting(Check::about)
        .doesNotHaveDuplicates();
  }
}
