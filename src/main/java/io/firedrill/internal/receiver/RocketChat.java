package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;

/** Rocket.Chat. Formats: its REST API's documentation, {@code chat.postMessage}. */
final class RocketChat extends ReceiverKind {

  private static final HttpResponse POSTED =
      HttpResponse.json(
          200,
          "{\"ts\":0,\"channel\":\"firedrill\",\"message\":{\"_id\":\"firedrill\"},\"success\":true}");

  RocketChat() {
    super(
        "rocketchat",
        """
        actions api_url channel color emoji fields http_config icon_url image_url link_names
        send_resolved short_fields text thumb_url title title_link token token_file token_id
        token_id_file
        """,
        GlobalKeys.NONE
            .addresses("rocketchat_api_url")
            .secrets(
                "rocketchat_token",
                "rocketchat_token_file",
                "rocketchat_token_id",
                "rocketchat_token_id_file"),
        Redirection.start()
            .address("api_url")
            .secrets("token", "token_id")
            .marked("text", "{{ template \"rocketchat.default.text\" . }}"));
  }

  @Override
  public boolean sendsResolved() {
    return false;
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readFull(Attachments.first(body).path("text").asString("")),
        Attachments::message,
        POSTED);
  }
}
