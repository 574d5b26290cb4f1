package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file with a table of alerts and their receivers: the rows of {@code route_test}. */
public final class RouteTable {

  private RouteTable() {}

  /**
   * Reads a table: a list of rows, or a mapping with the key {@code route_test}.
   *
   * @throws io.firedrill.internal.source.InputException with every problem, if the file cannot be
   *     read, is invalid, or has no rows
   */
  public static List<RouteExpectation> read(Path file, Trust trust) {
    trust.require(file);
    YamlSource source = YamlSource.read(file);
    Problems problems = new Problems(source);
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    RouteTests reader =
        new RouteTests(new Reading(file, problems, FilePlaces.AS_WRITTEN, trust), Optional.empty());
    List<YamlNode> items =
        root instanceof YamlSequence list
            ? list.items()
            : Fields.of(root, "a table of routes", List.of(RouteTests.KEY), problems)
                .map(fields -> fields.items(RouteTests.KEY))
                .orElse(List.of());
    List<RouteExpectation> rows = reader.read(items);
    if (rows.isEmpty() && !problems.hasErrors()) {
      problems.error(root, "the table has no rows");
    }
    problems.throwIfErrors();
    return rows;
  }
}
