package io.firedrill.internal.rig.choice;

import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.ServerVersions;
import io.firedrill.internal.rig.container.ContainerRequest;
import io.firedrill.internal.rig.container.ContainerRigFactory;
import io.firedrill.internal.rig.container.Engine;
import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.ServerBinaries;
import io.firedrill.internal.rig.process.ServerRequest;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Chooses servers and a backend, by the user's choice and what is available. */
public final class RigFactories {

  private final Map<String, String> environment;
  private final Consumer<String> progress;

  private RigFactories(Map<String, String> environment, Consumer<String> progress) {
    this.environment = environment;
    this.progress = progress;
  }

  /**
   * Searches with the environment variables {@code PATH}, {@code XDG_CACHE_HOME} and {@code HOME}.
   * Testcontainers finds the container engine.
   *
   * @param progress takes one line for each step that takes time, and the reason why no container
   *     is used although an engine answers
   */
  public static RigFactories of(Map<String, String> environment, Consumer<String> progress) {
    return new RigFactories(environment, progress);
  }

  /**
   * Finds the chosen servers; may fetch servers or images, which takes some seconds.
   *
   * @throws RigException if they are not available; the message says what can be done
   * @throws io.firedrill.internal.rig.process.ServersNotFoundException if there are no executables
   */
  public RigFactory choose(ServerChoice choice) {
    RigFactory found =
        switch (choice.backend().orElse(Backend.AUTO)) {
          case AUTO -> whatThereIs(choice);
          case DOCKER -> containers(choice);
          case LOCAL -> processes(choice);
        };
    ServerVersions.warnings(found.description()).forEach(progress);
    return found;
  }

  private RigFactory whatThereIs(ServerChoice choice) {
    if (named(choice).anyMatch(ServerChoiceKind.PATH::is)) {
      return processes(choice);
    }
    if (named(choice).anyMatch(ServerChoiceKind.IMAGE::is)) {
      return containers(choice);
    }
    if (Engine.seemsThere(environment)) {
      try {
        return containers(choice);
      } catch (RigException e) {
        progress.accept("no container is used: " + e.getMessage().lines().findFirst().orElse(""));
      }
    }
    return processes(choice);
  }

  private RigFactory containers(ServerChoice choice) {
    named(choice)
        .filter(ServerChoiceKind.PATH::is)
        .findFirst()
        .ifPresent(
            path -> {
              throw new RigException(path + " is a path, but containers run images");
            });
    return ContainerRigFactory.of(
        new ContainerRequest(choice.prometheus(), choice.alertmanager()),
        choice.forking().orElse(Forking.ON),
        progress);
  }

  private RigFactory processes(ServerChoice choice) {
    return ProcessRigFactory.of(
        ServerBinaries.of(environment, progress)
            .locate(new ServerRequest(choice.prometheus(), choice.alertmanager())),
        choice.forking().orElse(Forking.ON));
  }

  private static Stream<String> named(ServerChoice choice) {
    return Stream.of(choice.prometheus(), choice.alertmanager());
  }
}
