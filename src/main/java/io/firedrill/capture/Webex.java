package io.firedrill.capture;

/** Webex. Formats: its REST API's documentation, "Create a Message". */
final class Webex {

  private static final Reply CREATED =
      Reply.json(200, "{\"id\":\"firedrill\",\"roomType\":\"group\"}");

  private Webex() {}

  static Service service() {
    return new JsonService(
        body -> Marker.tag(body.path("markdown").asString("")),
        body -> Json.message(Json.fields(body), "", "markdown"),
        CREATED);
  }
}
