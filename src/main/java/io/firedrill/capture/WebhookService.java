package io.firedrill.capture;

import io.firedrill.relay.HttpResponse;
import java.util.Optional;

/**
 * A webhook, which is read by programs. One with a body of the user's own has the marker in its
 * path.
 */
final class WebhookService implements Service {
  @Override
  public Reading read(CapturedRequest request) {
    Subject subject =
        request.rest().length() > 1
            ? Marker.plain(request.rest().substring(1))
            : WebhookBody.group(Json.read(request.body()));
    Content content = new Content(subject, Optional.empty(), request.rawWithRest(""));
    return Reading.of(content, HttpResponse.of(200));
  }
}
