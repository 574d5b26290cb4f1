package io.firedrill.internal.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Detects the format of a file by its name, or else by its first characters. */
final class Content {

  private static final int LOOKED_AT = 4096;

  private static final Map<String, RecordingFormat> EXTENSIONS =
      Map.of(
          "json", RecordingFormat.QUERY_RANGE,
          "csv", RecordingFormat.CSV,
          "om", RecordingFormat.OPENMETRICS,
          "openmetrics", RecordingFormat.OPENMETRICS,
          "prom", RecordingFormat.OPENMETRICS);

  // A quoted metric name in braces starts like JSON, but no colon follows.
  private static final Pattern JSON =
      Pattern.compile("\\{\\s*(\"[^\"]*\"\\s*:.*)?", Pattern.DOTALL);
  private static final Pattern SERIES =
      Pattern.compile("(#.*|[a-zA-Z_:][a-zA-Z0-9_:]*([ \t]*\\{.*|[ \t]+[-+.0-9NnIi].*)|\\{.*)");

  private Content() {}

  static RecordingFormat format(DataFile file) {
    String name = file.path().toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    RecordingFormat byName = EXTENSIONS.get(name.substring(name.lastIndexOf('.') + 1));
    return byName != null ? byName : byContent(file);
  }

  private static RecordingFormat byContent(DataFile file) {
    byte[] bytes = file.read(in -> in.readNBytes(LOOKED_AT));
    String head = new String(bytes, StandardCharsets.UTF_8).strip();
    if (JSON.matcher(head).matches()) {
      return RecordingFormat.QUERY_RANGE;
    }
    String line = head.lines().findFirst().orElse("");
    if (SERIES.matcher(line).matches()) {
      return RecordingFormat.OPENMETRICS;
    }
    if (line.contains(",")) {
      return RecordingFormat.CSV;
    }
    throw file.error(
        new Place(1, 0, Math.max(1, Math.min(line.length(), 80))),
        "expected OpenMetrics, an answer of query_range, or CSV: the file starts like none of them",
        Optional.of("name the format with --format"));
  }
}
