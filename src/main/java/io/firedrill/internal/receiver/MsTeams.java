package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;

/**
 * Microsoft Teams by a connector. Formats: its documentation, "Legacy actionable message card
 * reference".
 */
final class MsTeams extends ReceiverKind {

  private static final HttpResponse CARD_TAKEN = HttpResponse.of(200, "text/html", "1");

  MsTeams() {
    super(
        "msteams",
        """
        http_config send_resolved summary text title webhook_url webhook_url_file
        """,
        GlobalKeys.NONE,
        Redirection.start()
            .ownAddress("webhook_url")
            .marked("text", "{{ template \"msteams.default.text\" . }}"));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readFull(body.path("text").asString("")),
        body -> Json.message(Json.fields(body), "title", "text"),
        CARD_TAKEN);
  }
}
