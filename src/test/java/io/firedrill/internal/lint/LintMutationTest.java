package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For any content, checks end soon, with findings or errors. */
class LintMutationTest {

  private static final int MUTATIONS = 400;

  private static final List<String> PIECES =
      List.of(
          "null",
          "[]",
          "{}",
          "*absent",
          "{{",
          "}}",
          "\"",
          "'",
          "#",
          ": ",
          "- ",
          "\n",
          "(",
          ")",
          "[",
          "> 0.5",
          "{{ $labels.team }}",
          "alert: ",
          "# firedrill: ignore ",
          "\\",
          "🔥",
          "1e999999");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"rules/alertmanager_rules.yaml", "rules/alertmanager.yml"})
  void endsInFindingsOrErrors(String name) throws IOException {
    String text = Files.readString(Path.of(name));
    Path file = directory.resolve("mutated.yml");
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String mutated = mutate(text, random);
      Files.writeString(file, mutated);
      read += assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(file), () -> mutated);
    }
    assertThat(read).as("files that could be read").isBetween(1, MUTATIONS - 1);
  }

  private static int check(Path file) {
    try {
      Lint lint = new Lint(new Runbooks(Path.of(""), Map.of()));
      lint.check(List.of(file, Path.of("rules/watchdog.yaml")))
          .findings()
          .forEach(
              finding -> assertThat(finding.problem().render()).contains("[" + finding.check()));
      return 1;
    } catch (InputException e) {
      assertThat(e.problems()).isNotEmpty();
      return 0;
    }
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), at + random.nextInt(8));
      mutated.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return mutated.toString();
  }
}
