package io.firedrill.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.firedrill.rig.RigException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The image that both servers run in: Prometheus's own, and in it the executable of Alertmanager's.
 * Its tag tells its content, so the engine builds it once.
 *
 * @param tag its name
 */
record PairImage(String tag, SourceImage prometheus, SourceImage alertmanager) {

  private static final String NAME = "firedrill/servers";
  private static final String ALERTMANAGER = "/bin/alertmanager";

  /**
   * Builds the image, unless the engine has it.
   *
   * @throws RigException if either of the two is not to be had, or they do not go together
   */
  static PairImage of(DockerClient client, ContainerRequest request, Consumer<String> progress) {
    SourceImage prometheus =
        SourceImage.find(client, request.prometheusImage(), "/bin/prometheus", progress);
    SourceImage alertmanager =
        SourceImage.find(client, request.alertmanagerImage(), ALERTMANAGER, progress);
    String dockerfile =
        """
        FROM %s
        COPY --from=%s %s %s
        LABEL io.firedrill=servers
        """
            .formatted(
                prometheus.name(), alertmanager.name(), alertmanager.executable(), ALERTMANAGER);
    String content = prometheus.id() + "\n" + alertmanager.id() + "\n" + dockerfile;
    String tag = NAME + ":" + digest(content).substring(0, 16);
    if (!exists(client, tag)) {
      progress.accept(
          "building an image of %s and %s".formatted(prometheus.name(), alertmanager.name()));
      build(client, tag, dockerfile);
    }
    return new PairImage(tag, prometheus, alertmanager);
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

  String prometheusExecutable() {
    return prometheus.executable();
  }

  String alertmanagerExecutable() {
    return ALERTMANAGER;
  }
}
