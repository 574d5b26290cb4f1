package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files with requests of Alertmanagers, one directory for each kind of integration:
 *
 * <ul>
 *   <li>{@code VERSION.yml}: the integrations of a receiver;
 *   <li>{@code VERSION.http}: the requests that a real Alertmanager made for them;
 *   <li>{@code VERSION.txt}: what these requests mean, checked against the service's documentation.
 * </ul>
 *
 * <p>A file also holds for later versions, up to the next version that has one. The system property
 * {@code test.record=true} writes {@code .http} and {@code .txt} files instead of comparing them:
 * run {@code ReceiverConformanceTest} first, then {@code ReceiverDecodingTest}.
 */
public final class ReceiverFiles {

  private static final Path ROOT = Path.of("src/test/resources/io/firedrill/internal/receiver");
  private static final boolean RECORD = Boolean.getBoolean("test.record");

  private static final Comparator<String> BY_VERSION =
      Comparator.comparing(ReceiverFiles::numbers, (one, other) -> Arrays.compare(one, other));

  private ReceiverFiles() {}

  /** The kinds that have a directory, sorted. */
  public static List<String> kinds() {
    return names(ROOT);
  }

  /** The versions for which a kind has a file with this extension, in ascending order. */
  public static List<String> versions(String kind, String ending) {
    return names(ROOT.resolve(kind)).stream()
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .sorted(BY_VERSION)
        .toList();
  }

  /** The text for a version; empty if there are only texts for later versions. */
  public static Optional<String> find(String kind, String version, String ending) {
    return versions(kind, ending).stream()
        .filter(v -> BY_VERSION.compare(v, version) <= 0)
        .reduce((earlier, later) -> later)
        .map(v -> read(ROOT.resolve(kind).resolve(v + ending)));
  }

  /** Compares a text with the file for a version, or records it. */
  public static void check(String kind, String version, String ending, String actual) {
    if (RECORD) {
      record(kind, version, ending, actual);
    }
    String expected = find(kind, version, ending).orElse("none");
    String name = "%s/%s%s, or the version before it".formatted(kind, version, ending);
    // This one shows the lines that differ.
    assertThat(new ByteArrayInputStream(actual.getBytes(StandardCharsets.UTF_8)))
        .as(name)
        .hasContent(expected);
    assertThat(actual).as(name).isEqualTo(expected);
  }

  private static void record(String kind, String version, String ending, String text) {
    Path file = ROOT.resolve(kind).resolve(version + ending);
    try {
      Files.deleteIfExists(file);
      if (!find(kind, version, ending).equals(Optional.of(text))) {
        Files.writeString(file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
