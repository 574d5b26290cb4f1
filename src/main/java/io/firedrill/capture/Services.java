package io.firedrill.capture;

import java.util.Map;

/** The services of one sink, by Alertmanager's word for their kind of integration. */
final class Services {

  private final Map<String, Service> byKind =
      Map.of(
          "webhook", new WebhookService(),
          "slack", Slack.service(),
          "telegram", Telegram.service());

  /**
   * Reads a request.
   *
   * @throws UndecodableException if it is not what its kind of integration sends
   */
  Reading read(CapturedRequest request) {
    Service service = byKind.get(request.integration());
    if (service == null) {
      throw new UndecodableException("no such kind of integration", null);
    }
    return service.read(request);
  }
}
