package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.firedrill.internal.rig.RigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a file of an image, in a container that is never started. */
final class ImageFile {

  /** The number of links that Linux follows. */
  private static final int MOST_LINKS = 40;

  private ImageFile() {}

  /**
   * Whether a file of an image starts with these characters; false if there is no such file.
   *
   * @throws RigException if the engine does not return the file
   */
  static boolean begins(DockerClient client, String image, String path, String characters) {
    byte[] wanted = characters.getBytes(StandardCharsets.US_ASCII);
    try {
      String id =
          client
              .createContainerCmd(image)
              .withLabels(Map.of(LauncherContainer.LABEL, "look"))
              .exec()
              .getId();
      try {
        return Arrays.equals(head(client, id, path, wanted.length), wanted);
      } finally {
        client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
      }
    } catch (DockerException e) {
      throw unreadable(image, path, EngineWords.of(e), e);
    } catch (IOException e) {
      throw unreadable(image, path, e.getMessage(), e);
    }
  }

  private static byte[] head(DockerClient client, String id, String path, int size)
      throws IOException {
    Path at = Path.of(path);
    for (int i = 0; i < MOST_LINKS; i++) {
      try (InputStream copy = client.copyArchiveFromContainerCmd(id, at.toString()).exec();
          TarArchiveInputStream tar = new TarArchiveInputStream(copy)) {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null || !entry.isSymbolicLink()) {
          return entry == null ? new byte[0] : tar.readNBytes(size);
        }
        at = at.resolveSibling(entry.getLinkName()).normalize();
      } catch (NotFoundException e) {
        return new byte[0];
      }
    }
    return new byte[0];
  }

  private static RigException unreadable(String image, String path, String why, Exception cause) {
    return new RigException("cannot read %s of %s: %s".formatted(path, image, why), cause);
  }
}
