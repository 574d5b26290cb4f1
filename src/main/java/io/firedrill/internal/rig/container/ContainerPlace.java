package io.firedrill.internal.rig.container;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.InstalledServers;
import io.firedrill.internal.rig.Place;
import io.firedrill.internal.rig.RigException;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A launcher in its own container. */
final class ContainerPlace implements Place {

  private final LauncherContainer container;
  private final InstalledServers servers;
  private final int capacity;
  private long killedBefore;

  ContainerPlace(LauncherContainer container, InstalledServers servers, int capacity) {
    this.container = container;
    this.servers = servers;
    this.capacity = capacity;
  }

  @Override
  public VirtualClock clock() {
    return container.clock();
  }

  @Override
  public InstalledServers servers() {
    return servers;
  }

  @Override
  public List<Endpoint> endpoints(int count) {
    if (count > capacity) {
      throw new RigException(
          "a container has room for %d servers, but %d are needed".formatted(capacity, count));
    }
    expectServers();
    return IntStream.range(0, count)
        .mapToObj(i -> endpoint(LauncherContainer.serverPort(i)))
        .toList();
  }

  @Override
  public void expectServers() {
    killedBefore = OutOfMemory.kills(clock());
  }

  private Endpoint endpoint(int port) {
    return new Endpoint(
        "0.0.0.0:" + port,
        URI.create("http://%s:%d".formatted(container.host(), container.hostPort(port))));
  }

  @Override
  public String failureReason() {
    try {
      return OutOfMemory.kills(clock()) > killedBefore
          ? "the container ran out of memory, and the kernel killed the server"
          : "";
    } catch (ClockException e) {
      return container.end();
    }
  }

  @Override
  public String left(String path) {
    return ""; // The file is in the container, which is gone or not accessible.
  }

  @Override
  public void close() {
    container.close();
  }
}
