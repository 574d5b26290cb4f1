package io.firedrill.internal.promql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The expressions of all rules and tests of this repository. */
final class RepositoryExpressions {

  private static final List<String> ROOTS =
      List.of("rules", "test-scenarios", "src/test/resources", "src/it");

  private RepositoryExpressions() {}

  static Set<String> all() throws Exception {
    Set<String> found = new LinkedHashSet<>();
    for (String root : ROOTS) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
          try {
            collect(new YAMLMapper().readTree(file.toFile()), found);
          } catch (RuntimeException e) {
            // Some files are invalid on purpose.
          }
        }
      }
    }
    return found;
  }

  private static void collect(JsonNode node, Set<String> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                if (e.getKey().equals("expr") && e.getValue().isString()) {
                  found.add(e.getValue().asString());
                }
              });
    }
    node.forEach(child -> collect(child, found));
  }
}
