package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.List;
import java.util.stream.Stream;

/** The time intervals of a configuration. */
final class IntervalNodes {

  static final String PERIODS = "time_intervals";

  private IntervalNodes() {}

  static List<YamlMapping> of(YamlMapping root) {
    return Stream.of("mute_time_intervals", PERIODS)
        .flatMap(key -> Nodes.mappings(root, key).stream())
        .toList();
  }

  static Mutation mutation(
      String operator, YamlMapping interval, YamlNode at, String change, Edit edit) {
    return new Mutation(
        operator, "time interval " + Nodes.text(interval, "name"), at.position(), change, edit);
  }
}
