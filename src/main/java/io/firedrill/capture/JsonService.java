package io.firedrill.capture;

import io.firedrill.model.Message;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A service that takes a notification as one JSON document.
 *
 * @param subject reads what the document as it arrived is about
 * @param message reads what a person reads of the document without marker
 * @param reply its answer
 */
record JsonService(
    Function<JsonNode, Subject> subject, Function<JsonNode, Message> message, Reply reply)
    implements Service {

  @Override
  public Reading read(CapturedRequest request) {
    String body = Marker.withoutInJson(request.body());
    Content content =
        new Content(
            subject.apply(Json.read(request.body())),
            Optional.of(message.apply(Json.read(body))),
            request.rawWithBody(body));
    return Reading.of(content, reply);
  }
}
