package io.firedrill.capture;

import java.util.Map;

/** The services of one sink, by Alertmanager's word for their kind of integration. */
final class Services {

  private final Map<String, Service> byKind =
      Map.ofEntries(
          Map.entry("webhook", new WebhookService()),
          Map.entry("slack", Slack.service()),
          Map.entry("telegram", Telegram.service()),
          Map.entry("pagerduty", PagerDuty.service()),
          Map.entry("opsgenie", new OpsGenie()),
          Map.entry("victorops", new VictorOps()),
          Map.entry("sns", new Sns()),
          Map.entry("pushover", new Pushover()),
          Map.entry("discord", Discord.service()),
          Map.entry("incidentio", new IncidentIo()),
          Map.entry("jira", new Jira()),
          Map.entry("mattermost", Mattermost.service()),
          Map.entry("msteams", MsTeams.connector()),
          Map.entry("msteamsv2", MsTeams.workflow()),
          Map.entry("rocketchat", RocketChat.service()),
          Map.entry("webex", Webex.service()),
          Map.entry("wechat", new WeChat()));

  /**
   * Reads a request.
   *
   * @throws UndecodableException if it is not what its kind of integration sends
   */
  Reading read(CapturedRequest request) {
    Service service = byKind.get(request.endpoint().integration());
    if (service == null) {
      throw new UndecodableException("no such kind of integration", null);
    }
    return service.read(request);
  }
}
