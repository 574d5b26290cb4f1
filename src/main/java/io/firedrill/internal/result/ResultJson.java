package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;

/** Results as JSON: the stable form for other programs, and the record with all data. */
public final class ResultJson {

  private static final int VERSION = 1;

  private ResultJson() {}

  /** The root object: the format version and the result. */
  @JsonPropertyOrder({"version", "servers", "passed", "files"})
  private record Root(int version, String servers, boolean passed, List<FileResult> files) {
    static Root of(SuiteResult result) {
      return new Root(VERSION, result.servers(), result.passed(), result.files());
    }
  }

  /** The stable result, which is the same in every run; times are virtual. */
  public static String stable(SuiteResult result) {
    return record(result.withoutExtras());
  }

  /** All data, so that reports can be made later, elsewhere, and from several runs. */
  public static String record(SuiteResult result) {
    return JsonForm.write(Root.of(result));
  }

  /**
   * Reads the output of {@link #record} or {@link #stable}.
   *
   * @throws io.firedrill.internal.source.InputException if the file cannot be read, or is not such
   *     a file
   */
  public static SuiteResult read(Path file) {
    Root root = new RecordReader(JsonForm.MAPPER, file).read(Root.class, VERSION);
    return new SuiteResult(root.servers(), root.files());
  }
}
