package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A container of a rig, by its name. */
record TestContainer(String name, DockerClient client) {

  static TestContainer fresh() {
    TestImages.requireEngine();
    return new TestContainer("firedrill-test-" + UUID.randomUUID(), Engine.connect().client());
  }

  /** Rigs of the newest pair in a container of this name, with something changed. */
  ContainerRigFactory rigs(Consumer<CreateContainerCmd> change) {
    return ContainerRigFactory.of(
        TestImages.pair("3.5.3"), line -> {}, change.andThen(create -> create.withName(name)));
  }

  boolean exists() {
    try {
      client.inspectContainerCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  void kill() {
    client.killContainerCmd(name).exec();
  }

  boolean isGoneWithin(Duration wall) {
    long end = System.nanoTime() + wall.toNanos();
    while (exists() && System.nanoTime() < end) {
      LockSupport.parkNanos(5_000_000);
    }
    return !exists();
  }
}
