package io.firedrill.internal.scenario;

import io.firedrill.internal.scenario.Replicas.LabelUse;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads on how many servers the tests of a file run. */
final class ReplicasReader {

  private final Fields fields;
  private final Problems problems;

  private ReplicasReader(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * Reads the keys at the top of a file.
   *
   * @param routed whether there is an Alertmanager at all
   */
  static Replicas read(Fields fields, boolean routed, Problems problems) {
    ReplicasReader reader = new ReplicasReader(fields, problems);
    int prometheuses = reader.count("prometheus_replicas");
    int alertmanagers = reader.count("alertmanager_replicas");
    if (alertmanagers > 1 && !routed) {
      problems.error(
          fields.key("alertmanager_replicas"),
          "\"alertmanager_replicas\" needs an Alertmanager",
          Optional.of("name its configuration: alertmanager_config"));
    }
    return new Replicas(
        prometheuses, reader.label(prometheuses), reader.use(prometheuses), alertmanagers);
  }

  /** The names by which tests call the servers. */
  static List<String> servers(Replicas replicas, boolean routed) {
    List<String> names = new ArrayList<>(List.of("prometheus"));
    if (replicas.prometheuses() > 1) {
      names.add("prometheus-2");
    }
    if (routed) {
      names.add("alertmanager");
    }
    if (routed && replicas.alertmanagers() > 1) {
      names.add("alertmanager-2");
    }
    return names;
  }

  private int count(String key) {
    Optional<YamlScalar> written = fields.scalar(key);
    if (written.isPresent() && !List.of("1", "2").contains(written.get().text())) {
      problems.error(
          written.get(),
          "expected 1 or 2 for \"" + key + "\", found \"" + written.get().text() + "\"");
      return 1;
    }
    return written.map(count -> Integer.parseInt(count.text())).orElse(1);
  }

  /** A configuration says itself which labels it drops, as in production. */
  private LabelUse use(int prometheuses) {
    requireSeveral("drop_replica_label", prometheuses);
    return fields.flag("drop_replica_label").orElse(!fields.has("prometheus_config"))
        ? LabelUse.DROPPED
        : LabelUse.AS_CONFIGURED;
  }

  private void requireSeveral(String key, int prometheuses) {
    if (fields.has(key) && prometheuses == 1) {
      problems.error(
          fields.key(key),
          "\"" + key + "\" is for several Prometheus servers",
          Optional.of("write prometheus_replicas: 2 beside it"));
    }
  }

  private String label(int prometheuses) {
    Optional<YamlScalar> label =
        fields.has("replica_label") ? fields.required("replica_label") : Optional.empty();
    requireSeveral("replica_label", prometheuses);
    if (label.isPresent() && !label.get().text().matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
      problems.error(label.get(), "\"" + label.get().text() + "\" is not a label name");
    }
    return label.map(YamlScalar::text).orElse(Replicas.DEFAULT_LABEL);
  }
}
