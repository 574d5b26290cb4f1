package io.firedrill.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.suite.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants whose fate was worked out by hand, from the input, the rules, and the documentation of
 * Prometheus and Alertmanager. The queue has 50 jobs up to 4m, 150 from 5m to 15m, and 50 again.
 * The average of two minutes is that of two samples: 100 at 5m, 150 from 6m, 100 at 16m. So
 * QueueFull is pending at 6m, fires from 9m to 15m, and notifies at 9m30s. The worker is down from
 * 4m to 14m: pending at 4m, firing from 6m to 14m, resolved at 15m; flushes are at 6m30s, 11m30s
 * and 16m30s.
 */
class MutationRunTest {

  private static final Path FILES = Path.of("src/test/resources/io/firedrill/internal/mutation");

  private static final String NOTICED = "NOTICED";
  private static final String UNNOTICED = "UNNOTICED";

  @TempDir private Path logs;

  private static Map<String, String> workedOut() {
    Map<String, String> fates = new TreeMap<>();
    // The average is exactly 100 at 5m: it fires a minute earlier.
    fates.put("alert QueueFull: > becomes >=", NOTICED);
    // 50 jobs are enough: pending at 0m, firing at 3m.
    fates.put("alert QueueFull: > becomes <=", NOTICED);
    // No average is between 100 and 150.
    fates.put("alert QueueFull: 100 becomes 101", UNNOTICED);
    fates.put("alert QueueFull: 100 becomes 110", UNNOTICED);
    // 100 at 5m is above both.
    fates.put("alert QueueFull: 100 becomes 99", NOTICED);
    fates.put("alert QueueFull: 100 becomes 90", NOTICED);
    // It fires at 6m, 12m, and at 8m, the first evaluation after 7m30s.
    fates.put("alert QueueFull: for: 3m is dropped", NOTICED);
    fates.put("alert QueueFull: for: 3m becomes 6m", NOTICED);
    fates.put("alert QueueFull: for: 3m becomes 1m30s", NOTICED);
    // The maximum of 50 and 150 is 150 at 5m.
    fates.put("record queue:length:avg2m: avg_over_time becomes max_over_time", NOTICED);
    // The minimum is 150 from 6m to 15m, when the average is above 100, too.
    fates.put("record queue:length:avg2m: avg_over_time becomes min_over_time", UNNOTICED);
    // One sample is 150 at 5m; of four samples, the average is 100 at 6m and 125 at 7m.
    fates.put("record queue:length:avg2m: 2m becomes 1m", NOTICED);
    fates.put("record queue:length:avg2m: 2m becomes 4m", NOTICED);
    fates.put("record queue:length:avg2m: the rule is removed", NOTICED);
    // Without this severity, the root gets the notification.
    fates.put("alert QueueFull: label severity is dropped", NOTICED);
    fates.put("alert QueueFull: severity: critical becomes warning", NOTICED);
    fates.put("alert QueueFull: {{ $value }} is dropped from summary", NOTICED);
    // The worker of env dev is down from 0m.
    fates.put("alert WorkerDown: env=\"prod\" is dropped", NOTICED);
    fates.put("alert WorkerDown: env=\"prod\" becomes env!=\"prod\"", NOTICED);
    fates.put("alert WorkerDown: == becomes !=", NOTICED);
    // Nothing expects the severity, and the root takes the alert with and without it.
    fates.put("alert WorkerDown: label severity is dropped", UNNOTICED);
    // The critical route takes it, which expects nothing in this test, but the root does.
    fates.put("alert WorkerDown: severity: warning becomes critical", NOTICED);
    // Both times are expected.
    fates.put("the root route: group_wait: 30s becomes 15s", NOTICED);
    // No second notification is due until the alert is resolved at 15m, at 16m30s; the flushes
    // every 2m30s are at 9m, 11m30s, 14m and 16m30s, every 10m at 16m30s.
    fates.put("the root route: group_interval: 5m becomes 2m30s", UNNOTICED);
    fates.put("the root route: group_interval: 5m becomes 10m", UNNOTICED);
    // No test takes hours.
    fates.put("the root route: repeat_interval: 4h becomes 2h", UNNOTICED);
    // Each name has one alert.
    fates.put("the root route: group_by: [alertname] becomes ['...']", UNNOTICED);
    fates.put("route {severity=\"critical\"} to oncall: the route is removed", NOTICED);
    // WorkerDown goes there as well.
    fates.put("route {severity=\"critical\"} to oncall: severity=\"critical\" is dropped", NOTICED);
    // The two alerts are in different tests.
    fates.put(
        "inhibition of {alertname=\"WorkerDown\"} by {alertname=\"QueueFull\"}:"
            + " the inhibition rule is removed",
        UNNOTICED);
    // The alert ends at 16m, and the flush at 19m30s would say so.
    fates.put("receiver oncall, webhook: send_resolved: false becomes true", NOTICED);
    fates.put("receiver all, webhook: send_resolved: true becomes false", NOTICED);
    return fates;
  }

