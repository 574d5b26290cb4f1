package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A service that accepts a notification as one JSON document.
 *
 * @param subject reads the subject from the document as it arrived
 * @param message reads the message from the document without marker
 * @param reply its answer to the message
 */
record JsonService(
    Function<JsonNode, Subject> subject,
    Function<JsonNode, Message> message,
    Function<Message, HttpResponse> reply)
    implements Service {

  JsonService(
      Function<JsonNode, Subject> subject,
      Function<JsonNode, Message> message,
      HttpResponse reply) {
    this(subject, message, any -> reply);
  }

  @Override
  public Reading read(CapturedRequest request) {
    String body = Marker.withoutInJson(request.body());
    Message read = message.apply(Json.read(body));
    Content content =
        new Content(
            subject.apply(Json.read(request.body())), Optional.of(read), request.rawWithBody(body));
    return Reading.of(content, reply.apply(read));
  }
}
