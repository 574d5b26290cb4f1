package io.firedrill.report;

import io.firedrill.verdict.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stable machine-readable result. Contains nothing that differs from run to run: times are
 * virtual.
 */
public final class JsonResult {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonResult() {}

  /** The results of a run, grouped by file, as JSON. */
  public static String of(String servers, List<ScenarioResult> results) {
    Map<String, List<ScenarioResult>> byFile =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.file().path().toString(), LinkedHashMap::new, Collectors.toList()));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", 1);
    root.put("servers", servers);
    root.put("passed", results.stream().allMatch(ScenarioResult::passed));
    root.put(
        "files",
        byFile.entrySet().stream()
            .map(
                e ->
                    JsonObjects.of(
                        "path",
                        e.getKey(),
                        "tests",
                        e.getValue().stream().map(JsonTest::of).toList()))
            .toList());
    return JSON.writeValueAsString(root) + "\n";
  }
}
