package io.firedrill.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The suite's test files, and the lists of known differences. */
final class CompatFiles {

  private static final Path ROOT = Path.of("src/test/resources/io/firedrill/compat");

  private final Map<Key, String> refused;
  private final Map<Key, String> differences;

  private record Key(String version, String name) {}

  private CompatFiles(Map<Key, String> refused, Map<Key, String> differences) {
    this.refused = refused;
    this.differences = differences;
  }

  static CompatFiles read() throws IOException {
    return new CompatFiles(list("refused.txt"), list("differences.txt"));
  }

  /** All test files, sorted. */
  List<Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".test.yml")).sorted().toList();
    }
  }

  /** A file's name in the lists. */
  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  /** The error of a version's promtool, if only promtool refuses the file. */
  Optional<String> refusal(String version, Path file) {
    return Optional.ofNullable(refused.get(new Key(version, name(file))));
  }

  /** The explanation of a difference: a heading's anchor in the documentation. */
  Optional<String> difference(String version, Path file) {
    return Optional.ofNullable(differences.get(new Key(version, name(file))));
  }

  /** The names of all files in the lists. */
  List<String> listed() {
    return Stream.of(refused, differences)
        .flatMap(list -> list.keySet().stream())
        .map(Key::name)
        .toList();
  }

  /** The anchors of all explanations. */
  List<String> explanations() {
    return differences.values().stream().distinct().sorted().toList();
  }

  private static Map<Key, String> list(String name) throws IOException {
    Map<Key, String> list = new HashMap<>();
    for (String line : Files.readAllLines(ROOT.resolve(name))) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] words = line.split(" ", 3);
        list.put(new Key(words[0], words[1]), words[2]);
      }
    }
    return list;
  }
}
