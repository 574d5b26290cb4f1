package io.firedrill.capture;

import java.util.Optional;

/** A webhook, which is read by programs. */
final class WebhookService implements Service {
  @Override
  public Reading read(CapturedRequest request) {
    Subject subject = WebhookBody.group(Json.read(request.body()));
    return Reading.of(new Content(subject, Optional.empty(), request.raw()), Reply.NOTHING);
  }
}
