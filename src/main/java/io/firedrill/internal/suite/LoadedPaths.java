package io.firedrill.internal.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that the tests of a scenario file load.
 *
 * @param rules the rule files
 * @param routes the configurations of Alertmanager
 * @param templates the template files that these name
 * @param scraping the configuration of Prometheus, and the files that it names
 */
public record LoadedPaths(
    List<Path> rules, List<Path> routes, List<Path> templates, List<Path> scraping) {

  public LoadedPaths {
    rules = List.copyOf(rules);
    routes = List.copyOf(routes);
    templates = List.copyOf(templates);
    scraping = List.copyOf(scraping);
  }
}
