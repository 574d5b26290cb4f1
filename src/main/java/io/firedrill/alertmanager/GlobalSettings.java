package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code global} section without addresses, secrets and connection settings. */
final class GlobalSettings {

  /** What integrations take from the section; every integration gets its own settings instead. */
  private static final Pattern OF_INTEGRATIONS =
      Pattern.compile(
          "http_config|(smtp|slack|pagerduty|opsgenie|wechat|victorops|telegram|webex|jira|rocketchat"
              + "|mattermost)_.+");

  private GlobalSettings() {}

  /** Keys that are nobody's stay, for Alertmanager to refuse. */
  static YamlNode harmless(YamlNode global) {
    if (!(global instanceof YamlMapping mapping)) {
      return global;
    }
    List<YamlMapping.Entry> kept =
        mapping.entries().stream()
            .filter(e -> !OF_INTEGRATIONS.matcher(e.key().text()).matches())
            .toList();
    return new YamlMapping(mapping.position(), kept);
  }
}
