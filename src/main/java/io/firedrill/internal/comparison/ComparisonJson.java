package io.firedrill.internal.comparison;

import io.firedrill.internal.result.JsonForm;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.WarningResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Differences in JSON. Times are virtual; equal differences make equal text. */
public final class ComparisonJson {

  private static final int VERSION = 1;

  private record Root(
      int version,
      String servers,
      String base,
      String head,
      int differences,
      List<Test> tests,
      List<WarningResult> warnings) {}

  private record Test(
      String file,
      String name,
      int line,
      String extent,
      String note,
      Instant start,
      List<Alert> alerts,
      List<Notified> notifications,
      List<Rule> rules) {}

  private record Alert(
      String change,
      double offsetSeconds,
      Optional<Course> base,
      Optional<Course> head,
      List<Different> parts) {}

  private record Course(
      Map<String, String> labels,
      Optional<Double> pendingSeconds,
      Optional<Double> firingSeconds,
      Optional<Double> endSeconds) {}

  private record Notified(
      String change,
      double offsetSeconds,
      Optional<NotificationResult> base,
      Optional<NotificationResult> head,
      List<Different> parts) {}

  private record Rule(String change, String text) {}

  private record Different(
      String aspect, String name, Optional<String> base, Optional<String> head) {}

  private ComparisonJson() {}

  /** All compared tests with their differences. */
  public static String of(SuiteComparison suite) {
    Root root =
        new Root(
            VERSION,
            suite.servers(),
            suite.base(),
            suite.head(),
            suite.differences(),
            suite.tests().stream().map(ComparisonJson::test).toList(),
            suite.warnings());
    return JsonForm.write(root);
  }

  private static Test test(ComparedTest test) {
    TestComparison comparison = test.comparison();
    return new Test(
        test.file(),
        test.name(),
        test.line(),
        test.extent().toString(),
        test.note(),
        comparison.start(),
        comparison.alerts().stream().map(ComparisonJson::alert).toList(),
        comparison.notifications().stream().map(ComparisonJson::notified).toList(),
        comparison.rules().stream()
            .map(rule -> new Rule(rule.change().toString(), rule.title()))
            .toList());
  }

  private static Alert alert(AlertDifference alert) {
    return new Alert(
        alert.change().toString(),
        seconds(alert.offset()),
        alert.base().map(ComparisonJson::course),
        alert.head().map(ComparisonJson::course),
        parts(alert.parts()));
  }

  private static Course course(Episode episode) {
    return new Course(
        episode.alert().asMap(),
        episode.pending().map(ComparisonJson::seconds),
        episode.firing().map(ComparisonJson::seconds),
        episode.end().map(ComparisonJson::seconds));
  }

  private static Notified notified(NotificationDifference notification) {
    return new Notified(
        notification.change().toString(),
        seconds(notification.offset()),
        notification.base(),
        notification.head(),
        parts(notification.parts()));
  }

  private static List<Different> parts(List<Part> parts) {
    return parts.stream()
        .map(p -> new Different(p.aspect().toString(), p.name(), p.base(), p.head()))
        .toList();
  }

  private static double seconds(Duration offset) {
    return offset.toMillis() / 1000.0;
  }
}
