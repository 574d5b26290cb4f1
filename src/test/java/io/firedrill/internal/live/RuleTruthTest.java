package io.firedrill.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.relevance.MissingInput;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about random rules is held against queries of the server. */
class RuleTruthTest {

  private static final long SEED = Long.getLong("truth.seed", 1);
  private static final int RULES = Integer.getInteger("truth.rules", 200);

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant TIME = START.plus(Duration.ofMinutes(15));
  private static final String PLACE = " \\([^ ]*rules\\.yml:\\d+:\\d+\\)";

  private static final Pattern NO_SAMPLES =
      Pattern.compile(": (.+?)" + PLACE + " has no samples(?! with)");
  private static final Pattern NO_SERIES =
      Pattern.compile(": (.+?)" + PLACE + " has no series with ");
  private static final Pattern IS_FALSE =
      Pattern.compile(
          ": (.+)"
              + PLACE
              + " is false(?:: the (?:nearest )?value is (\\S+?)(?: of (.+?))?(?:,.*)?)?$");
  private static final Pattern NO_MATCH = Pattern.compile("no labels match in");
  private static final Pattern SIDE = Pattern.compile("  (?:left|right): (.+) returned .+");
  private static final Pattern UNLESS =
      Pattern.compile("the right side of unless, (.+?)" + PLACE + ", excludes");
  private static final Pattern NOTHING = Pattern.compile(": (.+?)" + PLACE + " returned nothing");
  private static final Pattern IS_TRUE =
      Pattern.compile(
          "(?:: |; )([^;]+?)"
              + PLACE
              + " is true: the value is (\\S+?)(?: of .+?)?(?:, .*)?(?=;|$)");

  @TempDir private Path directory;

  private final List<String> contradictions = new ArrayList<>();

  /** The label that the alerts have in question, if only some are. */
  private Optional<String> job = Optional.empty();

  private int checked;

  @Test
  void isWhatTheServerAnswers() throws IOException {
    Map<String, String> rules = rules();
    Path file = write(rules);
    try (Drill drill = drill(file)) {
      Map<String, SelectedAlerts> alerts = new LinkedHashMap<>();
      rules.keySet().forEach(name -> alerts.put(name, SelectedAlerts.of(drill.alerts(name))));
      judge(drill, alerts, rules, missing(file));
      job = Optional.of("x");
      rules
          .keySet()
          .forEach(name -> alerts.put(name, SelectedAlerts.of(drill.alerts(name, "job", "x"))));
      judge(drill, alerts, rules, missing(file));
    }

    assertThat(contradictions).isEmpty();
    assertThat(checked).isGreaterThan(RULES);
  }

  private void judge(
      Drill drill,
      Map<String, SelectedAlerts> alerts,
      Map<String, String> rules,
      MissingInput missing) {
    alerts.forEach(
        (name, alert) -> {
          boolean active = alert.isFiring();
          if (active && !missing.ofAlert(name).isEmpty()) {
            contradictions.add(name + " can fire: " + rules.get(name));
          }
          List<String> why =
              alert.why(active ? AlertState.INACTIVE : AlertState.FIRING, List.of(TIME));
          if (why.isEmpty() && !failed(drill, rules.get(name))) {
            contradictions.add(name + " is not explained: " + rules.get(name));
          }
          why.forEach(line -> check(drill, name + " " + rules.get(name) + " | ", line));
        });
  }

  private void check(Drill drill, String rule, String line) {
    Matcher m = NO_SAMPLES.matcher(line);
    while (m.find()) {
      require(rule, line, values(drill, m.group(1)).isEmpty());
    }
    m = NO_SERIES.matcher(line);
    while (m.find()) {
      require(rule, line, values(drill, "count_over_time(" + ranged(m.group(1)) + ")").isEmpty());
    }
    m = IS_FALSE.matcher(line);
    if (m.find()) {
      String comparison = last(m.group(1));
      require(rule, line, values(drill, comparison).isEmpty());
    }
    m = NO_MATCH.matcher(line);
    if (m.find()) {
      checked++;
    }
    m = SIDE.matcher(line);
    if (m.matches()) {
      require(rule, line, returnsAny(drill, m.group(1)));
    }
    m = UNLESS.matcher(line);
    if (m.find()) {
      require(rule, line, returnsAny(drill, m.group(1)));
    }
    m = NOTHING.matcher(line);
    if (m.find() && !line.contains("its rule at") && !line.contains("returned nothing with")) {
      require(rule, line, values(drill, m.group(1)).isEmpty());
    }
    m = IS_TRUE.matcher(line);
    while (m.find()) {
      require(rule, line, values(drill, m.group(1)).contains(m.group(2)));
    }
    require(rule, line, !line.contains("not known"));
  }

