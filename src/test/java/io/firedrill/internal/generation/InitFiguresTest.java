package io.firedrill.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.generation.GenerationOptions.Form;
import io.firedrill.internal.generation.RuleOutcome.State;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For how many of more than 300 rules an input is found. By default every sixth is tried; {@code
 * -Dinit.every=1} tries all.
 */
class InitFiguresTest {

  private static final Path RULES =
      Path.of("src/test/resources/io/firedrill/internal/generation/rules");

  @TempDir private Path directory;

  @Test
  void findsInputsForNearlyAllRules() throws IOException {
    int every = Integer.getInteger("init.every", 6);
    List<Path> files;
    try (Stream<Path> found = Files.list(RULES)) {
      files = found.sorted().toList();
    }
    int[] count = {0};
    GenerationOptions options =
        new GenerationOptions(
            files,
            Optional.empty(),
            directory,
            Duration.ofMinutes(1),
            Form.SCENARIOS,
            rule -> count[0]++ % every == 0);
    GenerationResult result =
        new Generation(TestPairs.newest(), options).generate((done, all) -> {}).result();

    List<String> missed =
        result.rules().stream()
            .filter(r -> r.state() != State.FIRED || r.nearMisses() == 0)
            .map(r -> r.name() + " " + r.state() + " " + r.nearMisses() + " " + r.reasons())
            .toList();
    System.out.println(
        "%d rules, %d fired, %d with a near miss, %d runs"
            .formatted(
                result.rules().size(),
                result.count(State.FIRED),
                result.nearMisses(),
                result.runs()));
    assertThat(count[0]).isGreaterThan(300);
    assertThat(result.count(State.FIRED) * 100.0 / result.rules().size())
        .as("%s", missed)
        .isGreaterThanOrEqualTo(95);
    assertThat(result.nearMisses() * 100.0 / result.rules().size())
        .as("%s", missed)
        .isGreaterThanOrEqualTo(90);
  }
}
