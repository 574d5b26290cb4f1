package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.RuleTrace;
import io.firedrill.internal.verdict.RuleTrace.Part;
import io.firedrill.internal.verdict.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which part of a rule decided, as real servers answer. */
class RuleExplanationTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  @TempDir private Path directory;

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void selectorsWithoutSamples(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                - {record: 'job:errors:rate5m', expr: 'sum by (job) (rate(errors_total[5m]))'}
                - {record: high, expr: 'job:errors:rate5m > 1'}
                - {alert: Misspelt, expr: 'queue_lenght > 100'}
                - {alert: Nowhere, expr: 'max_over_time(rate(nowhere[5m])[10m:1m]) > 1'}
                - {alert: Value, expr: 'errors_total{code="500"} > 0'}
                - {alert: Ended, expr: 'ended < 5'}
                - {alert: Offset, expr: 'queue_length offset 1h > 5'}
                - {alert: Recorded, expr: 'job:errors:rate5m{job="api"} > 0.5'}
                - {alert: Twice, expr: 'high > 2'}
                - {alert: OneSample, expr: 'rate(errors_total[30s]) > 0'}
                - {alert: OtherQueue, expr: 'queue_length > 1'}
                - {alert: Either, expr: 'nowhere > 5 or queue_length > 1000'}
                """,
                """
                - {series: 'queue_length{queue="a"}', values: 50x60}
                - {series: 'errors_total{code="5xx", job="web"}', values: 0+6x60}
                - {series: ended, values: 9x10}
                """,
                """
                - {alertname: Misspelt, from: 10m, to: 12m, state: firing}
                - {alertname: Nowhere, from: 10m, to: 12m, state: pending}
                - {alertname: Value, from: 10m, to: 12m, state: firing}
                - {alertname: Ended, from: 20m, to: 22m, state: firing}
                - {alertname: Offset, from: 10m, to: 12m, state: firing}
                - {alertname: Recorded, from: 10m, to: 12m, state: firing}
                - {alertname: Twice, from: 10m, to: 12m, state: firing}
                - {alertname: OneSample, from: 10m, to: 12m, state: firing}
                - {alertname: OtherQueue, labels: {queue: b}, from: 10m, to: 12m, state: firing}
                - {alertname: Either, from: 10m, to: 12m, state: firing}
                """))
        .containsExactly(
            "Misspelt from 10m to 12m: queue_lenght (rules.yml:6:30) has no samples in this run;"
                + " the nearest metric that has is queue_length",
            "Nowhere from 10m to 12m: nowhere[5m] (rules.yml:7:48) has no samples in this run;"
                + " metrics that have: ended, errors_total, job:errors:rate5m and 1 more",
            "Value from 10m to 12m: errors_total{code=\"500\"} (rules.yml:8:27) has no samples in"
                + " this run; the nearest series is errors_total{code=\"5xx\", job=\"web\"}: code"
                + " is \"5xx\"",
            "Ended from 20m to 22m: ended (rules.yml:9:27) has no samples then; the last before is"
                + " 9 at 10m, and the lookback is 5m",
            "Offset from 10m to 12m: queue_length offset 1h (rules.yml:10:28) has no samples 1h"
                + " earlier; the first after is 50 at 0s",
            "Recorded from 10m to 12m: job:errors:rate5m{job=\"api\"} (rules.yml:11:30) has no"
                + " samples: its rule at rules.yml:4:5 returned nothing; errors_total[5m]"
                + " (rules.yml:4:61) has no series with job=\"api\"; the nearest is {code=\"5xx\","
                + " job=\"web\"}",
            "Twice from 10m to 12m: high (rules.yml:12:27) has no samples: its rule at"
                + " rules.yml:5:5 returned nothing; job:errors:rate5m > 1 (rules.yml:5:27) is"
                + " false: the value is 0.1 of job:errors:rate5m{job=\"web\"}",
            "OneSample from 10m to 12m: rate(errors_total[30s]) (rules.yml:13:31) returned nothing:"
                + " rate needs two samples in errors_total[30s], and each series has one",
            "OtherQueue{queue=\"b\"} from 10m to 12m: queue_length (rules.yml:14:32) has no series"
                + " with queue=\"b\"; the nearest is queue_length{queue=\"a\"}",
            "Either from 10m to 12m: nowhere (rules.yml:15:28) has no samples in this run; metrics"
                + " that have: ended, errors_total, job:errors:rate5m and 1 more",
            "Either from 10m to 12m: queue_length > 1000 (rules.yml:15:43) is false: the nearest"
                + " value is 50 of queue_length{queue=\"a\"}, at 10m");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void comparisonsAndJoins(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                - {alert: Full, expr: 'queue_length > 100'}
                - {alert: Mirrored, expr: '100 < sum by (queue) (queue_length)'}
                - {alert: AgainstScalar, expr: 'queue_length > scalar(allowed)'}
                - {alert: AgainstSeries, expr: 'queue_length > on (queue) group_left () top'}
                - {alert: Quantile, expr: 'histogram_quantile(0.9, rate(latency_bucket[5m])) > 1'}
                - alert: NoActivation
                  expr: |
                    increase(activated_total{event="signup"}[1h]) > 0
                      and increase(reached_total[1h]) == 0
                - {alert: Fraction, expr: 'disk_free / on (instance) disk_size < 0.1'}
                - {alert: Down, expr: 'down == 1 unless on (site) maintenance == 1'}
                - {alert: Silent, expr: 'absent(heartbeat{job="web"})'}
                - {alert: Labels, expr: 'queue_length > 1'}
                - {alert: Page, expr: 'queue_length > 1', labels: {severity: page}}
                """,
                """
                - {series: 'queue_length{queue="a"}', values: 50+1x40 10x60}
                - {series: 'queue_length{queue="b"}', values: 20x100}
                - {series: allowed, values: 95x100}
                - {series: 'top{queue="a"}', values: 60x100}
                - {series: 'latency_bucket{le="1"}', values: 0+1x100}
                - {series: 'activated_total{event="signup", job="web"}', values: 0+3x100}
                - {series: 'reached_total{job="web"}', values: 40x100}
                - {series: 'disk_free{instance="a:9100"}', values: 5x100}
                - {series: 'disk_size{instance="a"}', values: 100x100}
                - {series: 'down{site="x", host="h"}', values: 1x100}
                - {series: 'maintenance{site="x"}', values: 1x100}
                - {series: 'heartbeat{job="web", pod="p"}', values: 1x100}
                """,
                """
                - {alertname: Full, from: 0m, to: 60m, state: firing}
                - {alertname: Mirrored, labels: {queue: b}, from: 5m, to: 6m, state: firing}
                - {alertname: AgainstScalar, from: 10m, to: 12m, state: firing}
                - {alertname: AgainstSeries, from: 5m, to: 5m, state: firing}
                - {alertname: Quantile, from: 10m, to: 12m, state: firing}
                - {alertname: NoActivation, from: 10m, to: 12m, state: firing}
                - {alertname: Fraction, from: 10m, to: 12m, state: firing}
                - {alertname: Down, from: 10m, to: 12m, state: firing}
                - {alertname: Silent, from: 10m, to: 12m, state: firing}
                - {alertname: Labels, labels: {env: prod}, from: 10m, to: 12m, state: firing}
                - {alertname: Page, labels: {severity: warn}, from: 10m, to: 12m, state: firing}
                """))
        .containsExactly(
            "Full from 0s to 1h: queue_length > 100 (rules.yml:4:26) is false: the nearest value is"
                + " 90 of queue_length{queue=\"a\"}, at 40m",
            "Mirrored{queue=\"b\"} from 5m to 6m: 100 < sum by (queue) (queue_length)"
                + " (rules.yml:5:30) is false: the nearest value is 20 of {queue=\"b\"}, at 5m",
            "AgainstScalar from 10m to 12m: queue_length > scalar(allowed) (rules.yml:6:35) is"
                + " false: the nearest value is 62 of queue_length{queue=\"a\"}, against 95, at"
                + " 12m",
            "AgainstSeries at 5m: queue_length > on (queue) group_left () top (rules.yml:7:35) is"
                + " false: the value is 55 of queue_length{queue=\"a\"}, against 60 of"
                + " top{queue=\"a\"}",
            "Quantile from 10m to 12m: histogram_quantile(0.9, rate(latency_bucket[5m])) > 1"
                + " (rules.yml:8:30) is false: every value is NaN",
            "NoActivation from 10m to 12m: no labels match in \"and\" (rules.yml:11:7): event is"
                + " \"signup\" on the left and missing on the right",
            "  left: increase(activated_total{event=\"signup\"}[1h]) > 0 returned"
                + " {event=\"signup\", job=\"web\"}",
            "  right: increase(reached_total[1h]) == 0 returned {job=\"web\"}",
            "Fraction from 10m to 12m: no labels match in \"/\" (rules.yml:13:30): instance is"
                + " \"a:9100\" on the left and \"a\" on the right",
            "  left: disk_free returned disk_free{instance=\"a:9100\"}",
            "  right: disk_size returned disk_size{instance=\"a\"}",
            "Down from 10m to 12m: the right side of unless, maintenance == 1 (rules.yml:14:53),"
                + " excludes every element: down{host=\"h\", site=\"x\"} on the left, and"
                + " maintenance{site=\"x\"} is 1 on the right",
            "Silent from 10m to 12m: absent(heartbeat{job=\"web\"}) (rules.yml:15:28) returned"
                + " nothing: there is 1 series, heartbeat{job=\"web\", pod=\"p\"} is 1",
            "Labels{env=\"prod\"} from 10m to 12m: queue_length > 1 (rules.yml:16:28) returned"
                + " nothing with env=\"prod\"; it returned queue_length{queue=\"a\"},"
                + " queue_length{queue=\"b\"}",
            "Page: the rule at rules.yml:17:5 sets severity=\"page\", not \"warn\"");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void alertsThatAreActive(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                - {alert: Waits, expr: 'queue_length > 100', for: 10m}
                - {alert: Full, expr: 'queue_length > 100 and on () enabled == 1'}
                - {alert: Bool, expr: 'queue_length > bool 1000'}
                - {alert: Kept, expr: 'short > 5', keep_firing_for: 10m}
                - {alert: Silent, expr: 'absent(heartbeat{job="api"})'}
                - {alert: NotExcluded, expr: 'queue_length > 100 unless on (queue) paused'}
                """,
                """
                - {series: 'queue_length{queue="b"}', values: 150x5 20x5 150x100}
                - {series: enabled, values: 1x100}
                - {series: short, values: 10x10 0x100}
                - {series: 'heartbeat{job="web"}', values: 1x100}
                - {series: 'paused{queue="a"}', values: 1x100}
                """,
                """
                - {alertname: Waits, from: 5m, to: 25m, state: firing}
                - {alertname: Full, from: 13m, to: 13m, state: inactive}
                - {alertname: Bool, from: 13m, to: 13m, state: inactive}
                - {alertname: Kept, from: 13m, to: 13m, state: inactive}
                - {alertname: Silent, from: 13m, to: 13m, state: inactive}
                - {alertname: NotExcluded, from: 12m, to: 13m, state: inactive}
                """))
        .containsExactly(
            "Waits{queue=\"b\"} at 5m: still pending, since 0s; for: 10m ends at 10m",
            "Waits from 6m to 11m: queue_length > 100 (rules.yml:4:27) is false: the nearest value"
                + " is 20 of queue_length{queue=\"b\"}, at 6m",
            "Waits{queue=\"b\"} from 12m to 21m: still pending, since 12m; for: 10m ends at 22m",
            "Waits{queue=\"b\"} was active before, until 5m; interrupted at 6m: queue_length > 100"
                + " (rules.yml:4:27) is false: the value is 20 of queue_length{queue=\"b\"}",
            "Full{queue=\"b\"} at 13m: queue_length > 100 (rules.yml:5:26) is true: the value is"
                + " 150 of queue_length{queue=\"b\"}; enabled == 1 (rules.yml:5:55) is true: the"
                + " value is 1 of enabled; active since 12m",
            "Bool{queue=\"b\"} at 13m: queue_length > bool 1000 (rules.yml:6:26) returned 0; active"
                + " since 0s",
            "Kept at 13m: the expression no longer returns the alert; keep_firing_for: 10m keeps"
                + " it firing",
            "Silent{job=\"api\"} at 13m: heartbeat{job=\"api\"} (rules.yml:8:35) has no samples in"
                + " this run; the nearest series is heartbeat{job=\"web\"}: job is \"web\"; active"
                + " since 0s",
            "NotExcluded{queue=\"b\"} at 12m: queue_length > 100 (rules.yml:9:33) is true: the value"
                + " is 150 of queue_length{queue=\"b\"}; paused (rules.yml:9:70) returned nothing"
                + " that matches");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notificationsWhoseAlertDoesNotFire(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                - {alert: PoolCold, expr: 'pool_degrees < 20'}
                - {alert: Flapping, expr: 'flapping == 1', for: 5m}
                - {alert: Lasting, expr: 'lasting < 5'}
                """,
                """
                - {series: pool_degress, values: 5x60}
                - {series: flapping, values: 1x3 0 1x3 0 1x80}
                - {series: lasting, values: 2x60}
                """,
                """
                - {alertname: Lasting, from: 0m, to: 20m, state: firing}
                notification_test:
                - receiver: lifeguard
                  exp_notifications:
                  - {at: 30s, status: firing, alerts: [{labels: {alertname: PoolCold}}]}
                  - {at: 8m30s, status: firing, alerts: [{labels: {alertname: Flapping}}]}
                  - {at: 20m30s, status: resolved, group_labels: {alertname: Lasting}}
                """))
        .contains(
            "PoolCold was never pending in this run",
            "PoolCold at 0s: pool_degrees (rules.yml:4:30) has no samples in this run; the nearest"
                + " metric that has is pool_degress",
            "Flapping was active before, until 3m; interrupted at 4m: flapping == 1"
                + " (rules.yml:5:30) is false: the value is 0 of flapping",
            "Lasting at 20m: lasting < 5 (rules.yml:6:29) is true: the value is 2 of lasting;"
                + " active since 0s");
  }

  @Test
  void theRuleThatCannotBeEvaluatedAndThatOfAnotherTime() throws IOException {
    Files.writeString(
        directory.resolve("other.yml"),
        """
        groups:
        - name: other
          rules:
          - {alert: Still, expr: still < 1}
        """);
    assertThat(
            why(
                "3.5.3",
                """
                - {alert: Still, expr: 'still < 5'}
                - {alert: Ambiguous, expr: 'still * on () both > 1'}
                """,
                """
                - {series: still, values: 2x60}
                - {series: 'both{n="1"}', values: 1x60}
                - {series: 'both{n="2"}', values: 1x60}
                """,
                """
                - {alertname: Ambiguous, from: 2m, to: 3m, state: firing}
                - {alertname: Still, from: 0m, to: 9m, state: firing}
                actions:
                - {at: 5m, load: {rule_files: [other.yml]}}
                """))
        .containsExactly(
            "Ambiguous from 2m to 3m: Prometheus cannot evaluate the expression: found duplicate"
                + " series for the match group {} on the right hand-side of the operation:"
                + " [{__name__=\"both\", n=\"2\"}, {__name__=\"both\", n=\"1\"}];many-to-many"
                + " matching not allowed: matching labels must be unique on one side",
            "Still from 6m to 9m: still < 1 (other.yml:4:26) is false: the nearest value is 2 of"
                + " still, at 6m");
  }

  /** What the rule's group has to do with it. */
  @Test
  void theGroupDecides() throws IOException {
    Files.writeString(
        directory.resolve("groups.yml"),
        """
        groups:
        - name: limited
          limit: 1
          rules:
          - {alert: Limited, expr: queue_length > 0}
        - name: delayed
          query_offset: 10m
          rules:
          - {alert: Delayed, expr: queue_length > 0}
        - name: rare
          interval: 10m
          rules:
          - {alert: Rare, expr: 'queue_length{queue="a"} > 0', for: 15m}
        """);
    assertThat(
            why(
                "3.5.3",
                """
                - {alert: Stale, expr: ended > 0}
                - {alert: Flaps, expr: flaps > 1}
                - {alert: Pinned, expr: 'ended @ 1200 > 0'}
                """,
                """
                - {series: 'queue_length{queue="a"}', values: 5x60}
                - {series: 'queue_length{queue="b"}', values: _x9 5x60}
                - {series: ended, values: 9x10 stale}
                - {series: flaps, values: 1 2 1 2 1x30}
                """,
                """
                - {alertname: Stale, from: 12m, to: 13m, state: firing}
                - {alertname: Flaps, from: 0m, to: 5m, state: firing}
                - {alertname: Pinned, from: 12m, to: 13m, state: firing}
                - {alertname: Limited, from: 10m, to: 12m, state: firing}
                - {alertname: Delayed, from: 8m, to: 9m, state: firing}
                - {alertname: Rare, from: 18m, to: 40m, state: firing}
                actions:
                - {at: 0s, load: {rule_files: [rules.yml, groups.yml]}}
                """))
        .containsExactly(
            "Stale from 12m to 13m: ended (rules.yml:4:26) has no samples then; the last before is"
                + " 9 at 10m, after which the series is stale",
            "Flaps at 4 evaluations from 0s to 5m: flaps > 1 (rules.yml:5:26) is false: the nearest"
                + " value is 1 of flaps, at 0s",
            "Pinned from 12m to 13m: ended @ 1200.000 (rules.yml:6:28) has no samples at 20m; the"
                + " last before is 9 at 10m, and the lookback is 5m",
            "Limited from 10m to 12m: the evaluation of the rule failed, first at 9m: exceeded"
                + " limit of 1 with 2 alerts",
            "Delayed from 8m to 9m: queue_length (groups.yml:9:28) has no samples 10m earlier"
                + " (query_offset 10m); the first after is 5 at 0s",
            "Rare{queue=\"a\"} at 20m: still pending, since 10m; for: 15m ends at 25m, and the next"
                + " evaluation of the group (interval 10m) is at 30m");
  }

  @Test
  void thePageShowsWhatIsPrinted() throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - name: pool
          rules:
          - {alert: PoolCold, expr: pool_degrees < 20}
        """);
    Path file = directory.resolve("pool.yml");
    Files.writeString(
        file,
        """
        rule_files: [rules.yml]
        tests:
        - name: a cold pool
          input_series:
          - {series: pool_degress, values: 5x60}
          alert_state_test:
          - {alertname: PoolCold, from: 1m, to: 5m, state: firing}
        """);
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    ScenarioResult result =
        new ScenarioRunner(TestPairs.newest(), RunSettings.withLogsIn(directory.resolve("logs")))
            .run(prepared, prepared.file().scenarios().get(0));

    assertThat(Files.readString(Path.of("docs/explanations.md")))
        .contains(
            "FAIL  pool.yml:3  a cold pool\n"
                + result.failures().get(0).text().replace(directory + "/", "").indent(2)
                + "```");
  }

  @Test
  void withoutAPrometheusNothingIsKnown() throws IOException {
    assertThat(
            why(
                "3.5.3",
                "- {alert: Still, expr: 'still < 5'}\n",
                "- {series: still, values: 9x60}\n",
                """
                - {alertname: Still, from: 0m, to: 9m, state: firing}
                actions:
                - {at: 10m, stop: prometheus}
                """))
        .containsExactly("not known: no Prometheus is running");
  }

  @Test
  void theTreeHasWhatEachPartReturned() throws IOException {
    List<RuleTrace> traces =
        run(
                "3.5.3",
                """
                - {record: total, expr: 'sum(queue_length)'}
                - {alert: Full, expr: '(total > 100) or nowhere == 1'}
                """,
                "- {series: 'queue_length{queue=\"a\"}', values: 50x60}\n",
                "- {alertname: Full, from: 1m, to: 9m, state: firing}\n")
            .failures()
            .get(0)
            .traces();

    assertThat(traces).hasSize(1);
    StringBuilder text = new StringBuilder();
    write(traces.get(0).expr(), "", text);
    assertThat(text.toString())
        .isEqualTo(
            """
            (total > 100) or nowhere == 1 = []
              total > 100 = []
                total = [total 50]
                  sum(queue_length) = [{} 50]
                    queue_length = [queue_length{queue="a"} 50]
              nowhere == 1 = []
                nowhere = []
            """);
  }

  private static void write(Part part, String indent, StringBuilder text) {
    text.append(indent)
        .append(part.text())
        .append(" = ")
        .append(part.returned().elements())
        .append('\n');
    part.parts().forEach(below -> write(below, indent + "  ", text));
  }

  /** The explanations of all failures of a test, which has one expectation after the other. */
  private List<String> why(String version, String rules, String series, String expectations)
      throws IOException {
    return run(version, rules, series, expectations).failures().stream()
        .map(Failure::explanation)
        .flatMap(List::stream)
        .map(line -> line.replace(directory + "/", ""))
        .toList();
  }

  private ScenarioResult run(String version, String rules, String series, String expectations)
      throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"), "groups:\n- name: all\n  rules:\n" + rules.indent(2));
    Files.writeString(
        directory.resolve("routes.yml"),
        """
        route: {receiver: lifeguard, group_by: [alertname], group_wait: 30s}
        receivers:
        - {name: lifeguard, webhook_configs: [{url: 'http://localhost/'}]}
        """);
    Path file = directory.resolve("test.yml");
    Files.writeString(
        file,
        """
        rule_files: [rules.yml]
        alertmanager_config: routes.yml
        strict: false
        tests:
        - name: why
          run_for: 1h
          input_series:
        %s  alert_state_test:
        %s"""
            .formatted(series.indent(2), expectations.indent(2)));
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    return new ScenarioRunner(
            TestPairs.rigs(version), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, prepared.file().scenarios().get(0));
  }
}
