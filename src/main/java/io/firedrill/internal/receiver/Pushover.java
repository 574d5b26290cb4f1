package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pushover. Formats: its API documentation, "Pushing messages" and "Response format". The address
 * is built into Alertmanager, so the token contains the endpoint's path and, after a colon, the
 * marker. Everything is in the query; the body is empty.
 */
final class Pushover extends ReceiverKind {

  /** The path of Pushover's API. */
  static final String PATH = "/1/messages.json";

  private static final HttpResponse SENT =
      HttpResponse.json(200, "{\"status\":1,\"request\":\"firedrill\"}");

  private static final Pattern TOKEN = Pattern.compile("(^|&)token=[^&]*");

  static Endpoint endpoint(String query) {
    String token = Form.fields(query).getOrDefault("token", "");
    return Endpoint.read(token.substring(0, Math.max(0, token.indexOf(':'))));
  }

  Pushover() {
    super(
        "pushover",
        """
        device expire html http_config message monospace priority retry send_resolved sound
        title token token_file ttl url url_title user_key user_key_file
        """,
        GlobalKeys.NONE,
        Redirection.start()
            .secrets("user_key")
            .rewrite(Pushover::token)
            .rewrite(Rewrites.throughProxy()));
  }

  @Override
  Service service() {
    return Pushover::read;
  }

  private static Reading read(CapturedRequest request) {
    SortedMap<String, String> fields = Form.fields(request.query());
    String token = fields.getOrDefault("token", "");
    String title = fields.getOrDefault("title", "");
    String text = fields.getOrDefault("message", "");
    fields.keySet().removeAll(List.of("token", "user", "title", "message"));
    Matcher clean = TOKEN.matcher(request.query());
    Notification.Request raw =
        new RawRequest(
            PATH, "application/x-www-form-urlencoded", clean.replaceAll("$1token=firedrill"));
    Subject subject = Marker.readPlain(token.substring(token.indexOf(':') + 1));
    Message message = new Message(title, text, fields);
    return Reading.of(new Content(subject, Optional.of(message), raw), SENT);
  }

  /** The token's stand-in, inline or in a file. */
  private static YamlMapping token(YamlMapping settings, Place place) {
    String token = Marker.withPlain(place.endpoint().path() + ":");
    return Rewrites.replacedSecret("token", token).of(settings, place);
  }
}
