package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A stand-in for Slack. The Web API answers a message with the channel's identifier and the
 * message's timestamp, which Alertmanager needs to update it.
 */
final class SlackService implements Service {

  private static final HttpResponse OK = HttpResponse.of(200, "text/html", "ok");
  private static final Pattern CHANNEL_ID = Pattern.compile("[CDG][A-Z0-9]{8,}");

  /** The channels' names in configurations, by identifier. */
  private final Map<String, String> channels = new ConcurrentHashMap<>();

  @Override
  public Reading read(CapturedRequest request) {
    return new JsonService(
            SlackService::group,
            body -> message(body, request),
            message -> answer(message, request))
        .read(request);
  }

  private static Group group(JsonNode body) {
    return Marker.readFull(Attachments.first(body).path("callback_id").asString(""));
  }

  /** An update has the timestamp of the message, and the channel's name as that message had it. */
  private Message message(JsonNode body, CapturedRequest request) {
    Message message = Attachments.message(body);
    if (!request.path().equals(Slack.UPDATE)) {
      return message;
    }
    SortedMap<String, String> fields = new TreeMap<>(message.fields());
    fields.put("action", "update");
    fields.computeIfPresent("channel", (key, id) -> channels.getOrDefault(id, id));
    return new Message(message.title(), message.text(), fields);
  }

  private HttpResponse answer(Message message, CapturedRequest request) {
    String channel = message.fields().getOrDefault("channel", "");
    return switch (request.path()) {
      case Slack.POST -> done(identifier(channel), timestamp(request));
      case Slack.UPDATE -> done(identifier(channel), message.fields().getOrDefault("ts", ""));
      default -> OK;
    };
  }

  private static HttpResponse done(String channel, String timestamp) {
    return HttpResponse.json(
        200, Json.write(new TreeMap<>(Map.of("ok", true, "channel", channel, "ts", timestamp))));
  }

  private String identifier(String channel) {
    if (CHANNEL_ID.matcher(channel).matches()) {
      return channel;
    }
    String identifier = String.format(Locale.ROOT, "C%08X", channel.hashCode());
    channels.put(identifier, channel);
    return identifier;
  }

  /** Distinguishes messages of the same second by their subject, not by their order. */
  private static String timestamp(CapturedRequest request) {
    Endpoint endpoint = request.endpoint();
    int hash =
        Objects.hash(
            endpoint.receiver(), endpoint.index(), group(Json.read(request.body())).labels());
    return String.format(
        Locale.ROOT, "%d.%06d", request.time().getEpochSecond(), Math.floorMod(hash, 1_000_000));
  }
}
