package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Errors in the use of annotations: place, message, and what is allowed. */
class MisuseTest {

  private static final String CASE = "class io.firedrill.junit.MisuseTest$";

  @TempDir private Path output;

  @FiredrillTest
  static class NoRules extends Empty {}

  @FiredrillTest(rules = "rules/ingestoin.yml")
  static class NoSuchFile extends Empty {}

  @FiredrillTest(rules = "rules/*.json")
  static class NothingMatches extends Empty {}

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queues.yml")
  static class NoSuchResource extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml", alertmanagerConfig = "rules/ingestion*.yml")
  static class TwoConfigurations extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml", start = "2026-03-02")
  static class BadStart extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml", start = "1969-12-31T23:59:59Z")
  static class EarlyStart extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml", evaluationInterval = "1 minute")
  static class BadInterval extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml", prometheusFlags = "log.level=debug")
  static class RefusedFlag extends Empty {}

  @FiredrillTest(rules = "classpath:io/firedrill/junit/broken.yml")
  static class BrokenRules extends Empty {}

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      alertmanagerConfig = "classpath:io/firedrill/junit/uncaptured.yml")
  static class Uncaptured extends Empty {}

  @ExtendWith(FiredrillExtension.class)
  static class NoAnnotation extends Empty {}

  static class Empty {
    @Test
    void test(Drill drill) {}
  }

  @FiredrillTest(rules = "rules/ingestion.yml")
  static class TwoDrills {
    @Test
    void test(Drill one, Drill other) {}
  }

  @FiredrillTest(rules = "rules/ingestion.yml")
  static class BothWays extends Empty {
    @RegisterExtension final FiredrillExtension drills = FiredrillExtension.builder().build();
  }

  static class TwoBuilders {
    @RegisterExtension
    final FiredrillExtension drills = FiredrillExtension.builder().rules("rules/*").build();

    @Nested
    class Inner extends Empty {
      @RegisterExtension
      final FiredrillExtension others = FiredrillExtension.builder().rules("rules/*").build();
    }
  }

  static class BuilderWithoutRules extends Empty {
    @RegisterExtension
    static final FiredrillExtension DRILLS = FiredrillExtension.builder().build();
  }

  @FiredrillTest(rules = "rules/ingestion.yml")
  @ServerMatrix(prometheus = {})
  static class EmptyMatrix extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml")
  @ServerMatrix(
      prometheus = {"2.42", "3.5"},
      alertmanager = "0.25")
  static class UnevenMatrix extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml", prometheus = "3.5")
  @ServerMatrix(prometheus = "2.42")
  static class ServersTwice extends Empty {}

  @FiredrillTest(rules = "rules/ingestion.yml")
  @ServerMatrix(prometheus = "3.5")
  static class ClassDrillInMatrix extends Empty {
    @BeforeAll
    static void before(Drill drill) {}
  }

  @Test
  void ofTheAnnotation() {
    String here = Path.of("").toAbsolutePath().toString();
    says(NoRules.class, "rules is empty; name at least one rule file: \"rules/*.yml\"");
    says(
        NoSuchFile.class,
        """
        rules: there is no file "rules/ingestoin.yml" in %s
          hint: did you mean "rules/ingestion.yml"?"""
            .formatted(here));
    says(NothingMatches.class, "rules: no file matches \"rules/*.json\" in " + here);
    says(
        NoSuchResource.class,
        """
        rules: there is no "io/firedrill/junit/queues.yml" on the class path
          hint: did you mean "classpath:io/firedrill/junit/queue.yml"?""");
    says(
        TwoConfigurations.class,
        "alertmanagerConfig: \"rules/ingestion*.yml\" matches 2 files, not one");
    says(BadStart.class, "start must be a time such as 2026-03-02T08:00:00Z, not \"2026-03-02\"");
    says(
        EarlyStart.class,
        "a drill must start in the years 1970 to 2261, at a whole millisecond, not at 1969-12-31T23:59:59Z");
    says(
        BadInterval.class,
        "evaluationInterval must be a duration such as 30s or 1m, not \"1 minute\"");
    says(
        RefusedFlag.class,
        "Firedrill does not pass --log.level to Prometheus: Firedrill reads the server's log");
  }

  @Test
  void ofFilesThatCannotBeUsed() {
    says(
        BrokenRules.class,
        """
        a file cannot be used
        target/test-classes/io/firedrill/junit/broken.yml:4:5: error: "expr" is missing in a rule
            4 |   - {alert: Broken, exp: vector(1)}
              |     ^

        target/test-classes/io/firedrill/junit/broken.yml:4:21: error: unknown key "exp" in a rule
            4 |   - {alert: Broken, exp: vector(1)}
              |                     ^^^
          hint: did you mean "expr"?""");
    assertThat(Kit.failures(Kit.keepingIn(output).run(Uncaptured.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessageStartingWith(
                        """
                        @FiredrillTest on %sUncaptured: a file cannot be used
                        target/test-classes/io/firedrill/junit/uncaptured.yml:4:3: error: unknown\
                         key "pigeon_configs" in a receiver
                        """
                            .formatted(CASE)));
  }

  @Test
  void ofParameters() throws Exception {
    failsWith(
        NoAnnotation.class,
        CASE
            + "NoAnnotation: there are no rules to test; annotate it with @FiredrillTest(rules = ...)");
    failsWith(
        TwoDrills.class,
        TwoDrills.class.getDeclaredMethod("test", Drill.class, Drill.class)
            + " has 2 parameters of type Drill, but a test has only one drill");
  }

  @Test
  void ofSeveralDeclarations() {
    failsWith(
        BothWays.class,
        "%1$sBothWays: declares drills more than once:".formatted(CASE)
            + " @FiredrillTest on %1$sBothWays, FiredrillExtension drills of %1$sBothWays"
                .formatted(CASE));
    failsWith(
        TwoBuilders.class,
        ("%1$sTwoBuilders$Inner: declares drills more than once:"
                + " FiredrillExtension others of %1$sTwoBuilders$Inner,"
                + " FiredrillExtension drills of %1$sTwoBuilders")
            .formatted(CASE));
    failsWith(
        BuilderWithoutRules.class,
        "FiredrillExtension of %sBuilderWithoutRules: rules is empty; name at least one rule file:"
                .formatted(CASE)
            + " \"rules/*.yml\"");
  }

  @Test
  void ofTheMatrix() {
    failsWith(
        EmptyMatrix.class,
        "@ServerMatrix on "
            + CASE
            + "EmptyMatrix: prometheus must name at least one version or path");
    failsWith(
        UnevenMatrix.class,
        "@ServerMatrix on "
            + CASE
            + "UnevenMatrix: prometheus names 2 servers, but alertmanager 1: name none, or one"
            + " for each");
    says(ServersTwice.class, "sets servers, and so does @ServerMatrix; only one of them may");
  }

  @Test
  void ofTheMatrixAndTheWholeClass() {
    failsWith(
        ClassDrillInMatrix.class,
        "@ServerMatrix on %sClassDrillInMatrix: a drill of the whole class has no pair of"
                .formatted(CASE)
            + " servers; use a parameter of @BeforeEach, or of @BeforeAll of a nested class");
  }

  private void says(Class<?> testClass, String message) {
    failsWith(testClass, "@FiredrillTest on " + testClass + ": " + message);
  }

  private void failsWith(Class<?> testClass, String message) {
    assertThat(Kit.failures(Kit.keepingIn(output).run(testClass)))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessage(message));
  }
}
