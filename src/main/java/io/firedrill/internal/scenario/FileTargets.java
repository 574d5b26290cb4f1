package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The targets of a file, which every test gets, and those that a test adds. */
final class FileTargets {

  private static final String KEY = "targets";

  private final Reading reading;
  private final Fields file;
  private final List<YamlNode> items;

  FileTargets(Reading reading, Fields file) {
    this.reading = reading;
    this.file = file;
    this.items = file.items(KEY);
    requireConfiguration(file);
  }

  /** A test's targets: the file's first, so that the test's own override them. */
  List<Target> with(Fields test, Scenario scenario) {
    requireConfiguration(test);
    TargetReader reader = new TargetReader(reading, scenario);
    List<Target> targets = new ArrayList<>(reader.read(items));
    targets.addAll(reader.read(test.items(KEY)));
    check(scenario.actions(), targets);
    return targets;
  }

  private void requireConfiguration(Fields fields) {
    if (fields.has(KEY) && !file.has("prometheus_config")) {
      reading
          .problems()
          .error(
              fields.key(KEY),
              "\"targets\" needs a Prometheus configuration, which says how they are scraped",
              Optional.of("name it at the top of the file: prometheus_config"));
    }
  }

  private void check(List<PlannedAction> actions, List<Target> targets) {
    Set<String> known = targets.stream().map(t -> t.address().text()).collect(Collectors.toSet());
    for (PlannedAction planned : actions) {
      boolean ofTarget =
          planned.action() instanceof Action.TargetDown
              || planned.action() instanceof Action.TargetUp;
      String address = planned.subject().text();
      if (ofTarget && !known.contains(address)) {
        reading
            .problems()
            .error(
                planned.subject(),
                "there is no target \"" + address + "\" in this test",
                Suggestions.hint(address, known));
      }
    }
  }
}
