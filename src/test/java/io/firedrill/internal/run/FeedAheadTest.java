package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedAheadTest {

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x offset 5m | AS_FAR_AS_TAKEN",
        "x offset -5m | ONE_EVALUATION",
        "x offset (1m - 5m) | ONE_EVALUATION",
        "x offset (5m - 1m) | AS_FAR_AS_TAKEN",
        "x @ 1609746000 | ONE_EVALUATION",
        "x @ end() | AS_FAR_AS_TAKEN",
        "max_over_time((x offset -5m)[10m:] offset 5m) | AS_FAR_AS_TAKEN",
        "max_over_time((x offset -6m)[10m:] offset 5m) | ONE_EVALUATION",
        "x{text='offset -5m'} | AS_FAR_AS_TAKEN",
        "offset - y | AS_FAR_AS_TAKEN",
        "not an expression | ONE_EVALUATION",
      })
  void dependsOnWhetherARuleLooksAhead(String expr, FeedAhead ahead) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("rules.yml"),
            "groups: [{name: g, rules: [{record: 'a:b', expr: \"%s\"}]}]".formatted(expr));

    assertThat(FeedAhead.of(RuleFile.read(file))).isEqualTo(ahead);
  }
}
