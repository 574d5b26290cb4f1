package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The {@code global} section with harmless addresses and secrets, and without connection settings.
 * Keys that are nobody's stay, for Alertmanager to refuse.
 */
final class GlobalSettings {

  private static final Set<String> ADDRESSES =
      Set.of(
          "jira_api_url",
          "mattermost_webhook_url",
          "opsgenie_api_url",
          "pagerduty_url",
          "rocketchat_api_url",
          "slack_api_url",
          "slack_app_url",
          "telegram_api_url",
          "victorops_api_url",
          "webex_api_url",
          "wechat_api_url");

  private static final Set<String> SECRETS =
      Set.of(
          "rocketchat_token",
          "rocketchat_token_id",
          "slack_app_token",
          "telegram_bot_token",
          "victorops_api_key");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "http_config",
          "smtp_auth_identity",
          "smtp_auth_password",
          "smtp_auth_password_file",
          "smtp_auth_secret",
          "smtp_auth_secret_file",
          "smtp_auth_username",
          "smtp_force_implicit_tls",
          "smtp_require_tls",
          "smtp_tls_config");

  private static final String FILE = "_file";

  private GlobalSettings() {}

  static YamlNode redirected(YamlNode global, SinkPorts ports, ConfigFiles files) {
    if (!(global instanceof YamlMapping mapping)) {
      return global;
    }
    List<YamlMapping.Entry> kept = new ArrayList<>();
    for (YamlMapping.Entry entry : KnownSettings.of("global", mapping).entries()) {
      if (!LEFT_OUT.contains(entry.key().text())) {
        kept.add(new YamlMapping.Entry(entry.key(), redirected(entry, ports, files)));
      }
    }
    return new YamlMapping(mapping.position(), kept);
  }

  private static YamlNode redirected(YamlMapping.Entry entry, SinkPorts ports, ConfigFiles files) {
    String key = entry.key().text();
    boolean inFile = key.endsWith(FILE);
    String name = inFile ? key.substring(0, key.length() - FILE.length()) : key;
    String harmless = harmless(name, ports);
    if (harmless.isEmpty() || Settings.isNothing(entry.value())) {
      return entry.value();
    }
    return YamlScalar.quoted(inFile ? files.addSecret(harmless) : harmless);
  }

  private static String harmless(String key, SinkPorts ports) {
    if (ADDRESSES.contains(key)) {
      return "http://127.0.0.1:" + ports.http() + "/global";
    }
    if (key.equals("smtp_smarthost")) {
      return Email.smarthost(ports);
    }
    if (key.equals("opsgenie_api_key")) {
      return Settings.PLAINLY_MARKED_SECRET;
    }
    if (key.equals("wechat_api_secret")) {
      return Settings.MARKED_SECRET;
    }
    return SECRETS.contains(key) ? Settings.NO_SECRET : "";
  }
}
