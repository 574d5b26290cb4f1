package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoAlertTest {

  @TempDir private Path directory;

  @Test
  void saysThatNothingHappened() {
    assertThat(why(run(), "team", "data"))
        .containsExactly("no alert was pending or firing in this run");
  }

  @Test
  void listsTheAlertsThatThereWere() {
    GivenRun run = run();
    for (String job : List.of("d", "c", "b", "a")) {
      run.alert(Labels.of("alertname", "Down", "job", job), 1, 2, 3);
    }

    assertThat(why(run, "team", "data"))
        .containsExactly(
            "no alert of this run has these labels; there were: Down{job=\"a\"}, Down{job=\"b\"},"
                + " Down{job=\"c\"} and 1 more");
  }

  /** An expectation is about the labels that Alertmanager gets. */
  @Test
  void listsTheLabelsThatWereSent() {
    GivenRun run = run().externalLabels(Labels.of("cluster", "eu"));
    run.alert(Labels.of("alertname", "Down", "job", "a"), 1, 2, 3);

    assertThat(why(run, "cluster", "us"))
        .containsExactly(
            "no alert of this run has these labels; there were: Down{job=\"a\"} (sent as"
                + " Down{cluster=\"eu\", job=\"a\"})");
  }

  @Test
  void suggestsANameThatARuleHas() {
    assertThat(why(run().rule("DiskFull"), "alertname", "DiskFul"))
        .containsExactly("no alerting rule is named \"DiskFul\"; did you mean \"DiskFull\"?");
  }

  @Test
  void tellsARuleThatNeverFiredFromOneWithOtherLabels() {
    GivenRun run = run().rule("Quiet").alert(Labels.of("alertname", "Down", "job", "a"), 1, 2, 3);

    assertThat(why(run, "alertname", "Quiet"))
        .containsExactly("Quiet was never pending in this run");
    assertThat(why(run, "alertname", "Down"))
        .containsExactly("no Down of this run has these labels; there were: Down{job=\"a\"}");
  }

  private GivenRun run() {
    return new GivenRun(directory);
  }

  private static List<String> why(GivenRun run, String label, String value) {
    return run.alerts(Map.of(label, ValueMatcher.parse(value)));
  }
}
