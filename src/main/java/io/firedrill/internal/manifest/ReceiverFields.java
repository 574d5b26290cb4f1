package io.firedrill.internal.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of an AlertmanagerConfig's receivers, in the operator's API (0.93). */
final class ReceiverFields {

  private static final Map<String, List<String>> BY_KIND = new LinkedHashMap<>();

  /** The settings that refer to a key of a Secret. Of some kinds, {@code apiURL} is text. */
  private static final Set<String> SECRETS =
      Set.of(
          "apiKey",
          "apiSecret",
          "apiURL",
          "authPassword",
          "authSecret",
          "botToken",
          "routingKey",
          "serviceKey",
          "token",
          "tokenID",
          "urlSecret",
          "userKey",
          "webhookURL",
          "webhookUrl");

  static {
    kind("discordConfigs", "apiURL title message content username avatarURL httpConfig");
    kind(
        "emailConfigs",
        "to from hello smarthost authUsername authPassword authSecret authIdentity headers html"
            + " text requireTLS tlsConfig forceImplicitTLS threading");
    kind("msteamsConfigs", "webhookUrl title summary text httpConfig");
    kind("msteamsv2Configs", "webhookURL title text httpConfig");
    kind(
        "opsgenieConfigs",
        "apiKey apiURL message description source tags note priority updateAlerts details"
            + " responders httpConfig entity actions");
    kind(
        "pagerdutyConfigs",
        "routingKey serviceKey url client clientURL description severity class group component"
            + " details pagerDutyImageConfigs pagerDutyLinkConfigs httpConfig source timeout");
    kind(
        "pushoverConfigs",
        "userKey userKeyFile token tokenFile title message url urlTitle ttl device sound priority"
            + " retry expire html monospace httpConfig");
    kind(
        "rocketchatConfigs",
        "apiURL channel token tokenID color emoji iconURL text title titleLink fields shortFields"
            + " imageURL thumbURL linkNames actions httpConfig");
    kind(
        "slackConfigs",
        "apiURL channel username color title titleLink pretext text fields shortFields footer"
            + " fallback callbackId iconEmoji iconURL imageURL thumbURL linkNames mrkdwnIn actions"
            + " httpConfig timeout messageText updateMessage");
    kind(
        "snsConfigs",
        "apiURL sigv4 topicARN subject phoneNumber targetARN message attributes httpConfig"
            + " useAWSHTTPClient");
    kind(
        "telegramConfigs",
        "apiURL botToken botTokenFile chatID messageThreadID message disableNotifications"
            + " parseMode httpConfig");
    kind(
        "victoropsConfigs",
        "apiKey apiUrl routingKey messageType entityDisplayName stateMessage monitoringTool"
            + " customFields httpConfig");
    kind("webexConfigs", "apiURL httpConfig message roomID");
    kind("webhookConfigs", "url urlSecret httpConfig maxAlerts timeout payload");
    kind(
        "wechatConfigs",
        "apiSecret apiURL corpID agentID toUser toParty toTag message messageType httpConfig");
  }

  private ReceiverFields() {}

  private static void kind(String name, String keys) {
    List<String> all = new ArrayList<>(List.of("sendResolved"));
    all.addAll(Arrays.asList(keys.split(" ")));
    BY_KIND.put(name, List.copyOf(all));
  }

  static Set<String> kinds() {
    return BY_KIND.keySet();
  }

  static List<String> of(String kind) {
    return BY_KIND.get(kind);
  }

  static boolean isSecret(String key) {
    return SECRETS.contains(key);
  }
}
