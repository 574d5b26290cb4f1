package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.Suggestions;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import io.firedrill.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads receivers, and refuses what could not be captured: nothing may reach a real host. */
final class ReceiverReader {

  /** Alertmanager 0.34's kinds of integration that are not captured yet. */
  private static final Set<String> NOT_YET =
      Set.of(
          "discord_configs",
          "email_configs",
          "incidentio_configs",
          "jira_configs",
          "mattermost_configs",
          "msteams_configs",
          "msteamsv2_configs",
          "opsgenie_configs",
          "pagerduty_configs",
          "pushover_configs",
          "rocketchat_configs",
          "slack_configs",
          "sns_configs",
          "telegram_configs",
          "victorops_configs",
          "webex_configs",
          "wechat_configs");

  private static final List<String> KNOWN =
      Stream.concat(Stream.of("name", Receiver.WEBHOOKS), NOT_YET.stream()).sorted().toList();

  /** User, host and port as Go's {@code net/url} takes them, and escapes of two digits. */
  private static final Pattern URL =
      Pattern.compile(
          "(?i)https?://([^@/?#\\s]*@)?(\\[[0-9a-f:.%]+]|[^:/?#\\[\\]\\s\\\\\"{}^|]+)(:[0-9]*)?"
              + "([/?#]([^%]|%[0-9a-f]{2})*)?",
          Pattern.DOTALL);

  private final Problems problems;

  ReceiverReader(Problems problems) {
    this.problems = problems;
  }

  List<Receiver> read(YamlNode nodes) {
    List<Receiver> receivers = new ArrayList<>();
    if (nodes instanceof YamlSequence list) {
      // Null receivers are skipped, as newer versions do.
      list.items().stream()
          .filter(node -> !node.isNull())
          .forEach(node -> receiver(node).ifPresent(receivers::add));
    } else if (!nodes.isNull()) {
      problems.error(nodes, "expected a list for \"receivers\", found " + nodes.kind());
    }
    return receivers;
  }

  private Optional<Receiver> receiver(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      problems.error(node, "expected a mapping for a receiver, found " + node.kind());
      return Optional.empty();
    }
    mapping.entries().forEach(this::integrations);
    Optional<YamlScalar> name =
        mapping
            .get("name")
            .filter(YamlScalar.class::isInstance)
            .map(YamlScalar.class::cast)
            .filter(n -> !n.isNull() && !n.text().isEmpty());
    if (name.isEmpty()) {
      YamlNode at = mapping.key("name").map(YamlNode.class::cast).orElse(node);
      problems.error(at, "\"name\" is missing in a receiver");
    }
    return name.map(n -> new Receiver(n.text(), mapping));
  }

  private void integrations(YamlMapping.Entry entry) {
    String key = entry.key().text();
    if (key.equals(Receiver.WEBHOOKS)) {
      webhooks(entry.value());
    } else if (!KNOWN.contains(key)) {
      problems.error(
          entry.key(),
          "unknown key \"" + key + "\" in a receiver",
          Suggestions.hint(key, KNOWN)
              .or(() -> Optional.of("expected one of: " + String.join(", ", KNOWN))));
    } else if (NOT_YET.contains(key) && !isEmpty(entry.value())) {
      problems.error(
          entry.key(),
          "\"" + key + "\" cannot be tested: capturing this kind of receiver is not built yet",
          Optional.of("so far, only \"webhook_configs\" are captured"));
    }
  }

  private static boolean isEmpty(YamlNode value) {
    return value.isNull() || value instanceof YamlSequence list && list.items().isEmpty();
  }

  private void webhooks(YamlNode value) {
    if (value instanceof YamlSequence list) {
      list.items().forEach(this::webhook);
    } else if (!value.isNull()) {
      problems.error(value, "expected a list for \"webhook_configs\", found " + value.kind());
    }
  }

  /** What Alertmanager would say about the address has to be said here: it never sees it. */
  private void webhook(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      problems.error(node, "expected a mapping for a webhook, found " + node.kind());
      return;
    }
    Optional<YamlNode> url = mapping.get("url").filter(v -> !isNothing(v));
    Optional<YamlNode> file = mapping.get("url_file").filter(v -> !isNothing(v));
    if (url.isEmpty() && file.isEmpty()) {
      problems.error(node, "\"url\" or \"url_file\" is missing in a webhook");
    } else if (url.isPresent() && file.isPresent()) {
      problems.error(
          mapping.key("url_file").orElseThrow(), "a webhook has \"url\" or \"url_file\", not both");
    }
    url.ifPresent(this::checkUrl);
  }

  private static boolean isNothing(YamlNode value) {
    return value.isNull() || value instanceof YamlScalar scalar && scalar.text().isEmpty();
  }

  private void checkUrl(YamlNode url) {
    // Newer versions take a template here.
    boolean fine =
        url instanceof YamlScalar scalar
            && (URL.matcher(scalar.text()).matches() || scalar.text().contains("{{"));
    if (!fine) {
      String found = url instanceof YamlScalar s ? "\"" + s.text() + "\"" : url.kind();
      problems.error(url, "expected an http or https address for \"url\", found " + found);
    }
  }
}
