package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.PrometheusDuration;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsTest {

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
    files.write("alertmanager.yml", "");
    files.write("other.yml", "");
    files.write("rules/a.yml", "");
    files.write("rules/b.yml", "");
  }

  @Test
  void repeatUntilTheEnd() {
    Scenario test =
        files
            .read(
                """
                tests:
                - run_for: 5m
                  actions:
                  - {at: 1m, stop: prometheus, for: 30s, every: 2m}
                """)
            .scenarios()
            .get(0);

    assertThat(test.actions())
        .extracting(
            planned -> planned.at().toSeconds() + " " + planned.action().getClass().getSimpleName())
        .containsExactly("60 Stop", "90 Start", "180 Stop", "210 Start", "300 Stop");
  }

  @Test
  void actionsAreSortedByTime() {
    assertThat(
            texts(
                """
                - {at: 20m, silence: {name: works, matchers: ['a="b"', 'c=~d'], duration: 1h30m}}
                - {at: 40m, expire_silence: works}
                - {at: 20m, fail_receiver: {receiver: x, integration: slack, status: 503, duration: 10m}}
                - {at: 0s, fail_receiver: {receiver: x, refuse: true}}
                - {at: 1s, fail_receiver: {receiver: x, hang: yes}}
                - {at: 2s, fail_receiver: {receiver: x, slow: 20s}}
                - {at: 3s, restore_receiver: x}
                - {at: 50m, stop: prometheus}
                - {at: 51m, start: prometheus}
                - {at: 52m, restart: alertmanager}
                - {at: 53m, reload: prometheus}
                - {at: 54m, load: {rule_files: [rules/*.yml], alertmanager_config: other.yml}}
                """))
        .containsExactly(
            "0s receiver x  refuses connections",
            "1s receiver x  never answers",
            "2s receiver x  answers after 20s",
            "3s receiver x works again",
            "20m silence works created  {a=\"b\", c=~\"d\"}  for 1h30m",
            "20m slack x  answers HTTP 503  for 10m",
            "40m silence works expired",
            "50m prometheus stopped",
            "51m prometheus started",
            "52m alertmanager restarted",
            "53m prometheus reloaded",
            "54m loaded a.yml, b.yml, other.yml");
  }

  @Test
  void aTestRunsUpToItsLastAction() {
    assertThat(scenario("- {at: 54m, reload: prometheus}\n").runLength()).hasMinutes(54);
  }

  @Test
  void serversCanBePairs() {
    ScenarioFile file =
        files.read(
            """
            alertmanager_config: alertmanager.yml
            prometheus_replicas: 2
            alertmanager_replicas: 2
            replica_label: replica
            tests:
            - actions:
              - {at: 1m, stop: prometheus-2}
              - {at: 1m, stop: alertmanager-2}
            """);

    assertThat(file.replicas()).isEqualTo(new Replicas(2, "replica", Replicas.LabelUse.DROPPED, 2));
    assertThat(file.scenarios().get(0).actions()).hasSize(2);
  }

  @Test
  void errorsInReplicasAreReported() {
    files.assertError(
        """
        prometheus_replicas: 3
        alertmanager_replicas: 2
        replica_label: a-b
        tests: [{name: a}]
        """,
        """
        drill.yaml:1:22: error: expected 1 or 2 for "prometheus_replicas", found "3"
            1 | prometheus_replicas: 3
              |                      ^

        drill.yaml:2:1: error: "alertmanager_replicas" needs an Alertmanager
            2 | alertmanager_replicas: 2
              | ^^^^^^^^^^^^^^^^^^^^^
          hint: name its configuration: alertmanager_config

        drill.yaml:3:1: error: "replica_label" is for several Prometheus servers
            3 | replica_label: a-b
              | ^^^^^^^^^^^^^
          hint: write prometheus_replicas: 2 beside it

        drill.yaml:3:16: error: "a-b" is not a label name
            3 | replica_label: a-b
              |                ^^^
        """);
  }

  @Test
  void errorsInAnItemAreReported() {
    assertError(
        """
          - {at: 3h, stop: prometheus}
          - {at: 1m}
          - {stop: prometheus}
          - {at: 1m, stop: alertmanger}
          - {at: 1m, stop: prometheus, start: prometheus}
          - {at: 1m, silense: {}}
        """,
        """
        drill.yaml:5:10: error: the run ends before this, at 2h
            5 |   - {at: 3h, stop: prometheus}
              |          ^^

        drill.yaml:6:5: error: an item of actions does nothing
            6 |   - {at: 1m}
              |     ^
          hint: write one of: silence, expire_silence, fail_receiver, restore_receiver, target_down, target_up, stop, start,\
         restart, reload, load

        drill.yaml:7:5: error: "at" is missing in an item of actions
            7 |   - {stop: prometheus}
              |     ^

        drill.yaml:8:20: error: there is no server "alertmanger" in this test
            8 |   - {at: 1m, stop: alertmanger}
              |                    ^^^^^^^^^^^
          hint: did you mean "alertmanager"?

        drill.yaml:9:32: error: "start" cannot be combined with "stop"
            9 |   - {at: 1m, stop: prometheus, start: prometheus}
              |                                ^^^^^
          hint: use a separate item for each action

        drill.yaml:10:5: error: an item of actions does nothing
           10 |   - {at: 1m, silense: {}}
              |     ^
          hint: write one of: silence, expire_silence, fail_receiver, restore_receiver, target_down, target_up, stop, start,\
         restart, reload, load

        drill.yaml:10:14: error: unknown key "silense" in an item of actions
           10 |   - {at: 1m, silense: {}}
              |              ^^^^^^^
          hint: did you mean "silence"?
        """);
  }

  @Test
  void errorsInASilenceAreReported() {
    assertError(
        """
          - {at: 1m, silence: {matchers: ['a=~"b", c'], duration: 1h}}
          - {at: 1m, silence: {duration: 0s}}
          - {at: 1m, silence: {matchers: [], duration: 1h, until: 2h}}
          - {at: 1m, silence: {name: a, matchers: [a=b], duration: 1h}}
          - {at: 1m, silence: {name: a, matchers: [a=b], duration: 1h}}
          - {at: 1m, expire_silence: b}
          - {at: 1m, silence:}
        """,
        """
        drill.yaml:5:45: error: expected "=", "!=", "=~" or "!~" after the label name, found the end
            5 |   - {at: 1m, silence: {matchers: ['a=~"b", c'], duration: 1h}}
              |                                             ^

        drill.yaml:6:23: error: "matchers" is missing in a silence
            6 |   - {at: 1m, silence: {duration: 0s}}
              |                       ^
          hint: write matchers: ['alertname="X"']

        drill.yaml:6:34: error: "duration" must be longer than zero
            6 |   - {at: 1m, silence: {duration: 0s}}
              |                                  ^^

        drill.yaml:7:24: error: "matchers" is empty in a silence
            7 |   - {at: 1m, silence: {matchers: [], duration: 1h, until: 2h}}
              |                        ^^^^^^^^
          hint: write matchers: ['alertname="X"']

        drill.yaml:7:52: error: unknown key "until" in a silence
            7 |   - {at: 1m, silence: {matchers: [], duration: 1h, until: 2h}}
              |                                                    ^^^^^
          hint: expected one of: name, matchers, duration

        drill.yaml:9:44: error: there is a silence called "a" already
            9 |   - {at: 1m, silence: {name: a, matchers: [a=b], duration: 1h}}
              |                                            ^^^

        drill.yaml:10:30: error: no silence is called "b" by then
           10 |   - {at: 1m, expire_silence: b}
              |                              ^
          hint: did you mean "a"?

        drill.yaml:11:14: error: "silence" is empty in an item of actions
           11 |   - {at: 1m, silence:}
              |              ^^^^^^^
        """);
  }

  @Test
  void errorsInAFailureAreReported() {
    assertError(
        """
          - {at: 1m, fail_receiver: {receiver: x}}
          - {at: 1m, fail_receiver: {status: 200}}
          - {at: 1m, fail_receiver: {receiver: x, hang: false}}
          - {at: 1m, fail_receiver: {receiver: x, integration: slak, slow: 1s, refuse: true}}
        """,
        """
        drill.yaml:5:29: error: a fail_receiver does not say how the receiver fails
            5 |   - {at: 1m, fail_receiver: {receiver: x}}
              |                             ^
          hint: write one of: status: 503, refuse: true, hang: true, slow: 20s

        drill.yaml:6:29: error: "receiver" is missing in a fail_receiver
            6 |   - {at: 1m, fail_receiver: {status: 200}}
              |                             ^

        drill.yaml:6:38: error: expected an HTTP status from 300 to 599, found "200"
            6 |   - {at: 1m, fail_receiver: {status: 200}}
              |                                      ^^^

        drill.yaml:7:49: error: "hang" can only be true
            7 |   - {at: 1m, fail_receiver: {receiver: x, hang: false}}
              |                                                 ^^^^^
          hint: leave the action out

        drill.yaml:8:56: error: there is no integration "slak"
            8 |   - {at: 1m, fail_receiver: {receiver: x, integration: slak, slow: 1s, refuse: true}}
              |                                                        ^^^^
          hint: did you mean "slack"?

        drill.yaml:8:62: error: "slow" cannot be combined with "refuse"
            8 |   - {at: 1m, fail_receiver: {receiver: x, integration: slak, slow: 1s, refuse: true}}
              |                                                              ^^^^
        """);
  }

  @Test
  void actionsRequireARunningServer() {
    assertError(
        """
          - {at: 1m, stop: alertmanager}
          - {at: 5m, start: alertmanager}
          - {at: 2m, silence: {matchers: [a=b], duration: 1h}}
          - {at: 6m, start: prometheus}
          - {at: 4m, load: {alertmanager_config: othr.yml}}
        """,
        """
        drill.yaml:7:35: error: alertmanager is not running then: it is stopped in line 5
            7 |   - {at: 2m, silence: {matchers: [a=b], duration: 1h}}
              |                                   ^^^

        drill.yaml:8:21: error: prometheus is already running
            8 |   - {at: 6m, start: prometheus}
              |                     ^^^^^^^^^^

        drill.yaml:9:42: error: there is no file "othr.yml"
            9 |   - {at: 4m, load: {alertmanager_config: othr.yml}}
              |                                          ^^^^^^^^
          hint: did you mean "other.yml"?
        """);
  }

  @Test
  void actionsOnAlertmanagerRequireIt() {
    files.assertTestError(
        """
        actions:
        - {at: 1m, silence: {matchers: [a=b], duration: 1h}}
        - {at: 1m, restart: alertmanager}
        - {at: 1m, load: {}}
        """,
        """
        drill.yaml:3:14: error: "silence" needs an Alertmanager
            3 |   - {at: 1m, silence: {matchers: [a=b], duration: 1h}}
              |              ^^^^^^^
          hint: name its configuration at the top of the file: alertmanager_config

        drill.yaml:4:23: error: there is no server "alertmanager" in this test
            4 |   - {at: 1m, restart: alertmanager}
              |                       ^^^^^^^^^^^^
          hint: there are: prometheus

        drill.yaml:5:20: error: "load" does not name a file
            5 |   - {at: 1m, load: {}}
              |                    ^
          hint: write one of: rule_files, alertmanager_config
        """);
  }

  private List<String> texts(String actions) {
    return scenario(actions).actions().stream()
        .map(a -> PrometheusDuration.format(a.at()) + " " + a.action())
        .toList();
  }

  private Scenario scenario(String actions) {
    return files
        .read("alertmanager_config: alertmanager.yml\ntests:\n- actions:\n" + actions.indent(2))
        .scenarios()
        .get(0);
  }

  private void assertError(String actions, String message) {
    files.assertError(
        "alertmanager_config: alertmanager.yml\ntests:\n- run_for: 2h\n  actions:\n" + actions,
        message);
  }
}
