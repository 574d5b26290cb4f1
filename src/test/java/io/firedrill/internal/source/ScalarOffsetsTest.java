package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarOffsetsTest {

  /** Files whose only scalar contains one {@code Q}. */
  static List<String> files() {
    return List.of(
        "a: x y Q z",
        "a: &x 'y Q'",
        "a: !!str &x # 'comment'\n  y Q",
        "a: !t |\n  x\n  Q",
        "a: 'it''s ''a'' Q'",
        "a: \"\\\"t\\tab\\x41 \\u0041 😀 Q\"",
        "a: x\n  y\n\n  z Q",
        "a: 'x\n\n  y''y   Q'",
        "a: \"x\\\n   y \\\n  Q\"",
        "a: |\n  x\n    y\n\n  Q z\n",
        "a: |2-   # comment\n     x\n  Q z\n",
        "a: >-\n  x y\n  z\n\n  w Q\n",
        "a:\r\n  'x\r\n  Q'\r\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void findsACharacterInEveryStyle(String file) {
    YamlScalar scalar = scalar(file);

    Position found = scalar.positionAt(scalar.text().indexOf('Q'));

    String line = file.split("\r?\n", -1)[found.line() - 1];
    assertThat(new String(line.codePoints().skip(found.column() - 1L).limit(1).toArray(), 0, 1))
        .isEqualTo("Q");
  }

  @Test
  void theEndOfTheTextIsAfterItsLastCharacter() {
    assertThat(scalar("a: 'xyz'").positionAt(3)).hasToString("f.yaml:1:8");
    assertThat(scalar("a: xyz").positionAt(3)).hasToString("f.yaml:1:7");
    assertThat(scalar("a: ''").positionAt(0)).hasToString("f.yaml:1:5");
    assertThat(scalar("a: x").positionAt(99)).hasToString("f.yaml:1:5");
  }

  @Test
  void aBlankIsWhereItIsBetweenItsNeighbours() {
    assertThat(scalar("a: '1  x5'").positionAt(2)).hasToString("f.yaml:1:7");
  }

  private static YamlScalar scalar(String file) {
    YamlNode root = YamlSource.parse(Path.of("f.yaml"), file).documents().get(0);
    return (YamlScalar) ((YamlMapping) root).get("a").orElseThrow();
  }
}
