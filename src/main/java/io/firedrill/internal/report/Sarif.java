package io.firedrill.internal.report;

import io.firedrill.internal.lint.Check;
import io.firedrill.internal.lint.Finding;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What checks found in the format SARIF 2.1.0 of OASIS, which code scanning services read. */
public final class Sarif {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Sarif() {}

  /**
   * The document.
   *
   * @param version Firedrill's version
   * @param checks all checks; findings may have others
   */
  public static String of(String version, List<Check> checks, List<Finding> findings) {
    Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
    checks.forEach(c -> rules.put(c.name(), rule(c.name(), c.about(), c.severity())));
    findings.forEach(
        f -> rules.computeIfAbsent(f.check(), n -> rule(n, n, f.problem().severity())));
    List<String> ids = List.copyOf(rules.keySet());
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Firedrill");
    driver.put("version", version);
    driver.put("rules", List.copyOf(rules.values()));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", findings.stream().map(f -> result(f, ids.indexOf(f.check()))).toList());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private static Map<String, Object> rule(String id, String about, Severity severity) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", id);
    rule.put("shortDescription", Map.of("text", about));
    rule.put("defaultConfiguration", Map.of("level", level(severity)));
    return rule;
  }

  private static Map<String, Object> result(Finding finding, int rule) {
    Problem problem = finding.problem();
    Position position = problem.position();
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", position.line());
    region.put("startColumn", position.column());
    region.put("endColumn", position.column() + problem.length());
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("artifactLocation", artifact(position.file()));
    place.put("region", region);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.check());
    result.put("ruleIndex", rule);
    result.put("level", level(problem.severity()));
    result.put("message", Map.of("text", text(finding)));
    result.put("locations", List.of(Map.of("physicalLocation", place)));
    return result;
  }

  private static String text(Finding finding) {
    Optional<String> hint = finding.problem().hint();
    return finding.message() + hint.map(h -> "\nhint: " + h).orElse("");
  }

  /** A relative path is below the root of the source, wherever that is. */
  private static Map<String, Object> artifact(Path file) {
    if (file.isAbsolute()) {
      return Map.of("uri", file.toUri().toString());
    }
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", relative(file));
    artifact.put("uriBaseId", "%SRCROOT%");
    return artifact;
  }

  private static String relative(Path file) {
    List<String> names = new ArrayList<>();
    StreamSupport.stream(file.normalize().spliterator(), false)
        .map(Path::toString)
        .forEach(names::add);
    // As a path of its own, no name is taken for a scheme.
    String path = "/" + String.join("/", names);
    try {
      return new URI(null, null, path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.toString();
  }
}
