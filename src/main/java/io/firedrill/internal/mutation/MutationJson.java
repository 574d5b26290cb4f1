package io.firedrill.internal.mutation;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.TextFile;
import io.firedrill.internal.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of a report, which is also its record. */
public final class MutationJson {

  private static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private MutationJson() {}

  private record Root(
      int version,
      String servers,
      double score,
      RunCount runs,
      List<MutantResult.TestName> failing,
      List<MutantResult> mutants) {}

  /** The report as JSON. */
  public static String of(MutationReport report) {
    return Printable.json(
        MAPPER.writeValueAsString(
                new Root(
                    VERSION,
                    report.servers(),
                    report.score(),
                    report.count(),
                    report.failing(),
                    report.mutants()))
            + "\n");
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws InputException if the file cannot be read, or is not such a file
   */
  public static MutationReport read(Path file) {
    String text = TextFile.read(file);
    try {
      Root root = MAPPER.readValue(text, Root.class);
      if (root.version() != VERSION || root.mutants() == null || root.runs() == null) {
        throw unusable(
            file, "expected the record of a run of firedrill mutate, version " + VERSION);
      }
      return new MutationReport(root.servers(), root.mutants(), root.failing(), root.runs());
    } catch (JacksonException e) {
      throw unusable(file, "not the record of a run of firedrill mutate: " + firstLine(e));
    }
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }

  private static InputException unusable(Path file, String message) {
    return new InputException(
        List.of(
            new Problem(
                Severity.ERROR, new Position(file, 1, 1), message, "", 1, Optional.empty())));
  }
}
