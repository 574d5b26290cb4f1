package io.firedrill.internal.coverage;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Coverage in JSON. */
public final class CoverageJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CoverageJson() {}

  /**
   * Everything that can be covered, with the tests that cover it; docs/coverage.md describes the
   * format.
   */
  public static String of(Coverage coverage) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", 1);
    root.put("tests", coverage.tests());
    root.put("percent", coverage.share(EnumSet.allOf(CoverageKind.class)).percent());
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (CoverageKind kind : CoverageKind.values()) {
      Share share = coverage.share(EnumSet.of(kind));
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("items", coverage.of(EnumSet.of(kind)).size());
      node.put("states", share.of());
      node.put("covered", share.covered());
      node.put("percent", share.percent());
      kinds.put(kind.word(), node);
    }
    root.put("kinds", kinds);
    root.put("items", coverage.lines().stream().map(CoverageJson::line).toList());
    return JSON.writeValueAsString(root) + "\n";
  }

  private static Map<String, Object> line(CoverageLine line) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", line.item().kind().word());
    node.put("name", line.item().name());
    node.put("labels", line.item().labels());
    node.put("file", line.item().file());
    node.put("line", line.item().line());
    node.put("tests", byWord(line.tests()));
    node.put("missing", line.missing().stream().map(CoverageState::word).toList());
    node.put("exempt", byWord(line.exempt()));
    return node;
  }

  private static <T> Map<String, T> byWord(Map<CoverageState, T> map) {
    return map.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> e.getKey().word(), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }
}
