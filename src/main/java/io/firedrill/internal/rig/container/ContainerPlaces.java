package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.firedrill.internal.rig.InstalledServers;
import io.firedrill.internal.rig.Place;
import io.firedrill.internal.rig.PlaceSource;
import java.util.function.Consumer;

/** Creates places in containers of one image. */
final class ContainerPlaces implements PlaceSource {

  // Room for a pair of each kind.
  private static final int CAPACITY = 4;

  private final Engine engine;
  private final PairImage image;
  private final Consumer<CreateContainerCmd> change;
  private InstalledServers servers;

  ContainerPlaces(Engine engine, PairImage image, Consumer<CreateContainerCmd> change) {
    this.engine = engine;
    this.image = image;
    this.change = change;
  }

  @Override
  public Place open() {
    LauncherContainer container = LauncherContainer.start(engine, image.tag(), CAPACITY, change);
    try {
      return new ContainerPlace(container, servers(container), CAPACITY);
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  /** Queried once, because all containers of an image have the same servers. */
  private synchronized InstalledServers servers(LauncherContainer container) {
    if (servers == null) {
      servers = new Inventory(container.clock()).of(image);
    }
    return servers;
  }
}
