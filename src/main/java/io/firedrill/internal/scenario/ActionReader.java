package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.TargetFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code actions}. */
final class ActionReader {

  private static final List<String> KINDS =
      List.of(
          "silence",
          "expire_silence",
          "fail_receiver",
          "restore_receiver",
          "target_down",
          "target_up",
          "stop",
          "start",
          "restart",
          "reload",
          "load");
  private static final List<String> ITEM_KEYS =
      Stream.of(List.of("at"), KINDS, RepeatedAction.KEYS).flatMap(List::stream).toList();
  private static final List<String> SILENCE_KEYS = List.of("name", "matchers", "duration");
  private static final List<String> LOAD_KEYS = List.of("rule_files", "alertmanager_config");

  /** The actions that are possible without an Alertmanager. */
  private static final List<String> WITHOUT_ALERTMANAGER =
      List.of("stop", "start", "restart", "reload", "load", "target_down", "target_up");

  /** The hint if there is none. */
  static final Optional<String> ALERTMANAGER_HINT =
      Optional.of("name its configuration at the top of the file: alertmanager_config");

  private final Reading reading;
  private final List<String> servers;

  /**
   * @param servers the names of the servers that the tests run on
   */
  ActionReader(Reading reading, List<String> servers) {
    this.reading = reading;
    this.servers = servers;
  }

  /** The actions of a test in chronological order, those of one time as in the file. */
  List<PlannedAction> read(Fields test, Optional<Duration> runFor) {
    List<PlannedAction> actions = new ArrayList<>();
    RepeatedAction repeated = new RepeatedAction(reading.problems(), runFor);
    for (YamlNode item : test.items("actions")) {
      reading
          .fields(item, "an item of actions", ITEM_KEYS)
          .flatMap(fields -> action(fields, runFor).map(a -> repeated.of(fields, a)))
          .ifPresent(actions::addAll);
    }
    actions.sort(Comparator.comparing(PlannedAction::at));
    new ActionOrder(reading.problems()).check(actions);
    return actions;
  }

