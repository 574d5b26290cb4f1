package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The parser makes the trees that Prometheus makes, and refuses what Prometheus refuses.
 *
 * <p>With {@code -Dpromql.prometheus=PATH -Dpromql.version=3.14}, a newer Prometheus is used; with
 * {@code -Dpromql.generated=N -Dpromql.seed=S}, other expressions are generated.
 */
class ParseQueryTest {

  private static final String VERSION = System.getProperty("promql.version", "3.5.3");
  private static final int GENERATED = Integer.getInteger("promql.generated", 2000);
  private static final long SEED = Long.getLong("promql.seed", 14);

  /** Errors in Prometheus's lexer: a comment or a colon before the first number of a range. */
  private static final Pattern SLIPS = Pattern.compile("(?i)\\[[^0-9\\]]*[#:]|offset[^a-z]*nan");

  /**
   * Words that only the newest version has as functions; generated expressions contain them by
   * chance.
   */
  private static final Pattern NEW_CALLS = Pattern.compile("(?i)(?<!@ ?)\\b(start|end)\\s*\\(");

  @TempDir private Path directory;

  @Test
  void buildsTheSameTrees() throws Exception {
    Grammar grammar = Grammar.of(VERSION);
    Set<String> expressions = new LinkedHashSet<>(RepositoryExpressions.all());
    assertThat(expressions).hasSizeGreaterThan(200);
    expressions.removeIf(e -> e.contains("holt_winters")); // Renamed in 3.0.
    expressions.addAll(generated(grammar, GENERATED));

    try (QueryParser server = QueryParser.start(VERSION, directory)) {
      assertThat(new ParseComparison(server, grammar).trees(expressions)).isEmpty();
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @ValueSource(strings = {"2.42", "2.53.3"})
  void refusesTheSame(String version) throws Exception {
    Set<String> expressions = generated(Grammar.of(version), 600);

    try (QueryParser server = QueryParser.start(version, directory)) {
      assertThat(new ParseComparison(server, Grammar.V2).verdicts(expressions)).isEmpty();
    }
  }

  /** Errors of Prometheus's lexer, and numbers that it changes. */
  @Test
  void acceptsExpressionsThatPrometheusRefusesByMistake() throws Exception {
    List<String> expressions =
        List.of("a > 0xEE", "0x1e-1", "a[# comment\n5m]", "a offset 5m # comment", "(0xfe)");

    try (QueryParser server = QueryParser.start(VERSION, directory)) {
      assertThat(new ParseComparison(server, Grammar.of(VERSION)).verdicts(expressions))
          .isEqualTo(
              Map.of(
                  "a > 0xEE", "only Prometheus refuses it",
                  "0x1e-1", "only Prometheus refuses it",
                  "a[# comment\n5m]", "only Prometheus refuses it"));
    }
  }

  /** Prometheus splits long expressions into lines; short ones are formatted as in rules. */
  @Test
  void printsLikePrometheus() throws Exception {
    Map<String, String> differences = new TreeMap<>();
    try (QueryParser server = QueryParser.start(VERSION, directory)) {
      for (String expression : valid(generated(Grammar.V2, 600))) {
        Optional<String> written = server.format(expression).map(w -> w.replace("+Inf", "Inf"));
        String ours = Promql.parse(expression).toString();
        // 3.5 drops the group after an empty "ignoring".
        if (written.isPresent()
            && !ours.contains(" ignoring ()")
            && !written.get().contains("\n")
            && !written.get().equals(ours)) {
          differences.put(written.get(), ours);
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  private static Set<String> generated(Grammar grammar, int count) {
    ExpressionGenerator generator = new ExpressionGenerator(grammar, SEED);
    Set<String> expressions = new LinkedHashSet<>();
    Stream.generate(generator::next).limit(count).forEach(expressions::add);
    expressions.removeIf(e -> SLIPS.matcher(e).find());
    expressions.removeIf(e -> grammar != Grammar.NEWEST && NEW_CALLS.matcher(e).find());
    return expressions;
  }

  private static List<String> valid(Set<String> expressions) {
    return new ArrayList<>(expressions)
        .stream().filter(e -> Promql.tryParse(e).isPresent()).toList();
  }
}