  /** A selector as a range, which one with an offset cannot be by text alone. */
  private static String ranged(String selector) {
    return selector.endsWith("]") || selector.contains(" offset ")
        ? selector.replaceFirst("^([^\\[ ]+) offset (.*)$", "$1[5m] offset $2")
        : selector + "[5m]";
  }

  /** Behind "its rule at ... returned nothing; ". */
  private static String last(String part) {
    return part.substring(
        part.lastIndexOf("returned nothing; ") < 0
            ? 0
            : part.lastIndexOf("returned nothing; ") + 18);
  }

  private void require(String rule, String line, boolean holds) {
    if (line.contains("...")) {
      return; // A part is cut, and cannot be asked for.
    }
    checked++;
    if (!holds) {
      contradictions.add(rule + line);
    }
  }

  private static boolean failed(Drill drill, String expr) {
    return outcome(drill, expr) instanceof QueryOutcome.Refusal;
  }

  private static QueryOutcome outcome(Drill drill, String expr) {
    return ((AnsweredQuery) drill.query(expr, TIME)).outcome();
  }

  /** Sides are matched by other labels, perhaps. */
  private static boolean returnsAny(Drill drill, String expr) {
    return !outcome(drill, expr).elements().orElse(List.of()).isEmpty();
  }

  private List<String> values(Drill drill, String expr) {
    return outcome(drill, expr).elements().orElse(List.of()).stream()
        .filter(e -> e.labels().get("job").filter(v -> !v.equals(job.orElse(v))).isEmpty())
        .map(e -> e.value().toString().replaceAll("Number\\[value=(.*)]", "$1"))
        .map(v -> v.endsWith(".0") ? v.substring(0, v.length() - 2) : v)
        .toList();
  }

  private static Map<String, String> rules() {
    RandomExpressions expressions = new RandomExpressions(SEED);
    Set<String> different = new LinkedHashSet<>();
    while (different.size() < RULES) {
      String expr = expressions.next();
      if (Promql.tryParse(expr).isPresent()) {
        different.add(expr);
      }
    }
    Map<String, String> rules = new LinkedHashMap<>();
    different.forEach(expr -> rules.put("R" + rules.size(), expr));
    return rules;
  }

  private Path write(Map<String, String> rules) throws IOException {
    StringBuilder text = new StringBuilder("groups:\n- name: random\n  rules:\n");
    text.append("  - {record: recorded, expr: 'sum by (job) (a) > 8'}\n");
    text.append("  - {record: recorded_gone, expr: 'sum(gone)'}\n");
    rules.forEach(
        (name, expr) -> text.append("  - {alert: %s, expr: '%s'}\n".formatted(name, expr)));
    return Files.writeString(directory.resolve("rules.yml"), text);
  }

  private static final List<String> FED =
      List.of(
          "a{job=\"x\"}",
          "a{job=\"y\", k=\"1\"}",
          "b{job=\"x\", k=\"2\"}",
          "b{job=\"w\"}",
          "ended{job=\"x\"}");

  private static Drill drill(Path rules) {
    Drill drill =
        new RigDrill(TestPairs.newest(), DrillSpec.ofRules(List.of(rules)).start(START).build());
    drill
        .series(FED.get(0), "0+1x60")
        .series(FED.get(1), "20-1x60")
        .series(FED.get(2), "7.5x60")
        .series(FED.get(3), "NaN 1x60")
        .series(FED.get(4), "3x5");
    return drill.runTo(TIME);
  }

  private static MissingInput missing(Path file) {
    List<Rule> rules =
        RuleFile.read(file).stream().flatMap(group -> group.rules().stream()).toList();
    List<Labels> fed = FED.stream().map(SeriesNotation::selector).toList();
    return new MissingInput(
        rules, selector -> fed.stream().anyMatch(s -> SelectedSeries.selects(selector, s)));
  }
}
