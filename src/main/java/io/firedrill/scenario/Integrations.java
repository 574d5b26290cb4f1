package io.firedrill.scenario;

import java.util.List;

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
}
