package io.firedrill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void readsNamesAndValues() {
    assertThat(Labels.of("queue", "orders", "alertname", "QueueFull"))
        .hasToString("{alertname=\"QueueFull\", queue=\"orders\"}");
  }

  @Test
  void refusesANameWithoutAValue() {
    assertThatThrownBy(() -> Labels.of("queue", "orders", "team"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label \"team\" has no value");
  }
}
