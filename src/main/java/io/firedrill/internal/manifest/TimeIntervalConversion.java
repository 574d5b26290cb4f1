package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The time intervals of an AlertmanagerConfig, which are in UTC. */
final class TimeIntervalConversion {

  private static final List<String> KEYS =
      List.of("times", "weekdays", "daysOfMonth", "months", "years");

  private final QualifiedName name;
  private final Problems problems;

  TimeIntervalConversion(QualifiedName name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** A named interval. */
  Optional<YamlNode> convert(YamlNode node) {
    Optional<Fields> fields =
        Fields.of(node, "a time interval", List.of("name", "timeIntervals"), problems);
    Optional<YamlScalar> own = fields.flatMap(f -> f.required("name"));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<YamlNode> periods =
        fields.get().items("timeIntervals").stream().flatMap(p -> period(p).stream()).toList();
    YamlScalar listKey =
        fields.get().key("timeIntervals") instanceof YamlScalar key ? key : own.get();
    return Optional.of(
        new Nodes(node)
            .put((YamlScalar) fields.get().key("name"), "name", name.of(own.get()))
            .put(listKey, "time_intervals", new YamlSequence(node.position(), periods))
            .mapping());
  }

  private Optional<YamlNode> period(YamlNode node) {
    Optional<Fields> fields = Fields.of(node, "a time interval", KEYS, problems);
    if (fields.isEmpty() || !(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Nodes period = new Nodes(node);
    for (YamlMapping.Entry entry : mapping.entries()) {
      List<YamlNode> items = fields.get().items(entry.key().text());
      if (items.isEmpty() || !KEYS.contains(entry.key().text())) {
        continue;
      }
      List<YamlNode> converted = new ArrayList<>();
      for (YamlNode item : items) {
        switch (entry.key().text()) {
          case "times" -> time(item).ifPresent(converted::add);
          case "daysOfMonth" -> days(item).ifPresent(converted::add);
          default ->
              fields
                  .get()
                  .scalar(item, "\"" + entry.key().text() + "\"")
                  .ifPresent(s -> converted.add(s.asText(s.text().toLowerCase(Locale.ROOT))));
        }
      }
      String key = entry.key().text().equals("daysOfMonth") ? "days_of_month" : entry.key().text();
      period.put(entry.key(), key, new YamlSequence(entry.value().position(), converted));
    }
    return Optional.of(period.mapping());
  }

  private Optional<YamlNode> time(YamlNode node) {
    Optional<Fields> fields =
        Fields.of(node, "a time range", List.of("startTime", "endTime"), problems);
    Optional<YamlScalar> start = fields.flatMap(f -> f.required("startTime"));
    Optional<YamlScalar> end = fields.flatMap(f -> f.required("endTime"));
    return start.flatMap(
        from ->
            end.map(
                to ->
                    new Nodes(node)
                        .put(from, "start_time", from.asText(from.text()))
                        .put(to, "end_time", to.asText(to.text()))
                        .mapping()));
  }

  private Optional<YamlNode> days(YamlNode node) {
    Optional<Fields> fields = Fields.of(node, "a range of days", List.of("start", "end"), problems);
    Optional<YamlScalar> start = fields.flatMap(f -> f.required("start"));
    Optional<YamlScalar> end = fields.flatMap(f -> f.required("end"));
    return start.flatMap(from -> end.map(to -> from.asText(from.text() + ":" + to.text())));
  }
}
