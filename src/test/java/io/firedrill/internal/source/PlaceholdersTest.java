package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersTest {

  @TempDir private Path directory;

  /** Each has another number, which determines the letters of its placeholder. */
  @Test
  void aPlaceholderDoesNotBecomeADuration() throws IOException {
    List<String> texts = IntStream.range(0, 60).mapToObj(i -> (100 + i) + "q").toList();
    Path file =
        Files.writeString(
            directory.resolve("a.yml"),
            "password: ["
                + texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", "))
                + "]\n");
    YamlMapping root = (YamlMapping) YamlSource.readConfiguration(file).documents().get(0);

    YamlSequence placeholders =
        (YamlSequence) new Placeholders(root).root().get("password").orElseThrow();

    assertThat(placeholders.items())
        .hasSize(60)
        .extracting(item -> ((YamlScalar) item).text())
        .doesNotContainAnyElementsOf(texts)
        .allMatch(text -> PrometheusDuration.parse(text).isEmpty());
  }
}
