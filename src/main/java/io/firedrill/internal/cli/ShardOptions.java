package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Durations;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.Shard;
import io.firedrill.internal.suite.Unusable;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which part of a suite runs here. */
final class ShardOptions {

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Converters.ShardName.class,
      description = "Run only the I-th of N parts of the tests, each about as long as the others")
  private Shard shard = Shard.ALL;

  @Option(
      names = "--durations",
      paramLabel = "RECORD",
      description =
          "With --shard: a record of an earlier run with the tests' durations; may be given several times. Without it, all tests count as equally long")
  private List<Path> durations = List.of();

  /** This machine's part of the tests; may be empty. */
  List<Selection.Test> part(List<Selection.Test> tests) {
    if (shard.equals(Shard.ALL) && !durations.isEmpty()) {
      throw new UnusableException("--durations requires --shard I/N");
    }
    return shard.of(tests, Durations.of(durations));
  }

  /** What cannot be run is reported by the first of the machines. */
  List<Unusable> reported(List<Unusable> unusable) {
    return shard.index() == 1 ? unusable : List.of();
  }

  /** What the output starts with: which part of how many tests. */
  String description(int part, int all) {
    return shard.equals(Shard.ALL) ? "" : "shard %s: %d of %d tests\n".formatted(shard, part, all);
  }
}
