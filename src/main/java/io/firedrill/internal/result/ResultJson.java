package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;

/** Results as JSON: the stable form for others' programs, and the record with everything. */
public final class ResultJson {

  private static final int VERSION = 1;

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
    return JsonForm.write(Root.of(result));
  }

  /**
   * Reads what {@link #record} or {@link #stable} made.
   *
   * @throws io.firedrill.internal.source.InputException if the file cannot be read, or is not such
   *     a file
   */
  public static SuiteResult read(Path file) {
    Root root = new RecordReader(JsonForm.MAPPER, file).read(Root.class, VERSION);
    return new SuiteResult(root.servers(), root.files());
  }
}