  private Optional<PlannedAction> action(Fields fields, Optional<Duration> runFor) {
    List<String> kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.isEmpty()) {
      String known = "one of: " + String.join(", ", KINDS);
      error(fields.node(), "an item of actions does nothing", Optional.of("write " + known));
    }
    kinds.stream().skip(1).forEach(second -> tooMany(fields, kinds.get(0), second));
    Optional<Duration> at = at(fields, runFor);
    return kinds.isEmpty() ? Optional.empty() : action(fields, kinds.get(0), at);
  }

  private void tooMany(Fields fields, String first, String second) {
    error(
        fields.key(second),
        "\"" + second + "\" cannot be combined with \"" + first + "\"",
        Optional.of("use a separate item for each action"));
  }

  private Optional<Duration> at(Fields fields, Optional<Duration> runFor) {
    Optional<Duration> at = fields.required("at").flatMap(any -> fields.duration("at"));
    if (at.isPresent() && runFor.isPresent() && at.get().compareTo(runFor.get()) > 0) {
      error(
          fields.value("at").orElseThrow(),
          "the run ends before this, at " + PrometheusDuration.format(runFor.get()),
          Optional.empty());
      return Optional.empty();
    }
    return at;
  }

  private Optional<PlannedAction> action(Fields fields, String kind, Optional<Duration> at) {
    if (!WITHOUT_ALERTMANAGER.contains(kind) && !servers.contains("alertmanager")) {
      error(fields.key(kind), "\"" + kind + "\" needs an Alertmanager", ALERTMANAGER_HINT);
      return Optional.empty();
    }
    return switch (kind) {
      case "silence" -> silence(fields, at);
      case "expire_silence" -> subject(fields, kind, at, Action.ExpireSilence::new);
      case "fail_receiver" -> new FaultReader(reading).read(fields, at);
      case "restore_receiver" -> subject(fields, kind, at, Action.RestoreReceiver::new);
      case "target_down" ->
          subject(fields, kind, at, a -> new Action.TargetDown(a, new TargetFault.Down()));
      case "target_up" -> subject(fields, kind, at, Action.TargetUp::new);
      case "stop" -> server(fields, kind, at, Action.Stop::new);
      case "start" -> server(fields, kind, at, Action.Start::new);
      case "restart" -> server(fields, kind, at, Action.Restart::new);
      case "reload" -> server(fields, kind, at, Action.Reload::new);
      default -> load(fields, at);
    };
  }

  private interface Naming {
    Action of(String name);
  }

  private Optional<PlannedAction> subject(
      Fields fields, String kind, Optional<Duration> at, Naming naming) {
    Optional<YamlScalar> name = fields.required(kind);
    return name.flatMap(n -> at.map(t -> new PlannedAction(t, naming.of(n.text()), n)));
  }

  private Optional<PlannedAction> server(
      Fields fields, String kind, Optional<Duration> at, Naming naming) {
    Optional<PlannedAction> action = subject(fields, kind, at, naming);
    Optional<YamlScalar> name =
        fields.value(kind).isPresent() ? fields.scalar(kind) : Optional.empty();
    if (name.isPresent() && !servers.contains(name.get().text())) {
      String known = "there are: " + String.join(", ", servers);
      error(
          name.get(),
          "there is no server \"" + name.get().text() + "\" in this test",
          Suggestions.hint(name.get().text(), servers).or(() -> Optional.of(known)));
      return Optional.empty();
    }
    return action;
  }

  private Optional<PlannedAction> silence(Fields item, Optional<Duration> at) {
    Optional<Fields> mapping = mapping(item, "silence", SILENCE_KEYS);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = mapping.get();
    List<LabelMatcher> matchers = new ArrayList<>();
    List<YamlScalar> written = new ArrayList<>();
    for (YamlNode node : fields.items("matchers")) {
      Optional<YamlScalar> scalar = fields.scalar(node, "a matcher");
      scalar.flatMap(reading::labelMatchers).ifPresent(matchers::addAll);
      scalar.ifPresent(written::add);
    }
    if (isEmptyList(fields)) {
      error(
          fields.key("matchers"),
          "\"matchers\" is " + (fields.has("matchers") ? "empty" : "missing") + " in a silence",
          Optional.of("write matchers: ['alertname=\"X\"']"));
    }
    Optional<Duration> duration = positive(fields, "duration");
    if (matchers.isEmpty()) {
      return Optional.empty();
    }
    Action.Silence silence =
        new Action.Silence(fields.text("name"), matchers, duration.orElse(Duration.ZERO));
    return at.map(t -> new PlannedAction(t, silence, written.get(0)));
  }

  private static boolean isEmptyList(Fields fields) {
    Optional<YamlNode> value = fields.value("matchers");
    return value.isEmpty() || value.get() instanceof YamlSequence list && list.items().isEmpty();
  }

  private Optional<Duration> positive(Fields fields, String key) {
    Optional<Duration> time = fields.required(key).flatMap(any -> fields.duration(key));
    if (time.filter(Duration::isZero).isPresent()) {
      error(
          fields.value(key).orElseThrow(),
          "\"" + key + "\" must be longer than zero",
          Optional.empty());
    }
    return time;
  }

  private Optional<PlannedAction> load(Fields item, Optional<Duration> at) {
    Optional<Fields> mapping = mapping(item, "load", LOAD_KEYS);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = mapping.get();
    if (!fields.has("rule_files") && !fields.has("alertmanager_config")) {
      error(
          fields.node(),
          "\"load\" does not name a file",
          Optional.of("write one of: " + String.join(", ", LOAD_KEYS)));
    }
    if (fields.has("alertmanager_config") && !servers.contains("alertmanager")) {
      error(
          fields.key("alertmanager_config"),
          "\"alertmanager_config\" needs an Alertmanager",
          ALERTMANAGER_HINT);
      return Optional.empty();
    }
    List<Path> rules = new RuleFiles(reading).read(fields).stream().map(Located::value).toList();
    Optional<Path> routes = fields.scalar("alertmanager_config").flatMap(reading::testedFile);
    YamlScalar subject = (YamlScalar) item.key("load");
    return at.map(t -> new PlannedAction(t, new Action.Load(rules, routes), subject));
  }

  private Optional<Fields> mapping(Fields item, String key, List<String> known) {
    Optional<YamlNode> value = item.value(key);
    if (value.isEmpty()) {
      error(item.key(key), "\"" + key + "\" is empty in an item of actions", Optional.empty());
    }
    return value.flatMap(node -> reading.fields(node, "a " + key, known));
  }

  private void error(YamlNode at, String message, Optional<String> hint) {
    reading.problems().error(at, message, hint);
  }
}
