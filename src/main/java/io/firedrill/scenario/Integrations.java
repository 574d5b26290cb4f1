package io.firedrill.scenario;

import io.firedrill.source.Problems;
import io.firedrill.source.Suggestions;
import io.firedrill.source.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The kinds of integration that Alertmanager has, in its own words. */
final class Integrations {

  static final List<String> KNOWN =
      List.of(
          "webhook",
          "email",
          "slack",
          "pagerduty",
          "opsgenie",
          "victorops",
          "pushover",
          "wechat",
          "telegram",
          "sns",
          "discord",
          "webex",
          "msteams",
          "msteamsv2",
          "jira",
          "rocketchat",
          "mattermost",
          "incidentio");

  private Integrations() {}

  /** A kind as written; empty, and reported, where there is none of that name. */
  static Optional<String> read(YamlScalar scalar, Problems problems) {
    String name = scalar.text();
    if (KNOWN.contains(name)) {
      return Optional.of(name);
    }
    Optional<String> hint = Suggestions.hint(name, KNOWN);
    problems.error(
        scalar,
        "there is no integration \"" + name + "\"",
        hint.or(() -> Optional.of("there are: " + String.join(", ", KNOWN))));
    return Optional.empty();
  }
}
