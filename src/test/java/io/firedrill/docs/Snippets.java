package io.firedrill.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks that a documentation page quotes code that the build compiles and runs. In the code, a
 * snippet lies between two comments, in Java or in YAML:
 *
 * <pre>
 * // snippet: firing
 * assertThat(drill.alerts("X")).isFiring();
 * // end: firing
 * </pre>
 *
 * <p>In the page, {@code <!-- snippet: firing -->} stands on the line before its code block. Every
 * Java block of a page needs one. Snippets may lie within each other. A page's test calls {@link
 * #assertQuotedIn}; run with {@code -Ddocs=write}, it writes the snippets into the page.
 */
public final class Snippets {

  private static final Pattern MARK = Pattern.compile("\\s*(?://|#) (snippet|end): (\\S+)");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)^(?<name><!-- snippet: (\\S+) -->\n)?```(?<language>\\w*)\n(?<text>(?s:.*?))^```$");

  private final Map<String, String> regions = new LinkedHashMap<>();

  private Snippets() {}

  /** The snippets of files. */
  public static Snippets of(Path... sources) throws IOException {
    Snippets snippets = new Snippets();
    for (Path source : sources) {
      snippets.read(source);
    }
    return snippets;
  }

  /** Fails unless the page quotes every snippet, and its Java code is nothing else. */
  public void assertQuotedIn(Path page) throws IOException {
    String text = Files.readString(page);
    Set<String> quoted = new LinkedHashSet<>();
    String filled = fill(text, quoted);
    if ("write".equals(System.getProperty("docs"))) {
      Files.writeString(page, filled);
    } else {
      assertThat(text)
          .as("%s (write it with -Ddocs=write)", page)
          .isEqualToNormalizingNewlines(filled);
    }
    assertThat(quoted).as("snippets of %s", page).containsAll(regions.keySet());
  }

  String fill(String page, Set<String> quoted) {
    return BLOCK
        .matcher(page)
        .replaceAll(block -> Matcher.quoteReplacement(filled(block.group(), quoted)));
  }

  private String filled(String whole, Set<String> quoted) {
    Matcher block = BLOCK.matcher(whole);
    assertThat(block.matches()).isTrue();
    if (block.group("name") == null) {
      assertThat(block.group("language"))
          .as("the language of a block that is no snippet:\n%s", whole)
          .isNotEqualTo("java");
      return whole;
    }
    String name = block.group(2);
    assertThat(regions).as("snippets").containsKey(name);
    quoted.add(name);
    return block.group("name") + "```" + block.group("language") + "\n" + regions.get(name) + "```";
  }

  private void read(Path source) throws IOException {
    Map<String, StringBuilder> open = new TreeMap<>();
    for (String line : Files.readAllLines(source)) {
      Matcher mark = MARK.matcher(line);
      if (!mark.matches()) {
        open.values().forEach(text -> text.append(line).append('\n'));
      } else if (mark.group(1).equals("snippet")) {
        assertThat(regions).as("snippets so far").doesNotContainKey(mark.group(2));
        assertThat(open.put(mark.group(2), new StringBuilder())).isNull();
      } else {
        assertThat(open).as("snippets that begin before %s", line).containsKey(mark.group(2));
        regions.put(mark.group(2), dedented(open.remove(mark.group(2)).toString()));
      }
    }
    assertThat(open).as("snippets of %s without an end", source).isEmpty();
  }

  private static String dedented(String text) {
    List<String> lines = text.lines().toList();
    int indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return lines.stream()
        .map(line -> line.isBlank() ? "\n" : line.substring(indent) + "\n")
        .collect(Collectors.joining())
        .strip()
        .concat("\n");
  }
}
