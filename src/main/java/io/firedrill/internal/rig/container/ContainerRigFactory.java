package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigPool;
import io.firedrill.internal.rig.RigSpec;
import java.util.function.Consumer;

/**
 * Creates rigs in containers, which are reused. With every engine, nothing of this machine is
 * mounted into a container, and a container communicates with this machine only through its
 * published ports.
 */
public final class ContainerRigFactory implements RigFactory {

  private final RigPool pool;

  private ContainerRigFactory(RigPool pool) {
    this.pool = pool;
  }

  /**
   * Creates a factory. Pulls and builds images if necessary, and starts a first container.
   *
   * @param progress takes one line for each step that takes time
   * @throws io.firedrill.internal.rig.RigException if no engine answers, an image is not available,
   *     or the servers do not run in a container; the message says what can be done
   */
  public static ContainerRigFactory of(
      ContainerRequest request, Forking forking, Consumer<String> progress) {
    return of(request, forking, progress, command -> {});
  }

  /** The same, with rigs that are forked where possible. */
  static ContainerRigFactory of(ContainerRequest request, Consumer<String> progress) {
    return of(request, Forking.ON, progress);
  }

  static ContainerRigFactory of(
      ContainerRequest request, Consumer<String> progress, Consumer<CreateContainerCmd> change) {
    return of(request, Forking.ON, progress, change);
  }

  private static ContainerRigFactory of(
      ContainerRequest request,
      Forking forking,
      Consumer<String> progress,
      Consumer<CreateContainerCmd> change) {
    Engine engine = Engine.connect();
    PairImage image = PairImage.of(engine.client(), request, progress);
    RigPool pool = RigPool.of(new ContainerPlaces(engine, image, change), forking);
    // Fails now, rather than in the first test, if the servers do not run in a container.
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
  public String starts() {
    return pool.starts();
  }

  @Override
  public void close() {
    pool.close();
  }
}
