package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes files into a directory and reads them back as scenarios. */
final class ScenarioFiles {

  private final Path directory;

  ScenarioFiles(Path directory) {
    this.directory = directory;
  }

  Path write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScenarioFile read(String text) {
    return ScenarioFile.read(write("drill.yaml", text));
  }

  /** Reads a file with a single test that has this body, without indentation. */
  Scenario test(String body) {
    return read(wrap(body)).scenarios().get(0);
  }

  /** Like {@link #test}, with an Alertmanager. */
  Scenario routedTest(String body) {
    return read(routed(body)).scenarios().get(0);
  }

  /** Like {@link #assertTestError}, with an Alertmanager. */
  void assertRoutedTestError(String body, String message) {
    assertError(routed(body), message);
  }

  void assertTestError(String body, String message) {
    assertError(wrap(body), message);
  }

  /** The whole message, without the directory's name. */
  void assertError(String text, String message) {
    InputException e = catchThrowableOfType(InputException.class, () -> read(text));
    assertThat(e).isNotNull();
    assertThat(e.getMessage().replace(directory + "/", "")).isEqualTo(message.stripTrailing());
  }

  String warnings(String body) {
    return read(wrap(body)).warnings().stream()
        .map(Problem::render)
        .collect(Collectors.joining("\n\n"))
        .replace(directory + "/", "");
  }

  private String routed(String body) {
    write("alertmanager.yml", "");
    return wrap(body) + "alertmanager_config: alertmanager.yml\n";
  }

  private static String wrap(String body) {
    return "tests:\n- " + body.stripTrailing().replace("\n", "\n  ") + "\n";
  }
}
