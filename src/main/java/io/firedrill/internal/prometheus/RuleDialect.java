package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The program that a rule file is for. Its own keys are left out if the rules mean the same. */
enum RuleDialect {
  /** Prometheus, Thanos or Mimir. */
  PROMETHEUS(
      "a rule file",
      Map.of("namespace", "Mimir's"),
      Map.of(
          "partial_response_strategy", "Thanos's",
          "source_tenants", "Mimir's",
          "align_evaluation_time_on_interval", "Mimir's"),
      Map.of(),
      Map.of(
          "evaluation_delay",
          "\"evaluation_delay\" is Mimir's; Prometheus calls it \"query_offset\"")),
  /** The Prometheus operator, which removes Thanos's key itself. */
  OPERATOR(
      "the spec of a PrometheusRule",
      Map.of(),
      Map.of("partial_response_strategy", ""),
      Map.of(),
      Map.of()),
  /** VictoriaMetrics' vmalert, whose expressions are MetricsQL. */
  VMALERT(
      "the spec of a VMRule",
      Map.of(),
      Map.of(
          "concurrency", "vmalert's",
          "debug", "vmalert's",
          "headers", "vmalert's",
          "notifier_headers", "vmalert's",
          "eval_alignment", "vmalert's"),
      Map.of("debug", "vmalert's", "update_entries_limit", "vmalert's"),
      Map.of(
          "eval_offset", changes("eval_offset"),
          "eval_delay", changes("eval_delay"),
          "extra_filter_labels", changes("extra_filter_labels"),
          "params", changes("params"),
          "tenant", changes("tenant")));

  private static final Set<String> DIFFERENT =
      Set.of("rate", "increase", "delta", "irate", "idelta", "deriv", "changes", "resets");

  private final String what;
  private final Map<String, String> ofFile;
  private final Map<String, String> ofGroup;
  private final Map<String, String> ofRule;
  private final Map<String, String> refused;

  RuleDialect(
      String what,
      Map<String, String> ofFile,
      Map<String, String> ofGroup,
      Map<String, String> ofRule,
      Map<String, String> refused) {
    this.what = what;
    this.ofFile = ofFile;
    this.ofGroup = ofGroup;
    this.ofRule = ofRule;
    this.refused = refused;
  }

  private static String changes(String key) {
    return "\""
        + key
        + "\" is vmalert's and changes what the rules mean; Prometheus has no such setting";
  }

  /** What the mapping with the groups is, for messages. */
  String what() {
    return what;
  }

  YamlNode file(YamlNode node, Problems problems) {
    return without(ofFile, node, problems);
  }

  YamlNode group(YamlNode node, Problems problems) {
    if (!(node instanceof YamlMapping mapping)) {
      return node;
    }
    for (String key : List.copyOf(new TreeSet<>(refused.keySet()))) {
      mapping.key(key).ifPresent(k -> problems.error(k, refused.get(key)));
      mapping = mapping.without(key);
    }
    return without(ofGroup, withoutType(mapping, problems), problems);
  }

  YamlNode rule(YamlNode node, Problems problems) {
    return without(ofRule, node, problems);
  }

  /** Warns about an expression that vmalert may evaluate to other values. */
  void check(YamlScalar expr, List<String> functions, Problems problems) {
    Optional<String> different = functions.stream().filter(DIFFERENT::contains).findFirst();
    different.ifPresent(
        function ->
            problems.warning(
                expr,
                "MetricsQL's "
                    + function
                    + "() takes the sample before the range into account and does not"
                    + " extrapolate; Prometheus evaluates this rule as PromQL"));
  }

  /** {@code type: prometheus} is vmalert's default. */
  private YamlMapping withoutType(YamlMapping group, Problems problems) {
    if (this != VMALERT) {
      return group;
    }
    YamlNode type = group.get("type").orElse(YamlScalar.plain("null"));
    if (!type.isNull() && !type.toString().equals("prometheus")) {
      problems.error(
          type, "only groups of type \"prometheus\" are PromQL, and this is \"" + type + "\"");
    }
    return group.without("type");
  }

  private static YamlNode without(Map<String, String> owners, YamlNode node, Problems problems) {
    if (!(node instanceof YamlMapping mapping)) {
      return node;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (owners.containsKey(key)) {
        mapping = mapping.without(key);
        if (!owners.get(key).isEmpty()) {
          problems.warning(
              entry.key(), "\"" + key + "\" is " + owners.get(key) + ", and is left out in tests");
        }
      }
    }
    return mapping;
  }
}