  @Test
  void agreesWithWhatWasWorkedOutByHand() {
    List<Selection.Test> tests = MutantRuns.tests(FILES.resolve("tests.yml"));
    List<Mutant> mutants = Mutants.of(tests, any -> true);

    MutationRun.Result together =
        MutantRuns.run(TestPairs.newest(), MutationRun.Way.TOGETHER, tests, mutants, logs);

    Map<String, String> expected = workedOut();
    Map<String, String> fates = fates(together);
    fates.keySet().retainAll(expected.keySet());
    assertThat(fates).isEqualTo(expected);
    assertThat(together.failing()).isEmpty();
    assertThat(together.count().withCopies()).isEqualTo(2);
    assertThat(together.count().alone()).isZero();
    assertThat(together.count().alertmanager()).isLessThan(together.count().oneByOne() / 2);
  }

  @Test
  void saysWhyNoTestNotices() {
    List<Selection.Test> tests = MutantRuns.tests(FILES.resolve("tests.yml"));
    List<Mutant> mutants =
        Mutants.of(tests, any -> true).stream()
            .filter(
                m ->
                    text(m).equals("alert WorkerDown: label severity is dropped")
                        || text(m).equals("alert QueueFull: 100 becomes 101"))
            .toList();

    MutationRun.Result result =
        MutantRuns.run(TestPairs.newest(), MutationRun.Way.TOGETHER, tests, mutants, logs);

    MutationReport report = MutationReport.of("SERVERS", result, Map.of());
    assertThat(report.mutants().stream().flatMap(m -> MutationText.lines(m).stream()))
        .containsExactly(
            "SURVIVED "
                + FILES
                + "/rules.yml:7:32  expr/threshold  alert QueueFull: 100 becomes 101",
            "         no input of 2 tests tells it from the original",
            "           " + FILES + "/tests.yml:5  a full queue pages",
            "           " + FILES + "/tests.yml:17  a worker that is down is reported",
            "SURVIVED "
                + FILES
                + "/rules.yml:14:14  rule/label  alert WorkerDown: label severity is dropped",
            "         in 1 of 2 tests, something differs that nothing expects",
            "           "
                + FILES
                + "/tests.yml:17  a worker that is down is reported: from 4m,"
                + " {alertname=\"WorkerDown\", env=\"prod\", severity=\"warning\"} is inactive instead of"
                + " pending; from 4m, {alertname=\"WorkerDown\", env=\"prod\"} is pending instead of"
                + " inactive",
            "           " + FILES + "/tests.yml:5  a full queue pages");
    assertThat(report.summary()).isEqualTo("2 mutants: 0 noticed, 2 survived; score: 0.0 %");
  }

  private static Map<String, String> fates(MutationRun.Result result) {
    Map<String, String> fates = new TreeMap<>();
    result
        .verdicts()
        .forEach(verdict -> fates.put(text(verdict.mutant()), verdict.notice().name()));
    return fates;
  }

  private static String text(Mutant mutant) {
    return mutant.mutation().subject() + ": " + mutant.mutation().change();
  }
}
