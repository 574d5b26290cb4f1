package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigPool;
import io.firedrill.internal.rig.RigSpec;
import java.util.function.Consumer;

/**
 * Makes rigs in containers, which serve rig after rig. Whatever the engine, nothing of this machine
 * is mounted into them, and nothing in them reaches this machine but by the ports they publish.
 */
public final class ContainerRigFactory implements RigFactory {

  private final RigPool pool;

  private ContainerRigFactory(RigPool pool) {
    this.pool = pool;
  }

  /**
   * Rigs of these servers. Pulls and builds images where need be, and starts a first container.
   *
   * @param progress is told, in one line each, what takes time
   * @throws io.firedrill.internal.rig.RigException if no engine answers, an image is not to be had,
   *     or the servers do not run in a container; the message says what can be done
   */
  public static ContainerRigFactory of(ContainerRequest request, Consumer<String> progress) {
    return of(request, progress, command -> {});
  }

  static ContainerRigFactory of(
      ContainerRequest request, Consumer<String> progress, Consumer<CreateContainerCmd> change) {
    Engine engine = Engine.connect();
    PairImage image = PairImage.of(engine.client(), request, progress);
    RigPool pool = RigPool.of(new ContainerPlaces(engine, image, change));
    // Whether the servers run in a container is better known now than in the first test.
    pool.description();
    return new ContainerRigFactory(pool);
  }

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    return pool.start(spec, relay);
  }

  @Override
  public String description() {
    return pool.description();
  }

  @Override
  public void close() {
    pool.close();
  }
}
