package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.model.Message;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A webhook. One with a custom body has the marker in its path. */
final class Webhook extends ReceiverKind {
  Webhook() {
    super(
        "webhook",
        """
        http_config max_alerts payload send_resolved timeout url url_file
        """,
        GlobalKeys.NONE,
        Redirection.start().rewrite(Webhook::address));
  }

  @Override
  Service service() {
    return Webhook::read;
  }

  private static Reading read(CapturedRequest request) {
    boolean isCustom = request.rest().length() > 1;
    Subject subject =
        isCustom
            ? Marker.readPlain(request.rest().substring(1))
            : WebhookBody.read(request.body()).group();
    Optional<Message> message = isCustom ? Optional.of(message(request.body())) : Optional.empty();
    Content content = new Content(subject, message, request.rawWithRest(""));
    return Reading.of(content, HttpResponse.of(200));
  }

  /** A custom body is written for its readers. */
  private static Message message(String body) {
    try {
      SortedMap<String, String> fields = Json.fields(Json.read(body));
      return Json.message(fields, "title", fields.containsKey("") ? "" : "text");
    } catch (UndecodableException e) {
      return new Message("", body, new TreeMap<>());
    }
  }

  /**
   * A custom body may not identify its group. Versions that support custom bodies accept a template
   * as the address, which can carry the marker.
   */
  private static YamlMapping address(YamlMapping settings, Place place) {
    String url = place.url();
    String address = settings.get("payload").isPresent() ? Marker.withPlain(url + "/") : url;
    return Rewrites.replacedSecret("url", address).of(settings, place);
  }
}
