package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Durations;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.Shard;
import io.firedrill.internal.suite.Unusable;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose a part of a suite. */
final class ShardOptions {

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Converters.ShardName.class,
      description = "Run only part I of N parts of the tests, which take about equally long")
  private Shard shard = Shard.ALL;

  @Option(
      names = "--durations",
      paramLabel = "RECORD",
      description =
          "With --shard: a record of an earlier run, for the tests' durations; may be given "
              + "several times. Default: all tests count as equally long")
  private List<Path> durations = List.of();

  /** The selected part of the tests; may be empty. */
  List<Selection.Test> part(List<Selection.Test> tests) {
    if (shard.equals(Shard.ALL) && !durations.isEmpty()) {
      throw new UnusableException("--durations requires --shard I/N");
    }
    return shard.of(tests, Durations.of(durations));
  }

  /** The first part reports the files that cannot be used. */
  List<Unusable> reported(List<Unusable> unusable) {
    return shard.index() == 1 ? unusable : List.of();
  }

  /** The first line of the output: how many of the tests run here. */
  String description(int part, int all) {
    return shard.equals(Shard.ALL) ? "" : "shard %s: %d of %d tests\n".formatted(shard, part, all);
  }
}
