package io.firedrill.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.firedrill.source.InputException;
import io.firedrill.source.Position;
import io.firedrill.source.Problem;
import io.firedrill.source.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
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
   * @throws InputException if the file cannot be read, or is none of these
   */
  public static SuiteResult read(Path file) {
    try {
      Root root = JSON.readValue(Files.readString(file), Root.class);
      if (root.version() != VERSION || root.servers() == null || root.files() == null) {
        throw unusable(file, 1, 1, "this is no record of a run, of version " + VERSION);
      }
      return new SuiteResult(root.servers(), root.files());
    } catch (NoSuchFileException e) {
      throw unusable(file, 1, 1, "there is no such file");
    } catch (IOException e) {
      throw unusable(file, 1, 1, "cannot read the file: " + e);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw unusable(
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()),
          "this is no record of a run: " + e.getOriginalMessage());
    }
  }

  private static InputException unusable(Path file, int line, int column, String message) {
    return new InputException(
        List.of(
            new Problem(
                Severity.ERROR,
                new Position(file, line, column),
                message,
                "",
                1,
                Optional.of("records are written by firedrill test --record FILE"))));
  }
}
