package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.model.Notification;
import java.time.Instant;

/**
 * A request to the sink.
 *
 * @param time its virtual time
 * @param endpoint the receiving endpoint
 * @param method GET, POST and so on
 * @param path the whole path, as sent
 * @param query the query, percent-encoded, or the empty string
 * @param authorization the header of this name, or the empty string
 * @param contentType the body's media type, or the empty string
 * @param body the body
 */
public record CapturedRequest(
    Instant time,
    Endpoint endpoint,
    String method,
    String path,
    String query,
    String authorization,
    String contentType,
    String body) {

  /**
   * Reads a request.
   *
   * @param time its virtual time
   * @throws UndecodableException if its path is not an endpoint's
   */
  public static CapturedRequest of(HttpRequest request, Instant time) {
    return new CapturedRequest(
        time,
        endpoint(request),
        request.method(),
        request.path(),
        request.query(),
        request.header("authorization"),
        request.header("content-type"),
        request.text());
  }

  /** The endpoint in the path, or in the token if the address is built into Alertmanager. */
  private static Endpoint endpoint(HttpRequest request) {
    return switch (request.path()) {
      case Pushover.PATH -> Pushover.endpoint(request.query());
      case Slack.POST, Slack.UPDATE, PagerDuty.V1 ->
          Endpoint.ofToken(request.header("authorization"));
      default -> Endpoint.read(request.path());
    };
  }

  /** The rest of the path after the endpoint, percent-encoded: empty, or starting with a slash. */
  public String rest() {
    return endpoint.rest();
  }

  /** The request as it arrived. */
  Notification.Request raw() {
    return new RawRequest(path, contentType, body);
  }

  /** The request without a marker in its body. */
  Notification.Request rawWithBody(String cleanBody) {
    return new RawRequest(path, contentType, cleanBody);
  }

  /** The request without a marker in what follows the endpoint in its path. */
  Notification.Request rawWithRest(String cleanRest) {
    String start = path.substring(0, path.length() - rest().length());
    return new RawRequest(start + cleanRest, contentType, body);
  }
}
