package io.firedrill.engine;

import io.firedrill.capture.HttpFraming;
import io.firedrill.clock.ClockException;
import io.firedrill.clock.RelayConnection;
import io.firedrill.clock.RelayHandler;
import io.firedrill.target.ScrapeAnswer;
import io.firedrill.target.ScrapeRequest;
import io.firedrill.target.StandIns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The proxy through which Prometheus reaches its targets. The time stands still until an answer has
 * been sent, but for the time that the target itself takes.
 */
final class ScrapeRelay implements RelayHandler, AutoCloseable {

  private static final byte[] REFUSED =
      "HTTP/1.1 405 Not a scrape\r\nContent-Length: 0\r\n\r\n".getBytes();

  private final StandIns targets;
  private final Supplier<Instant> clock;
  private final Map<RelayConnection, HttpFraming> open = new ConcurrentHashMap<>();
  private final Map<RelayConnection, Late> late = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "firedrill-scrape");
            thread.setDaemon(true);
            return thread;
          });

  /** An answer whose time has not come. */
  private record Late(byte[] message, long dealtWith) {}

  ScrapeRelay(StandIns targets, Supplier<Instant> clock) {
    this.targets = targets;
    this.clock = clock;
  }

  @Override
  public void opened(RelayConnection connection) {
    open.put(connection, new HttpFraming());
    connection.answered(0);
  }

  @Override
  public void received(RelayConnection connection, byte[] bytes) {
    HttpFraming framing = open.get(connection);
    if (framing == null) {
      connection.answered(connection.received());
      return;
    }
    long dealtWith = connection.received();
    Instant time = clock.get();
    for (byte[] request : framing.add(bytes, bytes.length)) {
      threads.execute(() -> answer(connection, request, dealtWith, time));
    }
  }

  private void answer(RelayConnection connection, byte[] request, long dealtWith, Instant time) {
    try {
      Optional<ScrapeAnswer> answer =
          ScrapeRequest.read(request).map(scrape -> targets.answer(scrape, time));
      byte[] message = answer.map(ScrapeAnswer::message).orElse(REFUSED);
      if (answer.isPresent() && !answer.get().delay().isZero()) {
        late.put(connection, new Late(message, dealtWith));
        connection.answeredUntil(dealtWith, time.plus(answer.get().delay()));
      } else {
        connection.send(message);
        connection.answered(dealtWith);
      }
    } catch (ClockException e) {
      // The launcher has ended, and Prometheus with it.
    }
  }

  @Override
  public void due(RelayConnection connection) {
    Late answer = late.remove(connection);
    connection.send(answer.message());
    connection.answered(answer.dealtWith());
  }

  /** Prometheus has hung up; it may not have waited for a late answer. */
  @Override
  public void closed(RelayConnection connection) {
    open.remove(connection);
    late.remove(connection);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
