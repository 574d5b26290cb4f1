package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads promtool's own expectations. */
final class PromtoolTests {

  private static final List<String> ALERT_TEST_KEYS =
      List.of("eval_time", "alertname", "exp_alerts");
  private static final List<String> ALERT_KEYS = List.of("exp_labels", "exp_annotations");
  private static final List<String> PROMQL_TEST_KEYS = List.of("expr", "eval_time", "exp_samples");
  private static final List<String> SAMPLE_KEYS = List.of("labels", "value", "histogram");

  private final Reading reading;

  PromtoolTests(Reading reading) {
    this.reading = reading;
  }

  List<AlertExpectation> alertTests(Fields test) {
    List<AlertExpectation> result = new ArrayList<>();
    for (YamlNode item : test.items("alert_rule_test")) {
      reading
          .fields(item, "an item of alert_rule_test", ALERT_TEST_KEYS)
          .flatMap(this::alertTest)
          .ifPresent(result::add);
    }
    return result;
  }

  private Optional<AlertExpectation> alertTest(Fields fields) {
    Duration evalTime = fields.duration("eval_time").orElse(Duration.ZERO);
    Optional<YamlScalar> name = fields.required("alertname");
    List<ExpectedAlert> alerts = new ArrayList<>();
    for (YamlNode item : fields.items("exp_alerts")) {
      reading
          .fields(item, "an item of exp_alerts", ALERT_KEYS)
          .map(f -> alert(f, name.map(YamlScalar::text).orElse("")))
          .ifPresent(alerts::add);
    }
    return name.map(n -> new AlertExpectation(evalTime, n.text(), alerts, fields.position()));
  }

  private ExpectedAlert alert(Fields fields, String alertname) {
    Labels labels = reading.labels(fields, "exp_labels");
    Optional<String> written = labels.get(Labels.ALERT_NAME);
    if (written.isPresent() && !written.get().equals(alertname)) {
      reading
          .problems()
          .warning(
              fields.textMap("exp_labels").get(Labels.ALERT_NAME),
              "\"alertname\" does not count here: the item's own, \"" + alertname + "\", does");
    }
    return new ExpectedAlert(
        labels.with(Labels.ALERT_NAME, alertname),
        reading.texts(fields, "exp_annotations"),
        fields.position());
  }

  List<PromqlExpectation> promqlTests(Fields test) {
    List<PromqlExpectation> result = new ArrayList<>();
    for (YamlNode item : test.items("promql_expr_test")) {
      reading
          .fields(item, "an item of promql_expr_test", PROMQL_TEST_KEYS)
          .flatMap(this::promqlTest)
          .ifPresent(result::add);
    }
    return result;
  }

  private Optional<PromqlExpectation> promqlTest(Fields fields) {
    Duration evalTime = fields.duration("eval_time").orElse(Duration.ZERO);
    List<ExpectedSample> samples = new ArrayList<>();
    for (YamlNode item : fields.items("exp_samples")) {
      reading
          .fields(item, "an item of exp_samples", SAMPLE_KEYS)
          .flatMap(this::sample)
          .ifPresent(samples::add);
    }
    return fields
        .expression("expr")
        .map(
            expr ->
                new PromqlExpectation(
                    expr.text(), evalTime, samples, fields.position(), expr.positionAt(0)));
  }

  private Optional<ExpectedSample> sample(Fields fields) {
    Optional<Labels> labels =
        fields.scalar("labels").map(reading::selector).orElse(Optional.of(Labels.empty()));
    Optional<SampleValue> value =
        fields.has("histogram") && fields.value("histogram").isPresent()
            ? fields.scalar("histogram").flatMap(reading::histogram).map(SampleValue::of)
            : fields
                .scalar("value")
                .map(reading::number)
                .orElse(Optional.of(0.0))
                .map(SampleValue::of);
    return labels.flatMap(l -> value.map(v -> new ExpectedSample(l, v, fields.position())));
  }
}
