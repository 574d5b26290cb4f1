package io.firedrill.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.assertions.AlertsAssert;
import io.firedrill.assertions.DrillAssert;
import io.firedrill.assertions.QueryAssert;
import io.firedrill.assertions.ReceiverAssert;
import io.firedrill.assertions.TimelineAssert;
import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every assertion's Javadoc has an example that passes and one that fails, and both are true. */
class AssertionExamplesTest {

  private static final Path SOURCES = Path.of("src/main/java/io/firedrill/assertions");
  private static final List<Class<?>> ASSERTS =
      List.of(
          AlertsAssert.class,
          DrillAssert.class,
          QueryAssert.class,
          ReceiverAssert.class,
          TimelineAssert.class);
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "(?s)<pre>\\{@code\\n((?:(?!\\*/).)*?)\\}</pre>(?:(?!\\*/).)*\\*/\\s*"
              + "(?:@Override\\s*)?public \\w+Assert (\\w+)\\(");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)// (passes|fails)\\n(.+?;)\\n");
  private static final String JOB =
      "pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}";

  /**
   * An example.
   *
   * @param of the assertion
   * @param code one statement
   * @param outcome passes or fails
   */
  private record Example(String of, String code, String outcome) {}

  @TempDir Path directory;

  @Test
  void coverEveryAssertion() throws IOException {
    for (Class<?> type : ASSERTS) {
      Map<String, List<String>> outcomes =
          examples(type).stream()
              .collect(
                  Collectors.groupingBy(
                      Example::of,
                      LinkedHashMap::new,
                      Collectors.mapping(Example::outcome, Collectors.toList())));
      Map<String, Long> overloads =
          Arrays.stream(type.getDeclaredMethods())
              .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
              .collect(Collectors.groupingBy(Method::getName, Collectors.counting()));

      assertThat(outcomes.keySet()).as("%s", type).isEqualTo(overloads.keySet());
      outcomes.forEach(
          (name, found) ->
              assertThat(found)
                  .as("examples of %s.%s", type.getSimpleName(), name)
                  .hasSize(2 * overloads.get(name).intValue())
                  .containsOnly("passes", "fails")
                  .startsWith("passes", "fails"));
    }
  }

  @Test
  void passAndFailAsDocumented() throws Exception {
    List<Example> examples = new ArrayList<>();
    for (Class<?> type : ASSERTS) {
      examples.addAll(examples(type));
    }
    Class<?> compiled = compiled(examples);
    List<Drill> drills = new ArrayList<>();
    try {
      drills.add(drill(routed("rules/ingestion.yml")).series(JOB, "0x1080 1x360"));
      drills.add(drill(routed("rules/ingestion.yml")).series(JOB, "0x1080 1x360"));
      drills.add(drill(routed("rules/ingestion.yml")).series(JOB, "0x1080 1x360"));
      drills.add(drill(routed("rules/ingestion.yml")).series(JOB, "1x60"));
      drills.add(broken());
      drills.get(0).runFor(Duration.ofHours(24));
      drills.get(1).runFor(Duration.ofMinutes(10));
      drills.get(2).runFor(Duration.ofHours(1));
      drills.get(3).runFor(Duration.ofHours(1));
      drills.get(4).runFor(Duration.ofMinutes(1));
      List<String> untrue = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        Example example = examples.get(i);
        String outcome = outcome(compiled.getMethod("example" + i, Drill[].class), drills);
        if (!outcome.startsWith(example.outcome())) {
          untrue.add(example.of() + ": " + example.code() + " " + outcome);
        }
      }

      assertThat(untrue).isEmpty();
    } finally {
      drills.forEach(Drill::close);
    }
  }

  private static List<Example> examples(Class<?> type) throws IOException {
    String source = Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
    return DOCUMENTED
        .matcher(source)
        .results()
        .flatMap(
            documented -> {
              String text =
                  documented
                      .group(1)
                      .lines()
                      .map(line -> line.replaceFirst("^ *\\* ?", "") + "\n")
                      .collect(Collectors.joining());
              return EXAMPLE
                  .matcher(text)
                  .results()
                  .map(e -> new Example(documented.group(2), e.group(2), e.group(1)));
            })
        .toList();
  }

  /** A class with a method for each example, which takes the drills. */
  private Class<?> compiled(List<Example> examples) throws Exception {
    StringBuilder source = new StringBuilder();
    source.append(
        """
        import static io.firedrill.assertions.DrillAssertions.*;
        import io.firedrill.drill.Drill;
        import java.nio.file.Path;
        public class Examples {
        """);
    for (int i = 0; i < examples.size(); i++) {
      source.append(
          """
            public static void example%d(Drill[] drills) {
              Drill drill = drills[0], after10m = drills[1], after1h = drills[2];
              Drill healthy = drills[3], broken = drills[4];
              %s
            }
          """
              .formatted(i, examples.get(i).code()));
    }
    Path file = Files.writeString(directory.resolve("Examples.java"), source + "}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    List<String> options =
        List.of("-proc:none", "-d", directory.toString(), "-cp", classpath(), "-Xlint:none");
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(errors, files, null, options, null, files.getJavaFileObjects(file))
              .call();
      assertThat(done).as("%s", errors).isTrue();
    }
    URL[] urls = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return loader.loadClass("Examples");
    }
  }

  private static String classpath() {
    return Stream.of("surefire.test.class.path", "java.class.path")
        .map(System::getProperty)
        .filter(path -> path != null)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String outcome(Method example, List<Drill> drills) throws IllegalAccessException {
    try {
      example.invoke(null, (Object) drills.toArray(Drill[]::new));
      return "passes";
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof AssertionError
          ? "fails with " + e.getCause().getMessage()
          : "throws " + e.getCause();
    }
  }

  private static DrillSpec routed(String rules) {
    return DrillSpec.ofRules(Path.of(rules))
        .alertmanagerConfig(Path.of("rules/ingestion-routes.yml"))
        .start(Instant.parse("2026-03-02T08:00:00Z"))
        .build();
  }

  private Drill broken() throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yml"),
            """
            groups:
            - name: broken
              rules:
              - {alert: Broken, expr: left / on() right}
            """);
    return drill(DrillSpec.ofRules(rules).build())
        .series("left", "1x5")
        .series("right{a=\"1\"}", "1x5")
        .series("right{a=\"2\"}", "1x5");
  }

  private static Drill drill(DrillSpec spec) {
    return new RigDrill(TestPairs.newest(), spec);
  }
}
