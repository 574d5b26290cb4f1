package io.firedrill.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON: the stable form for others' programs, and the record with everything. */
public final class ResultJson {

  private static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private ResultJson() {}

  /** What is written: a result and which form it has. */
  @JsonPropertyOrder({"version", "servers", "passed", "files"})
  private record Root(int version, String servers, boolean passed, List<FileResult> files) {
    static Root of(SuiteResult result) {
      return new Root(VERSION, result.servers(), result.passed(), result.files());
    }
  }

  /** The stable result: nothing in it differs from run to run, and times are virtual. */
  public static String stable(SuiteResult result) {
    return record(result.withoutExtras());
  }

  /** Everything, so that reports can be made later, elsewhere, and of several runs together. */
  public static String record(SuiteResult result) {
    return JSON.writeValueAsString(Root.of(result)) + "\n";
  }

  /**
   * Reads what {@link #record} or {@link #stable} made.
   *
   * @throws io.firedrill.source.InputException if the file cannot be read, or is none of these
   */
  public static SuiteResult read(Path file) {
    Root root = new RecordReader(JSON, file).read(Root.class, VERSION);
    return new SuiteResult(root.servers(), root.files());
  }
}
