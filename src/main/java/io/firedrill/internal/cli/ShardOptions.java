package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Durations;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.Shard;
import io.firedrill.internal.suite.Unusable;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that choose a part of a suite. */
final class ShardOptions {

  @Option(
      names = "--shard",
      paramLabel = "I/N|auto",
      converter = Converters.ShardName.class,
      description = {
        "Run only part I of N parts of the tests, which take about equally long.",
        "auto: the part that GitLab, Buildkite, CircleCI or an indexed Kubernetes job tells this job to run"
      })
  private Function<Map<String, String>, Shard> choice = environment -> Shard.ALL;

  private final Map<String, String> environment;

  @Option(
      names = "--durations",
      paramLabel = "RECORD",
      description =
          "With --shard: a record of an earlier run, for the tests' durations; may be given "
              + "several times. Default: all tests count as equally long")
  private List<Path> durations = List.of();

  ShardOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  private Shard shard() {
    return choice.apply(environment);
  }

  /** The selected part of the tests; may be empty. */
  List<Selection.Test> part(List<Selection.Test> tests) {
    Shard shard = shard();
    if (shard.equals(Shard.ALL) && !durations.isEmpty()) {
      throw new UnusableException("--durations requires --shard I/N");
    }
    return shard.of(tests, Durations.of(durations));
  }

  /** The first part reports the files that cannot be used. */
  List<Unusable> reported(List<Unusable> unusable) {
    return shard().index() == 1 ? unusable : List.of();
  }

  /** The first line of the output: how many of the tests run here. */
  String description(int part, int all) {
    Shard shard = shard();
    return shard.equals(Shard.ALL) ? "" : "shard %s: %d of %d tests\n".formatted(shard, part, all);
  }
}
