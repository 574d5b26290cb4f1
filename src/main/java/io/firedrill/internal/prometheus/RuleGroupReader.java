package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the groups of one document. Null groups and rules are skipped, as Prometheus does. */
final class RuleGroupReader {

  private static final List<String> KEYS =
      List.of("name", "interval", "limit", "query_offset", "labels", "rules");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\.?[0-9][0-9a-zA-Z_.+]*(?:[eE]-[0-9]+)?");

  private final Problems problems;
  private final UnknownFields unknown;
  private final RuleDialect dialect;
  private final RuleReader rules;

  RuleGroupReader(Problems problems, UnknownFields unknown, RuleDialect dialect) {
    this.problems = problems;
    this.unknown = unknown;
    this.dialect = dialect;
    this.rules = new RuleReader(problems, unknown, dialect);
  }

  /** Reads the mapping with the groups: a rule file, or the spec of a manifest. */
  List<RuleGroup> groups(YamlNode node) {
    List<String> known = List.of("groups");
    YamlNode own = dialect.file(node, problems);
    Optional<Fields> fields = Fields.of(unknown.read(own, known), dialect.what(), known, problems);
    List<RuleGroup> groups = new ArrayList<>();
    Map<String, YamlScalar> names = new HashMap<>();
    for (YamlNode item : fields.map(f -> f.items("groups")).orElse(List.of())) {
      if (!item.isNull()) {
        group(item, names).ifPresent(groups::add);
      }
    }
    return groups;
  }

  private Optional<RuleGroup> group(YamlNode node, Map<String, YamlScalar> names) {
    YamlNode own = dialect.group(node, problems);
    Optional<Fields> read = Fields.of(unknown.read(own, KEYS), "a rule group", KEYS, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    Optional<YamlScalar> name = fields.required("name");
    name.ifPresent(n -> refuseRepetition(n, names));
    Optional<Duration> interval = fields.duration("interval").filter(d -> !d.isZero());
    fields.duration("query_offset");
    checkLimit(fields);
    rules.checkLabels(fields);
    List<Rule> members = new ArrayList<>();
    for (YamlNode item : fields.items("rules")) {
      if (!item.isNull()) {
        rules.rule(item).ifPresent(members::add);
      }
    }
    return name.map(
        n ->
            new RuleGroup(
                n.text(), node.position(), interval, members, (YamlMapping) fields.node()));
  }

  private void refuseRepetition(YamlScalar name, Map<String, YamlScalar> names) {
    YamlScalar first = names.putIfAbsent(name.text(), name);
    if (first != null) {
      problems.error(
          name,
          "group \"" + name.text() + "\" is already defined in line " + first.position().line());
    }
  }

  private void checkLimit(Fields fields) {
    Optional<YamlScalar> limit = fields.scalar("limit");
    boolean number =
        limit.isEmpty()
            || limit.get().style() == YamlScalar.Style.PLAIN
                && NUMBER.matcher(limit.get().text()).matches();
    if (!number) {
      problems.error(
          limit.get(), "expected a number for \"limit\", found \"" + limit.get().text() + "\"");
    }
  }
}
