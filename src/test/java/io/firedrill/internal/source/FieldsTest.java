package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private static final List<String> KNOWN = List.of("name", "interval", "items", "labels", "flag");

  private Problems problems;

  @Test
  void readsFields() {
    Fields fields = read("name: x\ninterval: 1h\nitems: [a, b]\nlabels: {a: 1, b: }\nflag: yes\n");

    assertThat(fields.text("name")).isEqualTo("x");
    assertThat(fields.duration("interval")).contains(Duration.ofHours(1));
    assertThat(fields.items("items")).hasSize(2);
    assertThat(fields.textMap("labels").keySet()).containsExactly("a", "b");
    assertThat(fields.flag("flag")).contains(true);
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void nullCountsAsAbsent() {
    Fields fields = read("name:\ninterval: ~\nitems: null\n");

    assertThat(fields.text("name")).isEmpty();
    assertThat(fields.duration("interval")).isEmpty();
    assertThat(fields.items("items")).isEmpty();
    assertThat(fields.has("name")).isTrue();
    assertThat(problems.hasErrors()).isFalse();
    assertThat(Fields.of(parse("~"), "a test", KNOWN, problems)).isPresent();
  }

  @Test
  void reportsUnknownKeys() {
    read("nmae: x\nbanana: 1\n");

    assertErrors(
        """
        f.yaml:1:1: error: unknown key "nmae" in a test
            1 | nmae: x
              | ^^^^
          hint: did you mean "name"?

        f.yaml:2:1: error: unknown key "banana" in a test
            2 | banana: 1
              | ^^^^^^
          hint: expected one of: name, interval, items, labels, flag""");
  }

  @Test
  void reportsAllWrongKindsAtOnce() {
    Fields fields = read("name: [x]\ninterval: 90\nitems: a\nlabels: [b]\nflag: maybe\n");
    fields.text("name");
    fields.duration("interval");
    fields.items("items");
    fields.textMap("labels");
    fields.flag("flag");

    assertErrors(
        """
        f.yaml:1:7: error: expected text for "name", found a list
            1 | name: [x]
              |       ^

        f.yaml:2:11: error: expected a duration for "interval", found "90"
            2 | interval: 90
              |           ^^
          hint: a unit is missing: 90s or 90m?

        f.yaml:3:8: error: expected a list for "items", found text
            3 | items: a
              |        ^
          hint: start each item with "- "

        f.yaml:4:9: error: expected a mapping for "labels", found a list
            4 | labels: [b]
              |         ^

        f.yaml:5:7: error: expected true or false for "flag", found "maybe"
            5 | flag: maybe
              |       ^^^^^""");
  }

  @Test
  void reportsMissingAndEmptyKeys() {
    Fields fields = read("name: ''\n");
    fields.required("name");
    fields.required("interval");

    assertErrors(
        """
        f.yaml:1:1: error: "name" is empty in a test
            1 | name: ''
              | ^^^^

        f.yaml:1:1: error: "interval" is missing in a test
            1 | name: ''
              | ^""");
  }

  @Test
  void reportsOtherNodesThanMappings() {
    YamlNode node = parse("- a\n");

    assertThat(Fields.of(node, "a test", KNOWN, problems)).isEqualTo(Optional.empty());
    assertErrors(
        """
        f.yaml:1:1: error: expected a mapping for a test, found a list
            1 | - a
              | ^""");
  }

  @Test
  void explainsTheNotationOfDurations() {
    read("interval: 1 hour\n").duration("interval");

    assertErrors(
        """
        f.yaml:1:11: error: expected a duration for "interval", found "1 hour"
            1 | interval: 1 hour
              |           ^^^^^^
          hint: write it as 15m30s, 1h or 1d""");
  }

  private Fields read(String text) {
    return Fields.of(parse(text), "a test", KNOWN, problems).orElseThrow();
  }

  private YamlNode parse(String text) {
    YamlSource source = YamlSource.parse(Path.of("f.yaml"), text);
    problems = new Problems(source);
    return source.documents().get(0);
  }

  private void assertErrors(String message) {
    InputException e = catchThrowableOfType(InputException.class, problems::throwIfErrors);
    assertThat(e).hasMessage(message);
  }
}
