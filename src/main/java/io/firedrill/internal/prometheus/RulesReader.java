package io.firedrill.internal.prometheus;

import io.firedrill.internal.prometheus.RuleStatus.Health;
import io.firedrill.internal.prometheus.RuleStatus.Kind;
import io.firedrill.model.AlertState;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the answers about rules, alerts and the build. */
final class RulesReader {

  private RulesReader() {}

  static List<RuleGroupStatus> groups(JsonNode data) {
    return data.path("groups").valueStream().map(RulesReader::group).toList();
  }

  static List<ActiveAlert> alerts(JsonNode array) {
    return array.valueStream().map(RulesReader::alert).toList();
  }

  static BuildInfo build(JsonNode data) {
    return new BuildInfo(text(data, "version"), text(data, "revision"), text(data, "goVersion"));
  }

  private static RuleGroupStatus group(JsonNode group) {
    return new RuleGroupStatus(
        text(group, "name"),
        text(group, "file"),
        Timestamps.duration(group.path("interval").decimalValue()),
        Timestamps.parse(text(group, "lastEvaluation")),
        group.path("rules").valueStream().map(RulesReader::rule).toList());
  }

  private static RuleStatus rule(JsonNode rule) {
    String error = text(rule, "lastError");
    return new RuleStatus(
        kind(text(rule, "type")),
        text(rule, "name"),
        text(rule, "query"),
        JsonFields.labels(rule.path("labels")),
        health(text(rule, "health")),
        error.isEmpty() ? Optional.empty() : Optional.of(error),
        Timestamps.parse(text(rule, "lastEvaluation")),
        alerts(rule.path("alerts")));
  }

  private static ActiveAlert alert(JsonNode alert) {
    return new ActiveAlert(
        JsonFields.labels(alert.path("labels")),
        JsonFields.strings(alert.path("annotations")),
        state(text(alert, "state")),
        Timestamps.parse(text(alert, "activeAt"))
            .orElseThrow(() -> JsonFields.unexpected("an alert without activeAt", "")),
        JsonFields.number(alert.path("value")),
        Timestamps.parse(text(alert, "keepFiringSince")));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "alerting" -> Kind.ALERTING;
      case "recording" -> Kind.RECORDING;
      default -> throw JsonFields.unexpected("a rule's type", type);
    };
  }

  private static Health health(String health) {
    return switch (health) {
      case "unknown" -> Health.UNKNOWN;
      case "ok" -> Health.OK;
      case "err" -> Health.ERR;
      default -> throw JsonFields.unexpected("a rule's health", health);
    };
  }

  private static AlertState state(String state) {
    return switch (state) {
      case "inactive" -> AlertState.INACTIVE;
      case "pending" -> AlertState.PENDING;
      case "firing" -> AlertState.FIRING;
      default -> throw JsonFields.unexpected("an alert's state", state);
    };
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
