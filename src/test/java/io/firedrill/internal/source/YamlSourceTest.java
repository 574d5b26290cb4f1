package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSourceTest {

  private static final Path FILE = Path.of("f.yaml");

  @Test
  void everyNodeHasAPosition() {
    YamlMapping root = (YamlMapping) parse("# comment\na:\n  - b: 1\n    c: 'x'\n");

    assertThat(root.position()).isEqualTo(new Position(FILE, 2, 1));
    YamlSequence list = (YamlSequence) root.get("a").orElseThrow();
    YamlMapping item = (YamlMapping) list.items().get(0);
    assertThat(item.position()).hasToString("f.yaml:3:5");
    assertThat(item.entries().get(1).key().position()).hasToString("f.yaml:4:5");
    assertThat(item.get("c").orElseThrow().position()).hasToString("f.yaml:4:8");
  }

  @Test
  void scalarsKeepTheirText() {
    YamlSequence list =
        (YamlSequence) parse("[true, 1.50, 0x10, no, 2026-03-02, ~, null, '', 'null', !!str x]");

    assertThat(list.items().stream().map(Object::toString))
        .containsExactly("true", "1.50", "0x10", "no", "2026-03-02", "~", "null", "", "null", "x");
    assertThat(list.items().stream().filter(YamlNode::isNull)).hasSize(2);
  }

  @Test
  void aFileMayContainSeveralDocumentsOrNone() {
    assertThat(YamlSource.parse(FILE, "a: 1\n---\nb: 2\n").documents()).hasSize(2);
    assertThat(YamlSource.parse(FILE, "# nothing\n").documents()).isEmpty();
  }

  @Test
  void aliasesReferToTheAnchoredNode() {
    YamlMapping root = (YamlMapping) parse("a: &x [1, 2]\nb: *x\n");

    assertThat(root.get("b")).isEqualTo(root.get("a"));
  }

  @Test
  void ownKeysPrecedeMergedOnesAndEarlierMergesLaterOnes() {
    String text = "base: &b {x: 1, y: 1}\nmore: &m {y: 2, z: 2}\nall:\n  <<: [*b, *m]\n  x: 0\n";

    assertThat(entries((YamlMapping) parse(text), "all")).isEqualTo("x=0 y=1 z=2");
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryKey() {
    assertThat(entries((YamlMapping) parse("a: {'<<': 1}"), "a")).isEqualTo("<<=1");
  }

  @Test
  void duplicateKeysNameBothLines() {
    assertMessage(
        "a: 1\nb: 2\na: 3\n",
        """
        f.yaml:3:1: error: duplicate key "a" in line 3: already given in line 1
            3 | a: 3
              | ^""");
  }

  @Test
  void anAliasWithoutAnchorGetsASuggestion() {
    assertMessage(
        "a: &series [1]\nb: *serie\n",
        """
        f.yaml:2:4: error: alias *serie has no anchor
            2 | b: *serie
              |    ^^^^^^
          hint: did you mean "series"?""");
  }

  @Test
  void anAnchorCannotContainItself() {
    assertMessage(
        "a: &x {b: *x}",
        """
        f.yaml:1:11: error: alias *x refers to itself
            1 | a: &x {b: *x}
              |           ^^""");
  }

  @Test
  void aMergeKeyMustReferToAMapping() {
    assertMessage(
        "a: {<<: [1]}",
        """
        f.yaml:1:5: error: << must refer to a mapping, not text
            1 | a: {<<: [1]}
              |     ^^""");
  }

  @Test
  void aKeyMustBeText() {
    assertMessage(
        "? [a]\n: b\n",
        """
        f.yaml:1:3: error: a key must be text, not a mapping or a list
            1 | ? [a]
              |   ^""");
  }

  @Test
  void invalidYamlIsReportedAtItsPosition() {
    assertMessage(
        "a: b: c\n",
        """
        f.yaml:1:5: error: not valid YAML: mapping values are not allowed here
            1 | a: b: c
              |     ^""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a:\tQ\n", "a:\t\t'Q'\t\n", "a: Q\t# 'x'\n", "b:\t\n- x\t\na: >-\t\n  Q\n"})
  void tabsMaySeparate(String text) {
    assertThat(((YamlMapping) parse(text)).get("a").orElseThrow()).hasToString("Q");
  }

  @Test
  void tabsMustNotIndent() {
    assertMessage(
        "a:\n\tb: 1\n",
        """
        f.yaml:2:1: error: not valid YAML: while scanning for the next token: found character \
        '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            2 |  b: 1
              | ^""");
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
    }

    assertThatThrownBy(() -> parse(text.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("error: the file's aliases unfold into more than 2000000 values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingIsRefused(String opening) {
    assertThatThrownBy(() -> parse(opening.repeat(100_000)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("error: nested deeper than 100 levels");
  }

  private static YamlNode parse(String text) {
    return YamlSource.parse(FILE, text).documents().get(0);
  }

  private static String entries(YamlMapping root, String key) {
    List<YamlMapping.Entry> entries = ((YamlMapping) root.get(key).orElseThrow()).entries();
    return entries.stream().map(e -> e.key() + "=" + e.value()).collect(Collectors.joining(" "));
  }

  private static void assertMessage(String text, String message) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(InputException.class).hasMessage(message);
  }
}
