package io.firedrill.capture;

import io.firedrill.relay.HttpResponse;

/** Webex. Formats: its REST API's documentation, "Create a Message". */
final class Webex {

  private static final HttpResponse CREATED =
      HttpResponse.json(200, "{\"id\":\"firedrill\",\"roomType\":\"group\"}");

  private Webex() {}

  static Service service() {
    return new JsonService(
        body -> Marker.tag(body.path("markdown").asString("")),
        body -> Json.message(Json.fields(body), "", "markdown"),
        CREATED);
  }
}
