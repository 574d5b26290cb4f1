package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import org.junit.jupiter.api.Test;

class SeriesTextTest {

  @Test
  void anAlertReadsLikeASeriesWhateverItsNameIs() {
    assertThat(SeriesText.alert(Labels.of("alertname", "High CPU", "host", "a")))
        .isEqualTo("High CPU{host=\"a\"}");
    assertThat(SeriesText.alert(Labels.of("alertname", "disk-full"))).isEqualTo("disk-full");
    assertThat(SeriesText.alert(Labels.of("host", "a"))).isEqualTo("{host=\"a\"}");
    assertThat(SeriesText.alert(Labels.empty())).isEqualTo("{}");
    assertThat(SeriesText.alert(Labels.of("alertname", "Down", "l.m", "v")))
        .isEqualTo("Down{\"l.m\"=\"v\"}");
  }
}
