package io.firedrill.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.suite.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants that run together get the verdicts that each gets alone. Of the pack, every n-th mutant
 * is compared, with the tests of two files, because all of them take an hour; {@code -Dmutants.all}
 * compares all mutants with all tests.
 */
class BothWaysTest {

  private static final int EVERY = 60;

  private static final Path SCENARIOS = Path.of("test-scenarios");

  @TempDir private Path logs;

  @Test
  void agreeOnEveryMutantOfASmallPack() {
    assertAgreement(
        MutantRuns.tests(Path.of("src/test/resources/io/firedrill/internal/mutation/tests.yml")),
        1);
  }

  @Test
  void agreeOnMutantsOfThePack() {
    boolean all = Boolean.getBoolean("mutants.all");
    assertAgreement(
        all
            ? MutantRuns.tests(SCENARIOS)
            : MutantRuns.tests(
                SCENARIOS.resolve("ml/components.yml"),
                SCENARIOS.resolve("scrape/ml-pipeline.yml")),
        all ? 1 : EVERY);
  }

  private void assertAgreement(List<Selection.Test> tests, int every) {
    List<Mutant> found = Mutants.of(tests, any -> true);
    List<Mutant> mutants =
        IntStream.range(0, found.size()).filter(i -> i % every == 0).mapToObj(found::get).toList();

    Map<String, String> together = verdicts(MutationRun.Way.TOGETHER, tests, mutants);
    Map<String, String> alone = verdicts(MutationRun.Way.ALONE, tests, mutants);

    assertThat(together).hasSize(mutants.size()).isEqualTo(alone);
    assertThat(together).containsValues("NOTICED", "UNNOTICED");
  }

  private Map<String, String> verdicts(
      MutationRun.Way way, List<Selection.Test> tests, List<Mutant> mutants) {
    Map<String, String> verdicts = new TreeMap<>();
    MutantRuns.run(TestPairs.newest(), way, tests, mutants, logs)
        .verdicts()
        .forEach(v -> verdicts.put(v.mutant().toString(), v.notice().name()));
    return verdicts;
  }
}
