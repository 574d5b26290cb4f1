package io.firedrill.internal.generation;

import io.firedrill.internal.generation.StateWindows.Window;
import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.PlannedSeries;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the tests of a rule file as a JUnit test class. */
final class JavaTestText {

  private final StringBuilder text = new StringBuilder();
  private final Set<String> methods = new HashSet<>();
  private final Map<InputPlan, Observation> observations;

  private JavaTestText(Map<InputPlan, Observation> observations) {
    this.observations = observations;
  }

  /**
   * The class.
   *
   * @param packageName the class's package; empty for none
   */
  static String of(
      String packageName,
      String className,
      List<Path> ruleFiles,
      Optional<Path> alertmanagerConfig,
      List<Attempts> rules,
      Map<InputPlan, Observation> observations) {
    JavaTestText writer = new JavaTestText(observations);
    writer.head(packageName, className, ruleFiles, alertmanagerConfig);
    for (Attempts attempts : rules) {
      Labels told =
          FileText.told(
              attempts,
              rules.stream()
                  .filter(other -> other.rule().name().equals(attempts.rule().name()))
                  .toList());
      for (Attempts.Tried tried : attempts.all()) {
        writer.method(attempts.rule(), tried, told);
      }
      if (attempts.fires().isEmpty()) {
        writer.text.append('\n');
        NotFoundText.of(attempts).lines().forEach(line -> writer.line("  //" + line.substring(1)));
      }
    }
    writer.line("}");
    return writer.text.toString();
  }

  private void line(String content) {
    text.append(content).append('\n');
  }

  private void head(
      String packageName, String className, List<Path> rules, Optional<Path> alertmanager) {
    if (!packageName.isEmpty()) {
      line("package " + packageName + ";\n");
    }
    line("import static io.firedrill.assertions.DrillAssertions.assertThat;");
    line("import static io.firedrill.assertions.DrillAssertions.duration;");
    if (alertmanager.isPresent()) {
      line("import static io.firedrill.assertions.DrillAssertions.notification;");
    }
    line("\nimport io.firedrill.drill.Drill;");
    line("import io.firedrill.junit.FiredrillTest;");
    line("import java.time.Instant;");
    line("import org.junit.jupiter.api.Test;\n");
    List<String> names = rules.stream().map(f -> quoted(f.toString())).toList();
    line("@FiredrillTest(");
    String list = names.size() == 1 ? names.get(0) : "{" + String.join(", ", names) + "}";
    line("    rules = " + list + (alertmanager.isPresent() ? "," : ")"));
    alertmanager.ifPresent(f -> line("    alertmanagerConfig = " + quoted(f.toString()) + ")"));
    line("class " + className + " {");
  }

  private void method(AlertRule rule, Attempts.Tried tried, Labels told) {
    InputPlan input = tried.input();
    line("\n  @Test");
    line("  void " + methodName(rule, input) + "(Drill drill) {");
    if (!input.evaluation().equals(Duration.ofMinutes(1))) {
      line("    drill.evaluateEvery(" + duration(input.evaluation()) + ");");
    }
    if (!input.step().equals(input.evaluation())) {
      line("    drill.sampleEvery(" + duration(input.step()) + ");");
    }
    line("    drill.startAt(Instant.parse(" + quoted(input.start().toString()) + "));");
    for (PlannedSeries series : input.series()) {
      line("    // " + series.comment());
      line(
          "    drill.series(%s, %s);"
              .formatted(quoted(series.labels().toString()), quoted(series.values())));
    }
    if (tried.isWithoutSamples()) {
      line("    drill.withoutSamples(" + quoted(rule.name()) + ");");
    }
    line("\n    drill.runFor(" + duration(input.length()) + ");\n");
    states(rule, tried, told);
    Optional.ofNullable(observations.get(input))
        .ifPresent(o -> notifications(o.notifications(), input));
    line("  }");
  }

  private void states(AlertRule rule, Attempts.Tried tried, Labels told) {
    List<Window> windows =
        StateWindows.of(
            tried.result().alerts(), rule.name(), told, rule.interval(), tried.input().length());
    List<String> arguments = new ArrayList<>(List.of(quoted(rule.name())));
    told.asMap().forEach((name, value) -> arguments.addAll(List.of(quoted(name), quoted(value))));
    text.append("    assertThat(drill.alerts(" + String.join(", ", arguments) + "))");
    for (Window window : windows) {
      String state = window.state().name().toLowerCase(Locale.ROOT);
      text.append("\n        .is")
          .append(Character.toUpperCase(state.charAt(0)))
          .append(state.substring(1))
          .append("Between(")
          .append(duration(window.from()))
          .append(", ")
          .append(duration(window.to()))
          .append(')');
    }
    line(";");
  }

  private void notifications(List<Notification> notifications, InputPlan input) {
    for (String receiver : notifications.stream().map(Notification::receiver).distinct().toList()) {
      List<String> expected = new ArrayList<>();
      for (Notification sent : notifications) {
        if (sent.receiver().equals(receiver)) {
          Duration at =
              Duration.between(input.start(), sent.time()).truncatedTo(ChronoUnit.SECONDS);
          String status = sent.status().equals("firing") ? "firing()" : "resolved()";
          expected.add(
              "            notification().at(%s).%s".formatted(quoted(TestText.time(at)), status));
        }
      }
      line("    assertThat(drill.receiver(" + quoted(receiver) + "))");
      line("        .received(");
      line(String.join(",\n", expected) + ");");
    }
  }

  private String methodName(AlertRule rule, InputPlan input) {
    String subject = identifier(rule.name());
    String name =
        switch (input.kind()) {
          case FIRES -> subject + "Fires";
          case TOO_SHORT -> subject + "DoesNotFireIfItIsOverSoon";
          case NEAR_MISS -> subject + "DoesNotFire" + capital(words(input.condition()));
        };
    String unique = name;
    for (int i = 2; !methods.add(unique); i++) {
      unique = name + i;
    }
    return unique;
  }

  /** The first words of a condition: {@code just short of}. */
  private static String words(String condition) {
    for (String words : List.of("just short of", "while there is", "without", "with")) {
      if (condition.startsWith(words + " ")) {
        return words.equals("while there is")
            ? "while there are samples"
            : words.equals("just short of") ? "just short of the limit" : words + " the other";
      }
    }
    return condition;
  }

  private static String capital(String words) {
    StringBuilder name = new StringBuilder();
    for (String word : words.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }

  static String identifier(String name) {
    String joined = capital(name);
    String lower =
        joined.isEmpty() ? "alert" : Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    return Character.isJavaIdentifierStart(lower.charAt(0)) ? lower : "alert" + lower;
  }

  /** {@code NodeExporterAlertsTest} of {@code node-exporter.rules.yml}. */
  static String className(Path ruleFile) {
    String name = capital(FileNames.stem(ruleFile));
    String start = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "Rules" + name : name;
    return start + "AlertsTest";
  }

  private static String duration(Duration duration) {
    return "duration(" + quoted(TestText.time(duration)) + ")";
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
