package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import io.firedrill.internal.rig.RigException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testcontainers.images.ImagePullPolicy;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * A server's own image on the engine.
 *
 * @param name its name, after Testcontainers' image name substitution
 * @param id its identifier, a hash of its content
 * @param executable the server's executable in it, or a script that starts it
 * @param environment the environment variables that it sets
 */
record SourceImage(String name, String id, String executable, Map<String, String> environment) {

  /**
   * Finds an image. Pulls it if it is missing or Testcontainers' pull policy requires it.
   *
   * @param usual the executable if the image does not name one
   * @throws RigException if it is not available
   */
  static SourceImage find(
      DockerClient client, DockerImageName wanted, String usual, Consumer<String> progress) {
    DockerImageName name = ImageNameSubstitutor.instance().apply(wanted);
    String reference = name.asCanonicalNameString();
    Optional<InspectImageResponse> present = inspect(client, reference);
    if (present.isEmpty() || wantsPull(name)) {
      progress.accept("pulling the image " + reference);
      pull(client, name);
      present = inspect(client, reference);
    }
    InspectImageResponse image =
        present.orElseThrow(() -> notToBeHad(reference, "the engine has pulled it and lost it"));
    ContainerConfig config = image.getConfig();
    return new SourceImage(
        reference, image.getId(), executable(config, usual), environment(config));
  }

  private static Optional<InspectImageResponse> inspect(DockerClient client, String name) {
    try {
      return Optional.of(client.inspectImageCmd(name).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** Whether a policy other than the default, which pulls missing images, requires a pull. */
  private static boolean wantsPull(DockerImageName name) {
    ImagePullPolicy policy = PullPolicy.defaultPolicy();
    return !policy.getClass().getSimpleName().equals("DefaultPullPolicy")
        && policy.shouldPull(name);
  }

  private static void pull(DockerClient client, DockerImageName name) {
    try {
      client
          .pullImageCmd(name.getUnversionedPart())
          .withTag(name.getVersionPart())
          .exec(new PullImageResultCallback())
          .awaitCompletion();
    } catch (DockerException e) {
      throw notToBeHad(name.asCanonicalNameString(), EngineWords.of(e));
    } catch (RuntimeException e) {
      throw notToBeHad(name.asCanonicalNameString(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notToBeHad(name.asCanonicalNameString(), "interrupted");
    }
  }

  static RigException notToBeHad(String name, String why) {
    return new RigException(
        """
        the image %s is not to be had: %s
        Ways out:
        - name another version or image: firedrill.prometheus and firedrill.alertmanager
        - name a mirror of the registry: hub.image.name.prefix in ~/.testcontainers.properties
        - run the servers without containers: set the backend to local"""
            .formatted(name, why));
  }

  private static String executable(ContainerConfig config, String usual) {
    String[] entrypoint = config == null ? null : config.getEntrypoint();
    return entrypoint != null && entrypoint.length == 1 && entrypoint[0].startsWith("/")
        ? entrypoint[0]
        : usual;
  }

  private static Map<String, String> environment(ContainerConfig config) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (config != null && config.getEnv() != null) {
      for (String variable : config.getEnv()) {
        int equals = variable.indexOf('=');
        if (equals > 0) {
          variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
      }
    }
    return variables;
  }

  /**
   * Whether a script starts the server. A script may need the shell, files and server of its image.
   */
  boolean hasScript(DockerClient client) {
    return ImageFile.begins(client, name, executable, "#!");
  }

  @Override
  public String toString() {
    return executable + " of " + name;
  }
}
