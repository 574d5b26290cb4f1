package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.firedrill.internal.rig.RigException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The image with both servers: one server's own image, into which the other's executable is copied.
 * Its tag is a digest of its content, so the engine builds it once.
 *
 * @param tag its name
 * @param prometheusExecutable the path of Prometheus in it
 * @param alertmanagerExecutable the path of Alertmanager in it
 */
record PairImage(
    String tag,
    SourceImage prometheus,
    String prometheusExecutable,
    SourceImage alertmanager,
    String alertmanagerExecutable) {

  private static final String NAME = "firedrill/servers";
  private static final String PROMETHEUS = "/bin/prometheus";
  private static final String ALERTMANAGER = "/bin/alertmanager";

  /**
   * Builds the image if the engine does not have it.
   *
   * @throws RigException if an image is not available, or the two cannot be combined
   */
  static PairImage of(DockerClient client, ContainerRequest request, Consumer<String> progress) {
    SourceImage prometheus =
        SourceImage.find(client, request.prometheusImage(), PROMETHEUS, progress);
    SourceImage alertmanager =
        SourceImage.find(client, request.alertmanagerImage(), ALERTMANAGER, progress);
    // A script runs only in its own image, so the other server is copied.
    if (!alertmanager.hasScript(client)) {
      String tag = image(client, prometheus, alertmanager, ALERTMANAGER, progress);
      return new PairImage(tag, prometheus, prometheus.executable(), alertmanager, ALERTMANAGER);
    }
    if (prometheus.hasScript(client)) {
      throw twoScripts(prometheus, alertmanager);
    }
    String tag = image(client, alertmanager, prometheus, PROMETHEUS, progress);
    return new PairImage(tag, prometheus, PROMETHEUS, alertmanager, alertmanager.executable());
  }

  /** Builds an image of the first server with the executable of the second. */
  private static String image(
      DockerClient client,
      SourceImage base,
      SourceImage guest,
      String target,
      Consumer<String> progress) {
    String dockerfile =
        """
        FROM %s
        COPY --from=%s %s %s
        LABEL io.firedrill=servers
        """
            .formatted(base.name(), guest.name(), guest.executable(), target);
    String content = base.id() + "\n" + guest.id() + "\n" + dockerfile;
    String tag = NAME + ":" + digest(content).substring(0, 16);
    if (!exists(client, tag)) {
      progress.accept("building an image of %s and %s".formatted(base.name(), guest.name()));
      build(client, tag, dockerfile);
    }
    return tag;
  }

  static RigException twoScripts(SourceImage prometheus, SourceImage alertmanager) {
    return new RigException(
        """
        %s and %s are scripts. A script needs its own image, and both servers run in one container.
        Ways out:
        - for one of the two, name an image whose entrypoint is the server's executable: \
        firedrill.prometheus or firedrill.alertmanager
        - run the servers without containers: set the backend to local"""
            .formatted(prometheus, alertmanager));
  }

  private static boolean exists(DockerClient client, String tag) {
    try {
      client.inspectImageCmd(tag).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static void build(DockerClient client, String tag, String dockerfile) {
    byte[] context =
        new TarFile().file("Dockerfile", 0644, dockerfile.getBytes(StandardCharsets.UTF_8)).bytes();
    try {
      client
          .buildImageCmd(new ByteArrayInputStream(context))
          .withTags(Set.of(tag))
          .exec(new BuildImageResultCallback())
          .awaitImageId();
    } catch (DockerException e) {
      throw doesNotBuild(EngineWords.of(e), dockerfile);
    } catch (DockerClientException e) {
      throw doesNotBuild(e.getMessage(), dockerfile);
    }
  }

  private static RigException doesNotBuild(String why, String dockerfile) {
    return new RigException(
        "the servers' image cannot be built: %s\n%s".formatted(why, dockerfile.stripTrailing()));
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
