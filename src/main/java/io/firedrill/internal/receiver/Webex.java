package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;

/** Webex. Formats: its REST API's documentation, "Create a Message". */
final class Webex extends ReceiverKind {

  private static final HttpResponse CREATED =
      HttpResponse.json(200, "{\"id\":\"firedrill\",\"roomType\":\"group\"}");

  Webex() {
    super(
        "webex",
        """
        api_url http_config message room_id send_resolved
        """,
        GlobalKeys.NONE.addresses("webex_api_url"),
        Redirection.authorized()
            .address("api_url")
            .tagged("message", "{{ template \"webex.default.message\" . }}"));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readTag(body.path("markdown").asString("")),
        body -> Json.message(Json.fields(body), "", "markdown"),
        CREATED);
  }
}
