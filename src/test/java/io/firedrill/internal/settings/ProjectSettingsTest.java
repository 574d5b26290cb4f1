package io.firedrill.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSettingsTest {

  @TempDir private Path project;
  private Path tests;

  @BeforeEach
  void directories() throws IOException {
    Files.createDirectory(project.resolve(".git"));
    tests = Files.createDirectories(project.resolve("a/tests"));
  }

  @Test
  void findsTheNearestFileUpwards() throws IOException {
    Path outer = write(project, "1h");
    assertThat(of(tests).file()).contains(outer);

    Path inner = write(project.resolve("a"), "2h");
    assertThat(of(tests).file()).contains(inner);
    assertThat(of(tests).flags().lookback()).isEqualTo(Duration.ofHours(2));
    assertThat(of(project).flags().lookback()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void doesNotLeaveTheRepository() throws IOException {
    Path module = Files.createDirectories(project.resolve("module/.git")).getParent();
    write(project, "1h");

    assertThat(of(module).file()).isEmpty();
    assertThat(of(module).flags()).isEqualTo(ServerFlags.NONE);
  }

  @Test
  void isNotReadBeyondWhatStrangersMayName() throws IOException {
    write(project, "1h");

    assertThat(ProjectSettings.of(tests, Trust.below(tests)).file()).isEmpty();
    assertThat(ProjectSettings.of(tests, Trust.below(project)).file()).isPresent();
  }

  @Test
  void reportsUnknownKeysAtTheirLine() throws IOException {
    Path file = project.resolve(ProjectSettings.NAME);
    Files.writeString(file, "prometheus_flag: {a: b}\n");

    assertThatThrownBy(() -> of(tests))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            %s:1:1: error: unknown key "prometheus_flag" in a settings file
                1 | prometheus_flag: {a: b}
                  | ^^^^^^^^^^^^^^^
              hint: did you mean "prometheus_flags"?"""
                .formatted(file));
  }

  @Test
  void mayBeEmpty() throws IOException {
    Files.writeString(project.resolve(ProjectSettings.NAME), "# nothing yet\n");

    assertThat(of(tests).flags()).isEqualTo(ServerFlags.NONE);
  }

  private static ProjectSettings of(Path directory) {
    return ProjectSettings.of(directory, Trust.FULL);
  }

  private static Path write(Path directory, String lookback) throws IOException {
    return Files.writeString(
        directory.resolve(ProjectSettings.NAME),
        "prometheus_flags: {query.lookback-delta: " + lookback + "}\n");
  }
}
