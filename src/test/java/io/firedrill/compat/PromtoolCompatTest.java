package io.firedrill.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.compat.Outcome.Judged;
import io.firedrill.compat.Outcome.Refused;
import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.ServerPair;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every test file fails in the same assertions as with the promtool of the same version. */
class PromtoolCompatTest {

  private static final Path EXPLANATIONS = Path.of("docs/promtool-differences.md");

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> agreesWithPromtool242() throws IOException {
    return tests("2.42");
  }

  @TestFactory
  Stream<DynamicTest> agreesWithPromtool253() throws IOException {
    return tests("2.53");
  }

  @TestFactory
  Stream<DynamicTest> agreesWithPromtool35() throws IOException {
    return tests("3.5");
  }

  @Test
  void explainsEveryDifference() throws IOException {
    String text = Files.readString(EXPLANATIONS);

    assertThat(CompatFiles.read().explanations())
        .allSatisfy(anchor -> assertThat(text).contains("<a id=\"" + anchor + "\"></a>"));
  }

  @Test
  void listsOnlyExistingFiles() throws IOException {
    CompatFiles files = CompatFiles.read();

    assertThat(files.tests()).map(CompatFiles::name).containsAll(files.listed());
  }

  private Stream<DynamicTest> tests(String version) throws IOException {
    ServerPair servers = TestPairs.pair(version);
    CompatFiles files = CompatFiles.read();
    List<Path> tests = files.tests();
    Map<Path, Outcome> promtool =
        new PromtoolRun(servers.promtool().orElseThrow(), scratch).outcomes(tests);
    FiredrillRun firedrill =
        new FiredrillRun(
            new ScenarioRunner(
                ProcessRigFactory.of(servers), RunSettings.withLogsIn(scratch.resolve("logs"))));
    // Two in parallel, because runs mostly wait for the servers.
    ExecutorService executor = Executors.newFixedThreadPool(2);
    Map<Path, Future<Outcome>> runs = new HashMap<>();
    tests.forEach(f -> runs.put(f, executor.submit(() -> firedrill.outcome(f))));
    executor.shutdown();
    Stream<DynamicTest> comparisons =
        tests.stream()
            .map(
                f ->
                    DynamicTest.dynamicTest(
                        CompatFiles.name(f),
                        f.toUri(),
                        () -> compare(files, version, f, promtool.get(f), runs.get(f).get())));
    return Stream.concat(
        comparisons,
        Stream.of(
            DynamicTest.dynamicTest("both verdicts occur", () -> isMixed(promtool.values()))));
  }

  private static void compare(
      CompatFiles files, String version, Path file, Outcome promtool, Outcome firedrill) {
    Optional<String> refusal = files.refusal(version, file);
    if (refusal.isPresent()) {
      assertThat(promtool)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.message()).contains(refusal.get()));
      assertThat(firedrill).isInstanceOf(Judged.class);
      return;
    }
    List<String> difference = Outcome.difference(promtool, firedrill);
    Optional<String> explanation = files.difference(version, file);
    if (explanation.isPresent()) {
      assertThat(difference).as("the difference \"%s\"", explanation.get()).isNotEmpty();
    } else {
      assertThat(difference).isEmpty();
    }
  }

  /** The suite must have enough assertions that pass, and enough that fail. */
  private static void isMixed(Collection<Outcome> outcomes) {
    List<Judged> judged =
        outcomes.stream().filter(Judged.class::isInstance).map(Judged.class::cast).toList();
    long failed = judged.stream().filter(j -> !j.failed().isEmpty()).count();

    assertThat(judged).hasSizeGreaterThanOrEqualTo(60);
    assertThat(failed).isBetween(judged.size() * 2L / 5, judged.size() * 3L / 5);
  }
}
