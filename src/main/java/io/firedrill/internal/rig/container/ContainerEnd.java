package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Event;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Finds out how a container ended, by the engine's events. */
final class ContainerEnd {

  /** The engine reports the end of a container within milliseconds. */
  private static final long LIMIT_SECONDS = 10;

  private final DockerClient client;
  private final String id;

  ContainerEnd(DockerClient client, String id) {
    this.client = client;
    this.id = id;
  }

  /** The cause, as far as the engine reports one. Waits for the report that the container ended. */
  String cause() {
    List<Event> events = events();
    if (has(events, "oom")) {
      return "its container ran out of memory";
    }
    String signal = attribute(events, "kill", "signal");
    if (!signal.isEmpty()) {
      return "its container was killed through the engine, with signal " + signal;
    }
    String code = attribute(events, "die", "exitCode");
    return code.isEmpty() ? "its container ended" : "its container ended with exit code " + code;
  }

  private List<Event> events() {
    Reports reports = new Reports();
    // All events, because the clock of a remote engine may differ.
    try (reports) {
      client.eventsCmd().withContainerFilter(id).withSince("0").exec(reports);
      reports.awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | DockerException e) {
      // Only the events until now are known.
    }
    return reports.events;
  }

  private static boolean has(List<Event> events, String action) {
    return events.stream().anyMatch(e -> action.equals(e.getAction()));
  }

  private static String attribute(List<Event> events, String action, String name) {
    return events.stream()
        .filter(e -> action.equals(e.getAction()) && e.getActor() != null)
        .map(e -> e.getActor().getAttributes().getOrDefault(name, ""))
        .findFirst()
        .orElse("");
  }

  private static final class Reports extends ResultCallback.Adapter<Event> {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    public void onNext(Event event) {
      events.add(event);
      if ("die".equals(event.getAction())) {
        onComplete();
      }
    }
  }
}
