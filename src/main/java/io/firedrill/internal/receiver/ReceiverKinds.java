package io.firedrill.internal.receiver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of integration that are captured: all kinds of Alertmanager. */
public final class ReceiverKinds {

  static final List<ReceiverKind> ALL =
      List.of(
          new Webhook(),
          new Email(),
          new Slack(),
          new PagerDuty(),
          new OpsGenie(),
          new VictorOps(),
          new Pushover(),
          new WeChat(),
          new Telegram(),
          new Sns(),
          new Discord(),
          new Webex(),
          new MsTeams(),
          new MsTeamsV2(),
          new Jira(),
          new RocketChat(),
          new Mattermost(),
          new IncidentIo());

  private ReceiverKinds() {}

  /** All kinds. */
  public static List<ReceiverKind> all() {
    return ALL;
  }

  /** The kind of a receiver's key, such as {@code slack_configs}. */
  public static Optional<ReceiverKind> of(String key) {
    return ALL.stream().filter(k -> k.key().equals(key)).findFirst();
  }

  /** Alertmanager's names for them. */
  public static List<String> words() {
    return ALL.stream().map(ReceiverKind::word).toList();
  }

  /** All keys of a receiver, sorted. */
  static List<String> keys() {
    return Stream.concat(Stream.of("name", "labels"), ALL.stream().map(ReceiverKind::key))
        .sorted()
        .toList();
  }
}
