package io.firedrill.internal.capture;

import io.firedrill.internal.receiver.Endpoint;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Decides how to answer each request of an integration. */
@FunctionalInterface
public interface AnswerPolicy {

  /** Answers everything as the service would. */
  AnswerPolicy AS_USUAL = delivery -> new Answer.AsUsual();

  /**
   * Decides about one request, while time does not advance.
   *
   * @param delivery the request
   */
  Answer answer(Delivery delivery);

  /**
   * A request to be answered.
   *
   * @param time its virtual time
   * @param receiver the receiver's name
   * @param integration Alertmanager's name for the integration's kind
   * @param index the index among the receiver's integrations of this kind, from 0
   */
  record Delivery(Instant time, String receiver, String integration, int index) {
    static Delivery of(Endpoint endpoint, Instant time) {
      return new Delivery(time, endpoint.receiver(), endpoint.integration(), endpoint.index());
    }

    boolean isOfSameIntegration(Delivery other) {
      return receiver.equals(other.receiver)
          && integration.equals(other.integration)
          && index == other.index;
    }
  }

  /**
   * An answer. All except {@link AsUsual} and {@link Late} mean that the message was not delivered;
   * so does {@link Late} if the client has given up.
   */
  sealed interface Answer {
    /** The answer that the service would give. */
    record AsUsual() implements Answer {}

    /** An HTTP status without a body. */
    record Status(int code) implements Answer {}

    /** No answer: the connection is closed. */
    record HangUp() implements Answer {}

    /** No answer at all, on an open connection. */
    record Never() implements Answer {}

    /**
     * The answer that the service would give, but late.
     *
     * @param time its virtual time
     * @param sent whether it was sent: the client may have given up
     */
    record Late(Instant time, AtomicBoolean sent) implements Answer {}
  }
}
