package io.firedrill.internal.scenario;

import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import io.firedrill.internal.snapshot.SnapshotFile;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlScalar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code expect: snapshot} and the approved snapshots. */
final class SnapshotReader {

  private static final String WORD = "snapshot";

  private final Path file;
  private final Problems problems;
  private final Use use;
  private final Trust trust;
  private final Map<String, YamlScalar> sections = new LinkedHashMap<>();

  SnapshotReader(Path file, Problems problems, Use use, Trust trust) {
    this.file = file;
    this.problems = problems;
    this.use = use;
    this.trust = trust;
  }

  /** Reads a test's {@code expect} key. */
  void read(Fields test, Scenario scenario) {
    test.scalar("expect").ifPresent(word -> read(word, test, scenario));
  }

  private void read(YamlScalar word, Fields test, Scenario scenario) {
    if (!word.text().equals(WORD)) {
      problems.error(
          word,
          "expected snapshot for \"expect\", found \"" + word.text() + "\"",
          Suggestions.hint(word.text(), List.of(WORD)));
      return;
    }
    if (test.text("name").isBlank()) {
      problems.error(
          word, "a test with a snapshot needs a name", Optional.of("add name: ... to the test"));
      return;
    }
    if (scenario.runFor().isEmpty()) {
      problems.error(
          word,
          "\"run_for\" is missing in a test with a snapshot",
          Optional.of("run_for: 2h sets how much of the timeline is approved"));
    }
    scenario.actions().stream()
        .filter(action -> action.action() instanceof Action.FailReceiver)
        .findFirst()
        .ifPresent(
            action ->
                problems.error(
                    word,
                    "a test in which a receiver fails cannot have a snapshot: the times of "
                        + "Alertmanager's retries are random",
                    Optional.of("expect notifications in a notification_test, from and to")));
    String name = SnapshotFile.sectionName(scenario.name());
    YamlScalar before = sections.putIfAbsent(name, word);
    if (before != null) {
      problems.error(
          word, "another test with a snapshot has this name: see line " + before.position().line());
    }
  }

  /** The tests with their approved snapshots. */
  List<Scenario> approved(List<Scenario> scenarios) {
    Map<String, SnapshotFile.Section> approved = approved();
    return scenarios.stream()
        .map(
            scenario ->
                Optional.ofNullable(sections.get(SnapshotFile.sectionName(scenario.name())))
                    .map(word -> scenario.withSnapshot(expectation(scenario, word, approved)))
                    .orElse(scenario))
        .toList();
  }

  private SnapshotExpectation expectation(
      Scenario scenario, YamlScalar word, Map<String, SnapshotFile.Section> approved) {
    String name = SnapshotFile.sectionName(scenario.name());
    return new SnapshotExpectation(
        file,
        name,
        sections.keySet(),
        Optional.ofNullable(approved.get(name)),
        use,
        word.position());
  }

  private Map<String, SnapshotFile.Section> approved() {
    Path path = SnapshotFile.beside(file);
    if (trust.refusal(path).isPresent()) {
      sections.values().forEach(word -> problems.error(word, trust.refusal(path).orElseThrow()));
      return Map.of();
    }
    boolean needed = !sections.isEmpty() || SnapshotFile.exists(path);
    if (use == Use.UPDATED || !needed) {
      return Map.of();
    }
    try {
      Map<String, SnapshotFile.Section> approved = SnapshotFile.read(path).sections();
      approved.forEach((name, section) -> check(path, name, section));
      return approved;
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Map.of();
    }
  }

  private void check(Path path, String name, SnapshotFile.Section section) {
    if (!sections.containsKey(name)) {
      String hint =
          sections.isEmpty()
              ? "delete the file, or write expect: snapshot"
              : "firedrill test --update-snapshots " + file + " removes the section";
      problems.addAll(
          List.of(
              new Problem(
                  Severity.ERROR,
                  new Position(path, section.line(), 1),
                  file.getFileName() + " has no test \"" + name + "\" with expect: snapshot",
                  "=== " + name,
                  name.length() + 4,
                  Suggestions.hint(name, sections.keySet()).or(() -> Optional.of(hint)))));
    }
  }
}
