package io.firedrill.internal.mutation.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each operator has a section in the documentation, with an example and its mutants; {@code
 * -Ddocs=write} writes the mutants.
 */
class MutationPageTest {

  private static final Path PAGE = Path.of("docs/mutation.md");

  private static final Pattern SECTION =
      Pattern.compile(
          "(?s)\n### (\\S+/\\S+)\n\n(.+?)\n\n```(\\w+)\n(.*?)\n```\n\n```text\n(.*?)```\n");

  /** Another rule of the same file, for operators that take values from there. */
  private static final String OTHER_RULE =
      "{alert: Other, expr: 'up', labels: {severity: warning}}";

  @TempDir private Path directory;

  @Test
  void describesEachOperatorOnce() throws IOException {
    assertThat(sections().keySet()).containsExactlyElementsOf(Operators.names());
  }

  @Test
  void showsWhatEachOperatorDoes() throws IOException {
    String page = Files.readString(PAGE);
    StringBuilder written = new StringBuilder();
    Map<String, String> shown = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();
    Matcher section = SECTION.matcher(page);
    while (section.find()) {
      String changes = changes(section.group(1), section.group(4));
      assertThat(changes).as(section.group(1)).isNotEmpty();
      shown.put(section.group(1), section.group(5));
      actual.put(section.group(1), changes);
      String all = section.group();
      section.appendReplacement(
          written,
          Matcher.quoteReplacement(
              all.substring(0, section.start(5) - section.start()) + changes + "```\n"));
    }
    section.appendTail(written);
    if (System.getProperty("docs", "").equals("write")) {
      Files.writeString(PAGE, written.toString());
      return;
    }
    assertThat(shown).isEqualTo(actual);
  }

  private static Map<String, String> sections() throws IOException {
    return SECTION
        .matcher(Files.readString(PAGE))
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult r) -> r.group(1), r -> r.group(2), (a, b) -> b, LinkedHashMap::new));
  }

  private String changes(String operator, String example) throws IOException {
    return mutations(operator, example).stream()
        .map(m -> m.change().replace('\n', ' ') + "\n")
        .collect(Collectors.joining());
  }

  private List<Mutation> mutations(String operator, String example) throws IOException {
    Path file = Files.writeString(directory.resolve("example"), example);
    List<Mutation> all = new ArrayList<>();
    Operators.RULES.stream()
        .filter(o -> o.name().equals(operator))
        .forEach(o -> all.addAll(of(o, example)));
    Stream.concat(Operators.ROUTES.stream(), Operators.SCRAPING.stream())
        .filter(o -> o.name().equals(operator))
        .forEach(o -> all.addAll(o.mutations((YamlMapping) read(file))));
    if (Operators.TEMPLATES.name().equals(operator)) {
      all.addAll(Operators.TEMPLATES.mutations(file, example));
    }
    return all;
  }

  private List<Mutation> of(RuleOperator operator, String example) {
    String rules = "groups:\n- name: g\n  rules:\n  -\n" + example.indent(4) + "  - " + OTHER_RULE;
    try {
      Path file = Files.writeString(directory.resolve("rules.yml"), rules + "\n");
      List<Rule> all = RuleFile.read(file).get(0).rules();
      return operator.mutations(all.get(0), all);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(Path file) {
    return YamlSource.readConfiguration(file).documents().get(0);
  }
}
